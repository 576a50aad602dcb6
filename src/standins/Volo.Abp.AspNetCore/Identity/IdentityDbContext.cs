using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.Modularity;

namespace Volo.Abp.Identity.EntityFrameworkCore;

/// <summary>Users and roles in the host's context.</summary>
[ConnectionStringName("AbpIdentity")]
public interface IIdentityDbContext : IEfCoreDbContext
{
    DbSet<IdentityUser> Users { get; }
    DbSet<IdentityRole> Roles { get; }
}

/// <summary>The identity module's repositories.</summary>
[DependsOn(typeof(AbpIdentityDomainModule), typeof(AbpEntityFrameworkCoreModule))]
public class AbpIdentityEntityFrameworkCoreModule : AbpModule;

/// <summary>The identity module's tables.</summary>
public static class IdentityDbContextModelBuilderExtensions
{
    public static void ConfigureIdentity(this ModelBuilder builder)
    {
        builder.Entity<IdentityUser>(b =>
        {
            b.ToTable("AbpUsers");
            b.ConfigureByConvention();
            b.Property(u => u.UserName).HasMaxLength(256);
            b.Property(u => u.NormalizedUserName).HasMaxLength(256);
            b.Property(u => u.Name).HasMaxLength(64);
            b.Property(u => u.Surname).HasMaxLength(64);
            b.Property(u => u.Email).HasMaxLength(256);
            b.Property(u => u.NormalizedEmail).HasMaxLength(256);
            b.Property(u => u.PasswordHash).HasMaxLength(256);
            b.Property(u => u.SecurityStamp).HasMaxLength(256);
            b.Property(u => u.PhoneNumber).HasMaxLength(16);
            b.HasMany(u => u.Roles).WithOne().HasForeignKey(r => r.UserId);
            b.HasMany(u => u.Claims).WithOne().HasForeignKey(c => c.UserId);
            b.HasMany(u => u.Logins).WithOne().HasForeignKey(l => l.UserId);
            b.HasMany(u => u.Tokens).WithOne().HasForeignKey(t => t.UserId);
            b.HasIndex(u => u.NormalizedUserName);
            b.HasIndex(u => u.NormalizedEmail);
            b.HasIndex(u => u.UserName);
            b.HasIndex(u => u.Email);
        });
        builder.Entity<IdentityRole>(b =>
        {
            b.ToTable("AbpRoles");
            b.ConfigureByConvention();
            b.Property(r => r.Name).HasMaxLength(256);
            b.Property(r => r.NormalizedName).HasMaxLength(256);
            b.HasMany(r => r.Claims).WithOne().HasForeignKey(c => c.RoleId);
            b.HasIndex(r => r.NormalizedName);
        });
        builder.Entity<IdentityUserRole>(b =>
        {
            b.ToTable("AbpUserRoles");
            b.ConfigureByConvention();
            b.HasKey(r => new { r.UserId, r.RoleId });
            b.HasOne<IdentityRole>().WithMany().HasForeignKey(r => r.RoleId);
            b.HasIndex(r => new { r.RoleId, r.UserId });
        });
        builder.Entity<IdentityUserClaim>(b => ConfigureClaim(b, "AbpUserClaims"));
        builder.Entity<IdentityRoleClaim>(b => ConfigureClaim(b, "AbpRoleClaims"));
        builder.Entity<IdentityUserLogin>(b =>
        {
            b.ToTable("AbpUserLogins");
            b.ConfigureByConvention();
            b.HasKey(l => new { l.UserId, l.LoginProvider });
            b.Property(l => l.LoginProvider).HasMaxLength(64);
            b.Property(l => l.ProviderKey).HasMaxLength(196);
            b.Property(l => l.ProviderDisplayName).HasMaxLength(128);
            b.HasIndex(l => new { l.LoginProvider, l.ProviderKey });
        });
        builder.Entity<IdentityUserToken>(b =>
        {
            b.ToTable("AbpUserTokens");
            b.ConfigureByConvention();
            b.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            b.Property(t => t.LoginProvider).HasMaxLength(64);
            b.Property(t => t.Name).HasMaxLength(128);
        });
    }

    private static void ConfigureClaim<TClaim>(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<TClaim> b, string table)
        where TClaim : IdentityClaim
    {
        b.ToTable(table);
        b.ConfigureByConvention();
        b.Property(c => c.ClaimType).HasMaxLength(256);
        b.Property(c => c.ClaimValue).HasMaxLength(1024);
    }
}
