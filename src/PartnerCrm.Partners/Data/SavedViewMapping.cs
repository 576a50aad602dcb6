using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Partners;

internal static class SavedViewMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<SavedView>(b =>
    {
        b.ToTable("CrmSavedViews");
        b.ConfigureByConvention();
        b.Property(v => v.List).HasMaxLength(SavedView.MaxListLength);
        b.Property(v => v.Name).HasMaxLength(SavedView.MaxNameLength);
        b.Property(v => v.Query).HasMaxLength(SavedView.MaxQueryLength);
        b.Property(v => v.Key).HasMaxLength(SavedView.MaxKeyLength);
        b.HasIndex(v => v.Key).IsUnique();
        b.HasIndex(v => new { v.TenantId, v.List, v.OwnerId });
    });
}
