using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace PartnerCrm.Engagement;

/// <summary>Writes down what happened, and why.</summary>
public class Journal(IRepository<JournalEntry, Guid> entries, IGuidGenerator guids, IClock clock, ICurrentUser user) : ITransientDependency
{
    /// <summary>The key under which the head of engagement finds overrides.</summary>
    public const string GateOverridden = "Journal:GateOverridden";

    private static long written;

    public Task WriteAsync(Relationship relationship, Guid? escalationId, Sentence sentence) => entries.InsertAsync(new JournalEntry(
        guids.Create(), relationship, escalationId, sentence, clock.Now, Interlocked.Increment(ref written), user.Id));

    public Task WriteAsync(Relationship relationship, Guid? escalationId, string key, params (string Name, object? Value)[] data) =>
        WriteAsync(relationship, escalationId, Sentence.Of(key, data));
}
