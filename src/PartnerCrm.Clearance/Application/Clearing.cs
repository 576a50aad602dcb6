using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace PartnerCrm.Clearance;

/// <summary>Answers "may I?": collects the facts, lets <see cref="ClearanceRules"/> decide, and says it in the reader's language.</summary>
[ExposeServices(typeof(IClearance))]
public class Clearing(
    ClearanceFactsReader facts,
    OrganisationClaims claims,
    IRepository<OwnerRequest, Guid> requests,
    IRepository<Decision, Guid> decisions,
    ISettingProvider settings,
    IStringLocalizer<ClearanceResource> localizer,
    IColleagueLookup colleagues,
    ICurrentTenant tenant,
    IGuidGenerator guids,
    IClock clock) : IClearance, ITransientDependency
{
    [UnitOfWork]
    public virtual async Task<ClearanceAnswer> CheckAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) =>
        await SayAsync(await RuleAsync(question, cancellationToken));

    [UnitOfWork]
    public virtual async Task<IReadOnlyDictionary<Guid, ClearanceAnswer>> CheckManyAsync(
        IReadOnlyCollection<Guid> contactIds, Channel channel, Purpose purpose, Guid askedBy, CancellationToken cancellationToken = default)
    {
        var answers = new Dictionary<Guid, ClearanceAnswer>();
        var known = await ReadAsync(contactIds, askedBy, null, cancellationToken);
        foreach (var id in contactIds.Distinct())
        {
            var question = new ClearanceQuestion(id, channel, purpose, askedBy);
            answers[id] = await SayAsync(known.TryGetValue(id, out var found) ? ClearanceRules.Decide(question, found, clock.Now) : Unknown());
        }

        return answers;
    }

    [UnitOfWork]
    public virtual async Task<ClearanceAnswer> ClaimAsync(ClearanceQuestion question, string effectKey, CancellationToken cancellationToken = default)
    {
        await claims.LockAsync(question.ContactId, cancellationToken);
        var (ruling, organisationId) = await RuleWithOrganisationAsync(question, effectKey, cancellationToken);

        var reasons = JsonSerializer.Serialize(ruling.Reasons);
        await decisions.InsertAsync(
            new Decision(guids.Create(), tenant.Id, effectKey, question, ruling.Verdict, reasons, clock.Now), cancellationToken: cancellationToken);

        if (organisationId is { } organisation)
        {
            if (ruling.Verdict == Verdict.Allowed && question.Purpose == Purpose.Marketing)
                await claims.ClaimAsync(organisation, question.AskedBy, clock.Now, clock.Now + await DaysAsync(ClearanceSettings.DaysAClaimHolds), cancellationToken);
            if (ruling is { Verdict: Verdict.AskOwner, OwnerId: { } owner })
                await AskAsync(question, organisation, owner, cancellationToken);
        }

        return await SayAsync(ruling);
    }

    private async Task AskAsync(ClearanceQuestion question, Guid organisationId, Guid ownerId, CancellationToken cancellationToken)
    {
        var open = await requests.GetListAsync(
            r => r.OrganisationId == organisationId && r.AskedBy == question.AskedBy && r.State == OwnerRequestState.Open, cancellationToken: cancellationToken);
        if (open.Count == 0)
        {
            await requests.InsertAsync(
                new OwnerRequest(guids.Create(), tenant.Id, question.ContactId, organisationId, question.AskedBy, ownerId, clock.Now),
                cancellationToken: cancellationToken);
            return;
        }

        // Somebody else has the say by now.
        foreach (var request in open.Where(r => r.OwnerId != ownerId)) request.PassTo(ownerId, clock.Now);
        await requests.UpdateManyAsync(open, cancellationToken: cancellationToken);
    }

    private async Task<Ruling> RuleAsync(ClearanceQuestion question, CancellationToken cancellationToken) =>
        (await RuleWithOrganisationAsync(question, null, cancellationToken)).Ruling;

    private async Task<(Ruling Ruling, Guid? OrganisationId)> RuleWithOrganisationAsync(
        ClearanceQuestion question, string? effectKey, CancellationToken cancellationToken)
    {
        var known = await ReadAsync([question.ContactId], question.AskedBy, effectKey, cancellationToken);
        return known.TryGetValue(question.ContactId, out var found)
            ? (ClearanceRules.Decide(question, found, clock.Now), found.Organisation?.OrganisationId)
            : (Unknown(), null);
    }

    private async Task<IReadOnlyDictionary<Guid, ClearanceFacts>> ReadAsync(
        IReadOnlyCollection<Guid> contactIds, Guid askedBy, string? effectKey, CancellationToken cancellationToken) =>
        await facts.ReadAsync(
            contactIds,
            askedBy,
            int.Parse(await settings.GetOrNullAsync(ClearanceSettings.MailsADay) ?? "40", CultureInfo.InvariantCulture),
            await DaysAsync(ClearanceSettings.DaysBetweenColdMails),
            clock.Now,
            effectKey,
            cancellationToken);

    private async Task<TimeSpan> DaysAsync(string setting) =>
        TimeSpan.FromDays(double.Parse(await settings.GetOrNullAsync(setting) ?? "0", CultureInfo.InvariantCulture));

    // A contact nobody told us of can't be cleared: the strictest answer.
    private Ruling Unknown() => new(Verdict.Blocked, [new RulingReason("NoBasis", new Dictionary<string, string>())], clock.Now);

    private async Task<ClearanceAnswer> SayAsync(Ruling ruling)
    {
        var owner = ruling.OwnerId is { } id && (await colleagues.GetAsync([id])).TryGetValue(id, out var card) ? card.DisplayName : null;
        var reasons = ruling.Reasons.Select(r => new ClearanceReason(r.Rule, Sentence(r, owner), r.Facts)).ToList();
        return new ClearanceAnswer(ruling.Verdict, reasons, ClearanceRules.Version, ruling.ValidUntil, ruling.OwnerId, ruling.NotBefore, ruling.HeldBy);
    }

    private string Sentence(RulingReason reason, string? owner)
    {
        var sentence = localizer["Rule:" + reason.Rule].Value.Replace("{Owner}", owner ?? localizer["AColleague"].Value, StringComparison.Ordinal);
        return reason.Facts.Aggregate(sentence, (text, fact) => text.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal));
    }
}
