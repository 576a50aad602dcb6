using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Engagement;

public class PlaybookMapping : IEntityTypeConfiguration<Playbook>
{
    public void Configure(EntityTypeBuilder<Playbook> b)
    {
        b.ToTable("CrmPlaybooks");
        b.ConfigureByConvention();
        b.Property(p => p.Name).HasMaxLength(Playbook.MaxNameLength);
        b.Property(p => p.Description).HasMaxLength(Playbook.MaxDescriptionLength);
        b.HasIndex(p => new { p.TenantId, p.Name });
    }
}

public class PlaybookVersionMapping : IEntityTypeConfiguration<PlaybookVersion>
{
    public void Configure(EntityTypeBuilder<PlaybookVersion> b)
    {
        b.ToTable("CrmPlaybookVersions");
        b.ConfigureByConvention();
        b.Ignore(v => v.Steps);
        b.Property(v => v.StepsJson).HasMaxLength(PlaybookVersion.MaxStepsLength);
        b.HasIndex(v => new { v.PlaybookId, v.Number }).IsUnique();
    }
}
