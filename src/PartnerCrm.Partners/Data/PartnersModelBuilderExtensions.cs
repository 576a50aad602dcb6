using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartnerCrm.Partners;

public static class PartnersModelBuilderExtensions
{
    public static void ConfigurePartners(this ModelBuilder builder)
    {
        ContactMapping.Map(builder);
        OrganisationMapping.Map(builder);
        SavedViewMapping.Map(builder);
    }

    /// <summary>Compared byte by byte, as SQLite does anyway: so that an index serves ranges ("begins with") on PostgreSQL too.</summary>
    internal static PropertyBuilder<T> Bytewise<T>(this PropertyBuilder<T> property, ModelBuilder builder) =>
        builder.IsUsingPostgreSql() ? property.UseCollation("C") : property;
}
