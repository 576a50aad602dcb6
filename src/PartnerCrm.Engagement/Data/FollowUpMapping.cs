using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace PartnerCrm.Engagement;

public class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> b)
    {
        b.ToTable("CrmFollowUps");
        b.ConfigureByConvention();
        b.Ignore(f => f.Title);
        b.Property(f => f.Kind).AsWord();
        b.Property(f => f.State).AsWord();
        b.Property(f => f.TitleKey).HasMaxLength(Sentence.MaxKeyLength);
        b.Property(f => f.TitleData).HasMaxLength(Sentence.MaxDataLength);
        b.Property(f => f.SuggestedText).HasMaxLength(FollowUp.MaxSuggestedTextLength);
        b.Property(f => f.Answer).HasMaxLength(FollowUp.MaxAnswerLength);
        b.Property(f => f.Note).HasMaxLength(FollowUp.MaxNoteLength);
        b.Property(f => f.EffectKey).HasMaxLength(FollowUp.MaxEffectKeyLength);
        b.HasIndex(f => f.EffectKey).IsUnique();
        b.HasIndex(f => new { f.TenantId, f.OwnerId, f.State, f.DueAt });
        b.HasIndex(f => new { f.RelationshipId, f.State });
    }
}

public class ReplyMapping : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> b)
    {
        b.ToTable("CrmReplies");
        b.ConfigureByConvention();
        b.Property(r => r.Subject).HasMaxLength(Reply.MaxSubjectLength);
        b.Property(r => r.Excerpt).HasMaxLength(Reply.MaxExcerptLength);
        b.Property(r => r.Note).HasMaxLength(Reply.MaxNoteLength);
        b.Property(r => r.Answer).AsWord();
        b.HasIndex(r => new { r.TenantId, r.OwnerId, r.At });
        b.HasIndex(r => r.RelationshipId);
    }
}
