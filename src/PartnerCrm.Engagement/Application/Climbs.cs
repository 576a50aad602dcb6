using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Uow;

namespace PartnerCrm.Engagement;

/// <summary>An escalation, whose it is, and the steps it takes.</summary>
public sealed record Climb(Escalation Escalation, Relationship Relationship, IReadOnlyList<PlaybookStep> Steps);

/// <summary>Reads climbs for the workflow: in one query, and once in a unit of work, however many activities run in it.</summary>
public class Climbs(
    IRepository<Escalation, Guid> escalations, IRepository<Relationship, Guid> relationships, PlaybookShelf shelf, IUnitOfWorkManager unitsOfWork,
    IAsyncQueryableExecuter queries) : ITransientDependency
{
    public async Task<Climb> GetAsync(Guid escalationId) => await FindAsync(escalationId) ?? throw new EntityNotFoundException(typeof(Escalation), escalationId);

    public async Task<Climb?> FindAsync(Guid escalationId)
    {
        var (unitOfWork, key) = (unitsOfWork.Current!, $"{nameof(Climb)}:{escalationId:N}");
        if (unitOfWork.GetItemOrDefault<Climb>(key) is { } atHand) return atHand;

        var query = from escalation in await escalations.GetQueryableAsync()
            join relationship in await relationships.GetQueryableAsync() on escalation.RelationshipId equals relationship.Id
            where escalation.Id == escalationId
            select new { escalation, relationship };
        if (await queries.FirstOrDefaultAsync(query) is not { } found) return null;

        var climb = new Climb(found.escalation, found.relationship, await shelf.StepsAsync(found.escalation.PlaybookVersionId));
        unitOfWork.AddItem(key, climb);
        return climb;
    }
}
