using System.Linq.Expressions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace PartnerCrm.Engagement;

/// <summary>One relationship on the board of the practice mode's first page.</summary>
public record BoardCard(string ContactName, string? OrganisationName, DateTime? LastTouchpointAt)
{
    internal static readonly Expression<Func<Relationship, BoardCard>> FromRelationship = r => new BoardCard(r.ContactName, r.OrganisationName, r.LastTouchpointAt);
}

public record BoardColumn(Stage Stage, int Count, IReadOnlyList<BoardCard> Cards);

/// <summary>Relationships by stage, for everybody to see: the host serves it in practice mode only, whose people are made up.</summary>
public class LiveBoard(IRepository<Relationship, Guid> relationships, IAsyncQueryableExecuter queries) : ITransientDependency
{
    private const int CardsInColumn = 12;

    public async Task<IReadOnlyList<BoardColumn>> GetAsync(CancellationToken cancellationToken = default)
    {
        var all = await relationships.GetQueryableAsync();
        var counts = (await queries.ToListAsync(all.GroupBy(r => r.Stage).Select(g => new { Stage = g.Key, Count = g.Count() }), cancellationToken))
            .ToDictionary(c => c.Stage, c => c.Count);
        var columns = new List<BoardColumn>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var cards = counts.ContainsKey(stage)
                ? await queries.ToListAsync(
                    all.Where(r => r.Stage == stage).OrderByDescending(r => r.LastTouchpointAt).Take(CardsInColumn).Select(BoardCard.FromRelationship), cancellationToken)
                : [];
            columns.Add(new BoardColumn(stage, counts.GetValueOrDefault(stage), cards));
        }
        return columns;
    }
}
