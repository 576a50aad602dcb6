using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Mail;

[ConnectionStringName("Default")]
public interface IMailDbContext : IEfCoreDbContext
{
    DbSet<MailMessage> MailMessages { get; }
    DbSet<MailSource> MailSources { get; }
    DbSet<IncomingMail> IncomingMails { get; }
    DbSet<Template> MailTemplates { get; }
    DbSet<UnsubscribeToken> UnsubscribeTokens { get; }
}
