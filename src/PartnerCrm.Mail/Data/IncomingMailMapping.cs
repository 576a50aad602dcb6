using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Mail;

public class IncomingMailMapping : IEntityTypeConfiguration<IncomingMail>
{
    public void Configure(EntityTypeBuilder<IncomingMail> mail)
    {
        mail.ToTable("CrmIncomingMails");
        mail.ConfigureByConvention();
        mail.Property(m => m.Key).HasMaxLength(IncomingMail.KeyLength);
        mail.Property(m => m.MessageId).HasMaxLength(MailMessage.MaxMessageIdLength);
        mail.Property(m => m.From).HasMaxLength(MailMessage.MaxAddressLength);
        mail.Property(m => m.FromName).HasMaxLength(MailMessage.MaxNameLength);
        mail.Property(m => m.To).HasMaxLength(MailMessage.MaxAddressLength);
        mail.Property(m => m.Subject).HasMaxLength(MailMessage.MaxSubjectLength);
        mail.Property(m => m.Excerpt).HasMaxLength(IncomingMail.MaxExcerptLength);
        mail.Property(m => m.Kind).HasConversion<string>().HasMaxLength(32);
        mail.Property(m => m.Objection).HasMaxLength(IncomingMail.MaxExcerptLength);
        mail.Property(m => m.Status).HasMaxLength(IncomingMail.MaxStatusLength);
        mail.Property(m => m.Problem).HasMaxLength(IncomingMail.MaxProblemLength);

        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => new { m.TenantId, m.ReceivedAt });
        mail.HasIndex(m => new { m.TenantId, m.ContactId, m.ReceivedAt });
    }
}
