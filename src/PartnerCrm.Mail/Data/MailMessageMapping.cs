using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Mail;

public class MailMessageMapping : IEntityTypeConfiguration<MailMessage>
{
    public const string Table = "CrmMailMessages";

    public void Configure(EntityTypeBuilder<MailMessage> mail)
    {
        mail.ToTable(Table);
        mail.ConfigureByConvention();
        mail.Property(m => m.EffectKey).HasMaxLength(MailMessage.MaxEffectKeyLength);
        mail.Ignore(m => m.About);
        mail.Property(m => m.IsRevised).HasDefaultValue(false);
        mail.Property(m => m.Matter).HasConversion<string>().HasMaxLength(32);
        mail.Property(m => m.Purpose).HasConversion<string>().HasMaxLength(32);
        mail.Property(m => m.State).HasConversion<string>().HasMaxLength(32);
        mail.Property(m => m.Template).HasMaxLength(Template.MaxNameLength);
        mail.Property(m => m.Language).HasMaxLength(Template.MaxLanguageLength);
        mail.Property(m => m.ToAddress).HasMaxLength(MailMessage.MaxAddressLength);
        mail.Property(m => m.ToName).HasMaxLength(MailMessage.MaxNameLength);
        mail.Property(m => m.FromAddress).HasMaxLength(MailMessage.MaxAddressLength);
        mail.Property(m => m.FromName).HasMaxLength(MailMessage.MaxNameLength);
        mail.Property(m => m.Subject).HasMaxLength(MailMessage.MaxSubjectLength);
        mail.Property(m => m.CalendarMethod).HasMaxLength(MailMessage.MaxCalendarMethodLength);
        mail.Property(m => m.DetailsFrom).HasMaxLength(MailMessage.MaxNameLength);
        mail.Property(m => m.MessageId).HasMaxLength(MailMessage.MaxMessageIdLength);
        mail.Property(m => m.References).HasMaxLength(MailMessage.MaxReferencesLength);
        mail.Property(m => m.Decision).HasMaxLength(MailMessage.MaxDecisionLength);
        mail.Property(m => m.Problem).HasMaxLength(MailMessage.MaxDecisionLength);

        mail.HasIndex(m => m.EffectKey).IsUnique();
        mail.HasIndex(m => new { m.State, m.NotBefore }); // the outbox, across tenants
        mail.HasIndex(m => new { m.TenantId, m.State, m.CreationTime });
        mail.HasIndex(m => new { m.TenantId, m.CreationTime });
        mail.HasIndex(m => new { m.TenantId, m.ContactId, m.CreationTime });
        mail.HasIndex(m => new { m.TenantId, m.SenderId, m.SendingAt });
        mail.HasIndex(m => new { m.TenantId, m.MessageId });
        mail.HasIndex(m => m.EscalationId);
        mail.HasIndex(m => m.RelationshipId);
    }
}

public class MailSourceMapping : IEntityTypeConfiguration<MailSource>
{
    public void Configure(EntityTypeBuilder<MailSource> source)
    {
        source.ToTable("CrmMailSources");
        source.ConfigureByConvention();
    }
}
