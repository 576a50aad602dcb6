using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace PartnerCrm.Sources;

/// <summary>What was wrong with a row. The sentence is made of the code when it is shown, in the reader's language.</summary>
public class ImportProblem : Entity<Guid>, IMultiTenant
{
    public const int MaxCodeLength = 64;
    public const int MaxExcerptLength = 200;

    public ImportProblem(Guid id, Guid importId, RowProblem problem)
        : base(id)
    {
        ImportId = importId;
        Row = problem.Row;
        Code = problem.Code;
        Excerpt = problem.Excerpt;
    }

    private ImportProblem()
    {
    }

    public Guid? TenantId { get; private set; }
    public Guid ImportId { get; private set; }
    public int Row { get; private set; }
    public string Code { get; private set; } = "";

    /// <summary>The row as it stands in the file, the beginning of it.</summary>
    public string Excerpt { get; private set; } = "";
}
