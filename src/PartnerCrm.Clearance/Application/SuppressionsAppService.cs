using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Clearance;

/// <summary>What they said, and where; kept as the evidence.</summary>
public record SuppressInput(Guid ContactId, [Required, StringLength(Suppression.WordsLength)] string Words);

public class SuppressionsInput : PagedResultRequestDto
{
    /// <summary>Only objections found by a phrase that nobody has looked at yet.</summary>
    public bool PendingReview { get; set; }
}

public record SuppressionDto(Guid Id, Guid? ContactId, SuppressionReason Reason, string? Words, DateTime At, bool IsPendingReview, DateTime? LiftedAt)
{
    internal static readonly Expression<Func<Suppression, SuppressionDto>> FromSuppression = s =>
        new SuppressionDto(s.Id, s.ContactId, s.Reason, s.Words, s.At, s.IsPendingReview, s.LiftedAt);
}

/// <summary>Do not contact. Suppressions are never deleted; only one made from a phrase can be taken back, by a person who read it.</summary>
[Authorize(ClearancePermissions.Suppressions.Default)]
public class SuppressionsAppService(IRepository<Suppression, Guid> suppressions, IContactLookup contacts, Suppressing suppressing) : ApplicationService
{
    public virtual async Task<PagedResultDto<SuppressionDto>> GetListAsync(SuppressionsInput input)
    {
        var query = await suppressions.GetQueryableAsync();
        if (input.PendingReview) query = query.Where(s => s.IsPendingReview);
        return new PagedResultDto<SuppressionDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderByDescending(s => s.At).ThenBy(s => s.Id).Select(SuppressionDto.FromSuppression).PageBy(input)));
    }

    [Authorize(ClearancePermissions.Suppressions.Edit)]
    public virtual async Task CreateAsync(SuppressInput input)
    {
        if (!(await contacts.GetAsync([input.ContactId])).ContainsKey(input.ContactId)) throw new EntityNotFoundException(typeof(ContactCard), input.ContactId);
        await suppressing.SuppressAsync(input.ContactId, SuppressionReason.Recorded, input.Words, isPendingReview: false);
    }

    /// <summary>It was an objection: it stands.</summary>
    [Authorize(ClearancePermissions.Suppressions.Edit)]
    public virtual async Task ConfirmAsync(Guid id) => await ReviewAsync(id, s => s.Confirm());

    /// <summary>It was not an objection: they may be contacted again.</summary>
    [Authorize(ClearancePermissions.Suppressions.Edit)]
    public virtual async Task LiftAsync(Guid id) => await ReviewAsync(id, s => s.Lift(Clock.Now));

    // A person is suppressed under several keys: what is said of one is said of all of that person's.
    private async Task ReviewAsync(Guid id, Action<Suppression> review)
    {
        var named = await suppressions.GetAsync(id);
        var all = named.ContactId is { } contact && named.IsPendingReview
            ? await suppressions.GetListAsync(s => s.ContactId == contact && s.IsPendingReview)
            : [named];
        all.ForEach(review);
        await suppressions.UpdateManyAsync(all);
    }
}
