using Microsoft.EntityFrameworkCore;

namespace PartnerCrm.Mail;

public static class MailModelBuilderExtensions
{
    public static void ConfigureMail(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new MailMessageMapping());
        builder.ApplyConfiguration(new MailSourceMapping());
        builder.ApplyConfiguration(new IncomingMailMapping());
        builder.ApplyConfiguration(new TemplateMapping());
        builder.ApplyConfiguration(new UnsubscribeTokenMapping());
    }
}
