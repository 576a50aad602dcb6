using Microsoft.AspNetCore.Identity;

namespace Volo.Abp.Identity;

// The second factor's secrets are tokens of the user, under the names that ASP.NET Core Identity's own store uses.
internal sealed partial class IdentityUserStore : IUserAuthenticatorKeyStore<IdentityUser>, IUserTwoFactorRecoveryCodeStore<IdentityUser>
{
    private const string Internal = "[AspNetUserStore]";
    private const string AuthenticatorKey = "AuthenticatorKey";
    private const string RecoveryCodes = "RecoveryCodes";

    public Task SetAuthenticatorKeyAsync(IdentityUser user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Internal, AuthenticatorKey, key, cancellationToken);

    public Task<string?> GetAuthenticatorKeyAsync(IdentityUser user, CancellationToken cancellationToken) => GetTokenAsync(user, Internal, AuthenticatorKey, cancellationToken);

    public Task ReplaceCodesAsync(IdentityUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Internal, RecoveryCodes, string.Join(';', recoveryCodes), cancellationToken);

    public async Task<bool> RedeemCodeAsync(IdentityUser user, string code, CancellationToken cancellationToken)
    {
        var codes = await CodesAsync(user, cancellationToken);
        if (!codes.Contains(code)) return false;
        await ReplaceCodesAsync(user, codes.Where(c => c != code), cancellationToken);
        return true;
    }

    public async Task<int> CountCodesAsync(IdentityUser user, CancellationToken cancellationToken) => (await CodesAsync(user, cancellationToken)).Length;

    private async Task<string[]> CodesAsync(IdentityUser user, CancellationToken cancellationToken) =>
        (await GetTokenAsync(user, Internal, RecoveryCodes, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
}
