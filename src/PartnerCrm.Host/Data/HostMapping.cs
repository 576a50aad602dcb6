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
