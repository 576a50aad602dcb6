using PartnerCrm.Contracts;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Partners;

/// <summary>Asks the other modules what a contact's page needs to know.</summary>
public class ContactOverviews(IRelationshipOverviews relationships, IClearance clearance, IColleagueLookup colleagues) : ITransientDependency
{
    private static readonly Channel[] Channels = [Channel.LinkedIn, Channel.Email, Channel.Phone];

    public virtual async Task<ContactOverviewDto> OfAsync(ContactDto contact, IReadOnlyList<ContactMergeDto> merged, Guid askedBy)
    {
        var relationship = await relationships.OfContactAsync(contact.Id);
        var touched = (await relationships.WhoKnowsAsync(contact.Id)).ToDictionary(a => a.UserId);
        var met = contact.Origins.Select(o => o.ThroughUserId).OfType<Guid>().Where(id => !touched.ContainsKey(id)).Distinct();
        var named = touched.Keys.Concat(met).Concat(relationship is null ? [] : [relationship.OwnerId]).Concat(merged.Select(m => m.UserId).OfType<Guid>());
        var names = (await colleagues.GetAsync([.. named.Distinct()]))
            .ToDictionary(c => c.Key, c => c.Value.DisplayName);
        var knownBy = touched.Values.Select(a => new KnownByDto(a.UserId, names.GetValueOrDefault(a.UserId), a.Touches, a.LastAt))
            .Concat(met.Select(id => new KnownByDto(id, names.GetValueOrDefault(id), 0, null))).ToList();

        var mayI = new List<MayIDto>();
        foreach (var channel in Channels)
        {
            var answer = await clearance.CheckAsync(new ClearanceQuestion(contact.Id, channel, Purpose.Marketing, askedBy));
            mayI.Add(new MayIDto(channel, answer.Verdict, answer.Reasons[0].Sentence, answer.OwnerId, answer.NotBefore));
        }
        return new ContactOverviewDto(contact, relationship, knownBy, mayI, merged, names);
    }
}
