using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Gives codes, and takes codes and refresh tokens back. Each call is one transaction, so of two that race one sees the other.</summary>
public class AuthorizationGrants(
    IRepository<AuthorizationGrant, Guid> grants, Sessions sessions, GrantTokens tokens, IUnitOfWorkManager unitsOfWork, IDataFilter filter, IGuidGenerator guids, IClock clock,
    ILogger<AuthorizationGrants> logger) : ITransientDependency
{
    private const int Tries = 3;

    /// <summary>A code for the client; null when the session has ended.</summary>
    [UnitOfWork]
    public virtual async Task<string?> AuthorizeAsync(Guid sessionId, AuthorizeRequest request)
    {
        if (await sessions.FindAliveAsync(sessionId) is not { } session) return null;
        var grant = await grants.InsertAsync(new AuthorizationGrant(guids.Create(), session, request, clock.Now), autoSave: true);
        return tokens.Code(grant.Id);
    }

    /// <summary>The grant behind the code, null when the code isn't good.</summary>
    public virtual async Task<AuthorizationGrant?> RedeemAsync(string? code, string clientId, string redirectUri, string verifier) =>
        tokens.ReadCode(code) is { } id ? await TakeAsync(id, grant => grant.Redeem(clientId, redirectUri, verifier, clock.Now)) : null;

    /// <summary>The grant behind the refresh token, one number on; null when the token isn't good.</summary>
    public virtual async Task<AuthorizationGrant?> RenewAsync(string? refreshToken, string clientId) =>
        tokens.ReadRefresh(refreshToken) is var (id, number) ? await TakeAsync(id, grant => grant.Renew(clientId, number, clock.Now)) : null;

    public virtual async Task RevokeAsync(string? refreshToken, string clientId)
    {
        if (tokens.ReadRefresh(refreshToken) is not var (id, _)) return;
        await TakeAsync(id, grant =>
        {
            if (grant.ClientId == clientId) grant.Revoke(clock.Now);
            return Redemption.Refused;
        });
    }

    private async Task<AuthorizationGrant?> TakeAsync(Guid id, Func<AuthorizationGrant, Redemption> take)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeOnceAsync(id, take);
            }
            catch (AbpDbConcurrencyException) when (attempt < Tries)
            {
                // Another tab was faster: look again, at what it left.
            }
        }
    }

    private async Task<AuthorizationGrant?> TakeOnceAsync(Guid id, Func<AuthorizationGrant, Redemption> take)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        // The token decides the tenant.
        using var everywhere = filter.Disable<IMultiTenant>();
        if (await grants.FindAsync(id) is not { } grant) return null;
        var answer = take(grant);
        await grants.UpdateAsync(grant);
        await unitOfWork.CompleteAsync();
        if (answer == Redemption.Replayed) logger.LogWarning("A code or refresh token of session {SessionId} was used twice: its tokens are revoked.", grant.SessionId);
        return answer == Redemption.Accepted ? grant : null;
    }
}
