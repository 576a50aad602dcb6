using Microsoft.EntityFrameworkCore;

namespace PartnerCrm.Sources;

public static class SourcesModelBuilderExtensions
{
    public static void ConfigureSources(this ModelBuilder builder)
    {
        ImportMapping.Map(builder);
        CandidateMapping.Map(builder);
        StoredFileMapping.Map(builder);
    }
}
