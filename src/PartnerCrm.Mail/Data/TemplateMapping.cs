using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Mail;

public class TemplateMapping : IEntityTypeConfiguration<Template>
{
    public void Configure(EntityTypeBuilder<Template> template)
    {
        template.ToTable("CrmMailTemplates");
        template.ConfigureByConvention();
        template.Property(t => t.Name).HasMaxLength(Template.MaxNameLength);
        template.Property(t => t.Language).HasMaxLength(Template.MaxLanguageLength);
        template.Property(t => t.Kind).HasConversion<string>().HasMaxLength(32);
        template.Property(t => t.Subject).HasMaxLength(Template.MaxSubjectLength);
        template.Property(t => t.Key).HasMaxLength(Template.MaxKeyLength);

        template.HasIndex(t => t.Key).IsUnique();
        template.HasIndex(t => new { t.TenantId, t.Name });
    }
}

public class UnsubscribeTokenMapping : IEntityTypeConfiguration<UnsubscribeToken>
{
    public void Configure(EntityTypeBuilder<UnsubscribeToken> token)
    {
        token.ToTable("CrmUnsubscribeTokens");
        token.ConfigureByConvention();
        token.Property(t => t.Hash).HasMaxLength(UnsubscribeToken.HashLength);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasIndex(t => t.ContactId);
        token.HasIndex(t => t.MailMessageId);
    }
}
