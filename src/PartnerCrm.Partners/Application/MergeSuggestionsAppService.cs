using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartnerCrm.Contracts;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Partners;

/// <summary>Contacts that may be one person twice. Only suggestions: a person looks.</summary>
[Authorize(PartnersPermissions.Contacts.Default)]
public class MergeSuggestionsAppService(IRepository<Contact, Guid> contacts, IContactMatching matching, IStringLocalizer<PartnersResource> texts) : ApplicationService
{
    private const int NamesLookedAt = 100;

    /// <summary>Who else may this contact be?</summary>
    [HttpGet("/api/crm/contacts/{id}/merge-suggestions")]
    public virtual async Task<ListResultDto<MergeSuggestionDto>> GetOfContactAsync(Guid id)
    {
        var contact = await contacts.GetAsync(id);
        return new ListResultDto<MergeSuggestionDto>(await SuggestAsync([contact]));
    }

    /// <summary>Contacts that share a name with another, by name; skipCount counts names.</summary>
    public virtual async Task<ListResultDto<MergeSuggestionDto>> GetListAsync(PagedResultRequestDto input)
    {
        var names = (await contacts.GetQueryableAsync()).Where(c => c.NameKey != "").GroupBy(c => c.NameKey).Where(g => g.Count() > 1)
            .Select(g => g.Key).OrderBy(k => k).Skip(input.SkipCount).Take(Math.Min(input.MaxResultCount, NamesLookedAt));
        var keys = await AsyncExecuter.ToListAsync(names);
        var people = keys.Count == 0 ? [] : await contacts.GetListAsync(c => keys.Contains(c.NameKey));
        return new ListResultDto<MergeSuggestionDto>(await SuggestAsync(people));
    }

    private async Task<List<MergeSuggestionDto>> SuggestAsync(List<Contact> people)
    {
        if (people.Count == 0) return [];
        var matches = await matching.MatchAsync([.. people.Select((c, i) => new PersonSketch(i, c.FirstName, c.LastName, c.Email, c.ProfileSlug, c.OrganisationName, c.Position))]);
        var pairs = matches.SelectMany(m => m.Suggestions.Where(s => s.ContactId != people[m.Key].Id).Select(s => (Contact: people[m.Key], Suggestion: s)))
            // Each pair once, from whichever side it is seen first.
            .DistinctBy(p => p.Contact.Id.CompareTo(p.Suggestion.ContactId) < 0 ? (p.Contact.Id, p.Suggestion.ContactId) : (p.Suggestion.ContactId, p.Contact.Id)).ToList();
        var ids = pairs.SelectMany(p => (Guid[])[p.Contact.Id, p.Suggestion.ContactId]).Distinct().ToList();
        var rows = (await AsyncExecuter.ToListAsync((await contacts.GetQueryableAsync()).Where(c => ids.Contains(c.Id)).Select(ContactRow.FromContact))).ToDictionary(r => r.Id);
        return [.. pairs.Where(p => rows.ContainsKey(p.Suggestion.ContactId))
            .Select(p => new MergeSuggestionDto(rows[p.Contact.Id], rows[p.Suggestion.ContactId], p.Suggestion.Certainty, InWords(p.Suggestion)))
            .OrderByDescending(s => s.Certainty)];
    }

    private string InWords(MatchSuggestion suggestion) => suggestion.Reason switch
    {
        MatchReasons.SameProfile => texts["Match:Profile"],
        MatchReasons.SameEmail => texts["Match:Email"],
        MatchReasons.SameName => texts["Match:Name"],
        _ => texts["Match:NameAt", suggestion.OrganisationName ?? ""],
    };
}
