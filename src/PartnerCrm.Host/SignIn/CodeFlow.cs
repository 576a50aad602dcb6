using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace PartnerCrm.Host;

/// <summary>Tokens for people: the code's exchange (RFC 6749, 4.1.3, with RFC 7636) and the refresh token's (6).</summary>
public class CodeFlow(
    AuthorizationGrants grants, GrantTokens grantTokens, LiveSessions live, Tokens tokens, IdentityUserManager users, IUserClaimsPrincipalFactory<IdentityUser> principals,
    ICurrentTenant tenant, IUnitOfWorkManager unitsOfWork) : ITransientDependency
{
    public async Task<IResult> RedeemAsync(IFormCollection form)
    {
        if (form["client_id"] != UiClient.Id) return UnknownClient();
        if (form["code_verifier"].ToString() is not { Length: >= 43 and <= 128 } verifier)
            return TokenEndpoints.Refuse("invalid_request", "Send the code_verifier that the code_challenge was made of (43 to 128 characters).");
        var grant = await grants.RedeemAsync(form["code"], UiClient.Id, form["redirect_uri"].ToString(), verifier);
        return grant == null ? NotGood() : await AnswerAsync(grant, grant.Scope, withIdToken: grant.Has(UiClient.OpenId));
    }

    public async Task<IResult> RenewAsync(IFormCollection form)
    {
        if (form["client_id"] != UiClient.Id) return UnknownClient();
        if (await grants.RenewAsync(form["refresh_token"], UiClient.Id) is not { } grant) return NotGood();
        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (asked.FirstOrDefault(s => !grant.Has(s)) is { } foreign) return TokenEndpoints.Refuse("invalid_scope", $"The scope '{foreign}' was not granted.");
        return await AnswerAsync(grant, asked.Length > 0 ? string.Join(' ', asked) : grant.Scope, withIdToken: false);
    }

    private async Task<IResult> AnswerAsync(AuthorizationGrant grant, string scope, bool withIdToken)
    {
        // Asked of the database, not of what is remembered: from here a token lives for an hour.
        live.Forget(grant.SessionId);
        if (!await live.IsAliveAsync(grant.SessionId) || await PrincipalAsync(grant) is not { } person) return NotGood();

        var answer = new Dictionary<string, object>
        {
            ["access_token"] = await tokens.ForPersonAsync(person, grant, scope),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Tokens.Lifetime.TotalSeconds,
            ["scope"] = scope,
        };
        if (grant.Has(UiClient.OfflineAccess)) answer["refresh_token"] = grantTokens.Refresh(grant.Id, grant.Current);
        if (withIdToken) answer["id_token"] = await tokens.IdTokenAsync(person, grant);
        return Results.Json(answer);
    }

    // Roles and names as they are now: they may have changed since the sign-in.
    private async Task<ClaimsPrincipal?> PrincipalAsync(AuthorizationGrant grant)
    {
        using var home = tenant.Change(grant.TenantId);
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        return await users.FindByIdAsync(grant.UserId.ToString()) is { } user ? await principals.CreateAsync(user) : null;
    }

    private static IResult UnknownClient() => TokenEndpoints.Refuse("invalid_client", "The client id is unknown.");

    private static IResult NotGood() => TokenEndpoints.Refuse("invalid_grant", "This sign-in is no longer good. Sign in again.");
}
