using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Settings;

namespace PartnerCrm.Mail;

/// <summary>Writes the mail that a module asked for, once per effect key. What can't be written is stored as failed, and whoever asked is told.</summary>
public class MailWriting(
    IRepository<MailMessage, Guid> mails, MailTemplates templates, MailThreads threads, IContactLookup contacts, IContactOrigins origins, IRelationshipLookup relationships, IColleagueLookup colleagues,
    ISettingProvider settings, ILocalEventBus events, IStringLocalizer<MailResource> texts) : DomainService
{
    public virtual async Task WriteAsync(MailRequested request)
    {
        if (await mails.FindAsync(m => m.EffectKey == request.EffectKey) is not null) return;

        var mail = new MailMessage(GuidGenerator.Create(), CurrentTenant.Id, request);
        try
        {
            await WriteAsync(mail, request);
        }
        catch (BusinessException impossible)
        {
            mail.Fail(Sentence(impossible));
        }
        await mails.InsertAsync(mail, autoSave: true);

        if (mail.State == MailState.Draft)
            await events.PublishAsync(new DraftReady(
                mail.Id, mail.EffectKey, mail.ContactId, mail.SenderId, mail.RelationshipId, mail.EscalationId, mail.Subject, Clock.Now));
        if (mail.State == MailState.Failed) await events.PublishAsync(MailFacts.Failed(mail, Clock.Now));
    }

    public const string ByHand = "by-hand";

    /// <summary>A draft in its sender's own words.</summary>
    public virtual async Task<MailMessage> WriteByHandAsync(Guid contactId, Guid senderId, string subject, string text, string? html)
    {
        var contact = (await contacts.GetAsync([contactId])).GetValueOrDefault(contactId) ?? throw new BusinessException(MailErrors.ContactMissing);
        if (string.IsNullOrWhiteSpace(contact.Email)) throw new BusinessException(MailErrors.ContactHasNoAddress).WithData("Contact", contact.DisplayName);
        var sender = (await colleagues.GetAsync([senderId])).GetValueOrDefault(senderId) ?? throw new BusinessException(MailErrors.SenderMissing);
        var relationship = (await relationships.OfContactsAsync([contactId])).GetValueOrDefault(contactId);
        var id = GuidGenerator.Create();
        var wrote = await threads.HasWrittenAsync(contactId);
        var mail = new MailMessage(id, CurrentTenant.Id, new MailRequested(
            $"by-hand:{id:N}", contactId, senderId, Purpose.Marketing, ByHand, new Dictionary<string, string>(), NeedsApproval: true, relationship?.Id, IsCold: !wrote));
        var met = (await origins.GetAsync([contactId])).GetValueOrDefault(contactId) ?? [];
        mail.Write(new RenderedMail(subject, text, html ?? HtmlText.FromText(text)), contact.Language ?? "en", contact, sender, SourceOf(met), needsApproval: true);
        await mails.InsertAsync(mail, autoSave: true);
        await events.PublishAsync(new DraftReady(mail.Id, mail.EffectKey, mail.ContactId, mail.SenderId, mail.RelationshipId, null, mail.Subject, Clock.Now));
        return mail;
    }

    private async Task WriteAsync(MailMessage mail, MailRequested request)
    {
        var contact = (await contacts.GetAsync([request.ContactId])).GetValueOrDefault(request.ContactId)
            ?? throw new BusinessException(MailErrors.ContactMissing);
        if (string.IsNullOrWhiteSpace(contact.Email)) throw new BusinessException(MailErrors.ContactHasNoAddress).WithData("Contact", contact.DisplayName);
        var sender = (await colleagues.GetAsync([request.SenderId])).GetValueOrDefault(request.SenderId)
            ?? throw new BusinessException(MailErrors.SenderMissing);
        var template = await templates.FindAsync(request.Template, contact.Language)
            ?? throw new BusinessException(MailErrors.TemplateMissing).WithData("Template", request.Template);

        var variables = VariablesFor(contact, sender, await UniversityAsync());
        foreach (var (name, value) in request.Variables) variables.TryAdd(name, value);
        var met = (await origins.GetAsync([contact.Id])).GetValueOrDefault(contact.Id) ?? [];
        if (met.FirstOrDefault(o => o.Channel == Channel.Event)?.Where is { } where) variables.TryAdd("event", where);
        mail.Write(template.Render(variables), template.Language, contact, sender, SourceOf(met), request.NeedsApproval);
        if (request.NeedsApproval && await PutAsideAsync(request) is { } before) mail.Revise(before.Subject, before.Text, before.Html);
    }

    /// <summary>The plan asks again, since a pause or a failure came between: its sender's own words for this mail are not asked for twice.</summary>
    private async Task<MailMessage?> PutAsideAsync(MailRequested request)
    {
        if (request.EscalationId is not { } plan) return null;
        var last = await AsyncExecuter.FirstOrDefaultAsync((await mails.GetQueryableAsync())
            .Where(m => m.EscalationId == plan && m.SenderId == request.SenderId && m.Template == request.Template).OrderByDescending(m => m.CreationTime).ThenBy(m => m.Id));
        return last is { IsRevised: true, State: MailState.Withdrawn or MailState.Failed } ? last : null;
    }

    /// <summary>Where their details are from, for the notice: a network by its name, an event by its own.</summary>
    private static string? SourceOf(IReadOnlyList<OriginFact> met)
    {
        var names = met.Select(o => o.Channel switch
        {
            Channel.Event => o.Where,
            Channel.LinkedIn or Channel.X or Channel.Facebook => o.Channel.ToString(),
            _ => null, // they told us themselves, or somebody did: the notice then says so in general words
        });
        return names.OfType<string>().Distinct().Take(3).ToList() is { Count: > 0 } known ? string.Join(", ", known) : null;
    }

    public virtual async Task<string> UniversityAsync() => await settings.GetOrNullAsync(MailSettings.University) ?? "";

    public static Dictionary<string, string> VariablesFor(ContactCard contact, ColleagueCard sender, string university) => new()
    {
        ["contact.firstName"] = contact.FirstName,
        ["contact.lastName"] = contact.LastName,
        ["contact.name"] = contact.DisplayName,
        ["contact.organisation"] = contact.OrganisationName ?? "",
        ["contact.position"] = contact.Position ?? "",
        ["sender.name"] = sender.DisplayName,
        ["sender.email"] = sender.Email,
        ["university"] = university,
    };

    /// <summary>What the exception would tell a caller, for those who aren't waiting for an answer.</summary>
    private string Sentence(BusinessException exception)
    {
        var sentence = texts[exception.Code!].Value;
        foreach (System.Collections.DictionaryEntry entry in exception.Data) sentence = sentence.Replace($"{{{entry.Key}}}", $"{entry.Value}");
        return sentence;
    }
}
