using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace PartnerCrm.Clearance;

/// <summary>How consent was given, for the record: "ticked the box at the seminar, 12 March".</summary>
public record RecordConsentInput([Required, StringLength(ContactBasis.SourceLength)] string Source);

/// <summary>A decision something was done or refused on. Reasons is JSON: rule and facts.</summary>
public record DecisionDto(
    Guid Id, string EffectKey, Guid ContactId, Channel Channel, Purpose Purpose, Guid AskedBy, Verdict Verdict, string Reasons, string RuleSet, DateTime At)
{
    internal static readonly Expression<Func<Decision, DecisionDto>> FromDecision = d =>
        new DecisionDto(d.Id, d.EffectKey, d.ContactId, d.Channel, d.Purpose, d.AskedBy, d.Verdict, d.Reasons, d.RuleSet, d.At);
}

/// <summary>May I? for one contact, and what was decided about them before.</summary>
[Authorize(ClearancePermissions.Decisions.Default)]
public class ContactClearancesAppService(IClearance clearance, IRepository<ContactBasis, Guid> bases, IRepository<Decision, Guid> decisions)
    : ApplicationService
{
    /// <summary>Asks for the caller. A contact of another tenant is not found.</summary>
    [HttpGet("/api/crm/contacts/{id}/clearance")]
    public virtual async Task<ClearanceAnswer> GetAsync(Guid id, Channel channel = Channel.Email, Purpose purpose = Purpose.Marketing)
    {
        await EnsureKnownAsync(id);
        return await clearance.CheckAsync(new ClearanceQuestion(id, channel, purpose, CurrentUser.Id ?? Guid.Empty));
    }

    [HttpGet("/api/crm/contacts/{id}/clearance-decisions")]
    public virtual async Task<PagedResultDto<DecisionDto>> GetDecisionsAsync(Guid id, PagedResultRequestDto input)
    {
        await EnsureKnownAsync(id);
        var query = (await decisions.GetQueryableAsync()).Where(d => d.ContactId == id);
        return new PagedResultDto<DecisionDto>(
            await AsyncExecuter.CountBoundedAsync(query),
            await AsyncExecuter.ToListAsync(query.OrderByDescending(d => d.At).ThenBy(d => d.Id).Select(DecisionDto.FromDecision).PageBy(input)));
    }

    [HttpPost("/api/crm/contacts/{id}/consent")]
    [Authorize(ClearancePermissions.Suppressions.Edit)]
    public virtual async Task RecordConsentAsync(Guid id, RecordConsentInput input)
    {
        var basis = await bases.GetAsync(id);
        basis.RecordConsent(input.Source);
        await bases.UpdateAsync(basis);
    }

    private async Task EnsureKnownAsync(Guid contactId)
    {
        if (!await bases.AnyAsync(b => b.Id == contactId)) throw new EntityNotFoundException(typeof(ContactBasis), contactId);
    }
}
