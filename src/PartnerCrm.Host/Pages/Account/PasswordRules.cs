using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace PartnerCrm.Host.Pages.Account;

/// <summary>What a password must be, in one sentence that a person can act on.</summary>
public static class PasswordRules
{
    public static string Sentence(this PasswordOptions rules, IStringLocalizer<SignInResource> texts)
    {
        var needed = new[]
        {
            (rules.RequireUppercase, "Password:Upper"), (rules.RequireLowercase, "Password:Lower"), (rules.RequireDigit, "Password:Digit"), (rules.RequireNonAlphanumeric, "Password:Sign"),
        };
        var kinds = needed.Where(n => n.Item1).Select(n => texts[n.Item2].Value).ToList();
        return kinds.Count == 0 ? texts["Password:Length", rules.RequiredLength] : texts["Password:Rules", rules.RequiredLength, string.Join(", ", kinds)];
    }

    /// <summary>What to say about a refused password: the rules, or that the old one was wrong.</summary>
    public static string Problem(this IdentityResult result, PasswordOptions rules, IStringLocalizer<SignInResource> texts) =>
        result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? texts["Password:Wrong"]
        : result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? texts["Reset:Expired"]
        : result.Errors.All(e => e.Code.StartsWith("Password", StringComparison.Ordinal)) ? texts["Password:TooWeak", rules.Sentence(texts)]
        : string.Join(" ", result.Errors.Select(e => e.Description));
}
