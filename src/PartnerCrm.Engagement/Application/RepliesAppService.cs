using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Engagement;

/// <summary>What somebody wrote to us. Answer is null until it is triaged.</summary>
public record ReplyDto(
    Guid Id, Guid RelationshipId, Guid ContactId, Guid OwnerId, Guid? EscalationId, string Subject, string Excerpt, DateTime At, TriageAnswer? Answer,
    DateTime? Until, string? Note, DateTime? TriagedAt)
{
    internal static readonly Expression<Func<Reply, ReplyDto>> FromReply = r => new ReplyDto(
        r.Id, r.RelationshipId, r.ContactId, r.OwnerId, r.EscalationId, r.Subject, r.Excerpt, r.At, r.Answer, r.Until, r.Note, r.TriagedAt);
}

/// <summary>Those that wait to be triaged, oldest first, unless IsTriaged says otherwise.</summary>
public class ReplyListInput : PagedResultRequestDto
{
    public Guid? OwnerId { get; set; }
    public Guid? RelationshipId { get; set; }
    public bool IsTriaged { get; set; }
}

/// <summary>Until is needed for Later: when they may be asked again.</summary>
public record TriageInput(TriageAnswer Answer, DateTime? Until, [StringLength(Reply.MaxNoteLength)] string? Note);

[Authorize(EngagementPermissions.Relationships.Default)]
public class RepliesAppService(IRepository<Reply, Guid> replies, IRepository<Relationship, Guid> relationships, ReplyTriage triage, TriageUndoing undoing, Words words) : EngagementAppService
{
    public virtual async Task<PagedResultDto<ReplyDto>> GetListAsync(ReplyListInput input)
    {
        var found = (await replies.GetQueryableAsync())
            .Where(r => input.IsTriaged ? r.Answer != null : r.Answer == null)
            .WhereIf(input.OwnerId is not null, r => r.OwnerId == input.OwnerId)
            .WhereIf(input.RelationshipId is not null, r => r.RelationshipId == input.RelationshipId);
        var page = await AsyncExecuter.ToListAsync(found.OrderBy(r => r.At).ThenBy(r => r.Id).PageBy(input).Select(ReplyDto.FromReply));
        return new PagedResultDto<ReplyDto>(await AsyncExecuter.CountBoundedAsync(found), page.ConvertAll(Read));
    }

    public virtual async Task<ReplyDto> GetAsync(Guid id) => Read(await replies.GetAsync(id));

    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual async Task<ReplyDto> TriageAsync(Guid id, TriageInput input)
    {
        var reply = await replies.GetAsync(id);
        await triage.TriageAsync(reply, await relationships.GetAsync(reply.RelationshipId), input.Answer, input.Until?.ToUniversalTime(), input.Note);
        return Read(reply);
    }

    /// <summary>Takes back what was said of it, while nothing has gone out because of it.</summary>
    [Authorize(EngagementPermissions.Relationships.Escalate)]
    public virtual async Task<ReplyDto> UndoAsync(Guid id)
    {
        var reply = await replies.GetAsync(id);
        await undoing.TakeBackAsync(reply, await relationships.GetAsync(reply.RelationshipId));
        return Read(reply);
    }

    private ReplyDto Read(Reply reply) => Read(ReplyDto.FromReply.Compile()(reply));

    private ReplyDto Read(ReplyDto reply) => reply with { Subject = words.Said(reply.Subject) };
}
