using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Sources;

internal static class StoredFileMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<StoredFile>(b =>
        {
            b.ToTable("CrmStoredFiles");
            b.ConfigureByConvention();
            b.Property(f => f.Name).HasMaxLength(StoredFile.MaxNameLength);
            b.Property(f => f.Hash).HasMaxLength(StoredFile.HashLength);
        });
        builder.Entity<StoredFileChunk>(b =>
        {
            b.ToTable("CrmStoredFileChunks");
            b.ConfigureByConvention();
            b.HasIndex(c => new { c.FileId, c.Number }).IsUnique();
        });
    }
}
