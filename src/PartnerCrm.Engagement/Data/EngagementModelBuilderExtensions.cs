using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartnerCrm.Engagement;

public static class EngagementModelBuilderExtensions
{
    public const int EnumLength = 32;

    public static void ConfigureEngagement(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new RelationshipMapping());
        builder.ApplyConfiguration(new TouchpointMapping());
        builder.ApplyConfiguration(new FollowUpMapping());
        builder.ApplyConfiguration(new ReplyMapping());
        builder.ApplyConfiguration(new PlaybookMapping());
        builder.ApplyConfiguration(new PlaybookVersionMapping());
        builder.ApplyConfiguration(new EscalationMapping());
        builder.ApplyConfiguration(new EscalationSignalMapping());
        builder.ApplyConfiguration(new JournalEntryMapping());
        builder.ApplyConfiguration(new StartQueueMapping());
    }

    internal static PropertyBuilder<T> AsWord<T>(this PropertyBuilder<T> property) => property.HasConversion<string>().HasMaxLength(EnumLength);
}
