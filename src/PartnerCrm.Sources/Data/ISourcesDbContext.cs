using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace PartnerCrm.Sources;

[ConnectionStringName("Default")]
public interface ISourcesDbContext : IEfCoreDbContext
{
    DbSet<Import> Imports { get; }
    DbSet<ImportProblem> ImportProblems { get; }
    DbSet<Candidate> Candidates { get; }
    DbSet<StoredFile> StoredFiles { get; }
    DbSet<StoredFileChunk> StoredFileChunks { get; }
}
