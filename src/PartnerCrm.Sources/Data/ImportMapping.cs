using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Sources;

internal static class ImportMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Import>(b =>
        {
            b.ToTable("CrmImports");
            b.ConfigureByConvention();
            b.Property(i => i.FileName).HasMaxLength(StoredFile.MaxNameLength);
            b.Property(i => i.Source).HasConversion<string>().HasMaxLength(32);
            b.Property(i => i.Status).HasConversion<string>().HasMaxLength(32);
            b.Property(i => i.EventName).HasMaxLength(Import.MaxEventNameLength);
            b.Property(i => i.Failure).HasMaxLength(Import.MaxFailureLength);
            b.Property(i => i.UploadKey).HasMaxLength(Import.MaxUploadKeyLength);
            b.ComplexProperty(i => i.Counts, c =>
            {
                foreach (var count in typeof(ImportCounts).GetProperties()) c.Property<int>(count.Name).HasColumnName(count.Name);
            });
            b.HasIndex(i => i.UploadKey).IsUnique();
            b.HasIndex(i => new { i.Status, i.ReadingUntil });
            b.HasIndex(i => new { i.PurgedAt, i.FinishedAt });
            b.HasIndex(i => new { i.TenantId, i.CreationTime });
        });
        builder.Entity<ImportProblem>(b =>
        {
            b.ToTable("CrmImportProblems");
            b.ConfigureByConvention();
            b.Property(p => p.Code).HasMaxLength(ImportProblem.MaxCodeLength);
            b.Property(p => p.Excerpt).HasMaxLength(ImportProblem.MaxExcerptLength);
            b.HasIndex(p => new { p.ImportId, p.Row });
        });
    }
}
