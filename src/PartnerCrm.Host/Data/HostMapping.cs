using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Host;

public static class HostMapping
{
    public static void ConfigureHost(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ApiClient>(b =>
        {
            b.ToTable("CrmApiClients");
            b.ConfigureByConvention();
            b.Property(c => c.ClientId).HasMaxLength(ApiClient.ClientIdLength);
            b.Property(c => c.DisplayName).HasMaxLength(ApiClient.DisplayNameLength);
            b.Property(c => c.SecretHash).HasMaxLength(200);
            b.Property(c => c.Scopes).HasMaxLength(500);
            b.HasIndex(c => c.ClientId).IsUnique();
        });
        modelBuilder.Entity<SigningKey>(b =>
        {
            b.ToTable("CrmSigningKeys");
            b.ConfigureByConvention();
            b.Property(k => k.KeyId).HasMaxLength(64);
            b.HasIndex(k => k.KeyId).IsUnique();
        });
        modelBuilder.Entity<UserSession>(b =>
        {
            b.ToTable("CrmUserSessions");
            b.ConfigureByConvention();
            b.Property(s => s.SecurityStamp).HasMaxLength(256);
            b.Property(s => s.Device).HasMaxLength(UserSession.DeviceLength);
            b.Property(s => s.IpAddress).HasMaxLength(UserSession.IpAddressLength);
            b.HasIndex(s => new { s.UserId, s.LastSeenAt });
            b.HasIndex(s => s.LastSeenAt);
        });
        modelBuilder.Entity<AuthorizationGrant>(b =>
        {
            b.ToTable("CrmAuthorizationGrants");
            b.ConfigureByConvention();
            b.Property(g => g.ClientId).HasMaxLength(AuthorizationGrant.ClientIdLength);
            b.Property(g => g.Scope).HasMaxLength(AuthorizationGrant.ScopeLength);
            b.Property(g => g.RedirectUri).HasMaxLength(AuthorizationGrant.RedirectUriLength);
            b.Property(g => g.CodeChallenge).HasMaxLength(AuthorizationGrant.ChallengeLength);
            b.Property(g => g.Nonce).HasMaxLength(AuthorizationGrant.NonceLength);
            b.HasIndex(g => g.SessionId);
        });
        modelBuilder.Entity<IdempotentRequest>(b =>
        {
            b.ToTable("CrmIdempotentRequests");
            b.ConfigureByConvention();
            b.Property(r => r.Key).HasMaxLength(IdempotentRequest.KeyLength);
            b.Property(r => r.BodyHash).HasMaxLength(64);
            b.Property(r => r.ContentType).HasMaxLength(200);
            b.Property(r => r.Location).HasMaxLength(500);
            b.HasIndex(r => r.Key).IsUnique();
            b.HasIndex(r => r.At);
        });
    }
}
