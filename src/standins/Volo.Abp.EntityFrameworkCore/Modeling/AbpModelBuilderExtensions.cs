using Volo.Abp.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Tells a mapping which database it is for.</summary>
public static class AbpModelBuilderExtensions
{
    private const string DatabaseProvider = "_Abp_DatabaseProvider";

    public static void SetDatabaseProvider(this ModelBuilder modelBuilder, EfCoreDatabaseProvider databaseProvider) =>
        modelBuilder.Model.SetAnnotation(DatabaseProvider, databaseProvider);

    public static EfCoreDatabaseProvider? GetDatabaseProvider(this ModelBuilder modelBuilder) =>
        (EfCoreDatabaseProvider?)modelBuilder.Model.FindAnnotation(DatabaseProvider)?.Value;

    public static bool IsUsingPostgreSql(this ModelBuilder modelBuilder) => modelBuilder.GetDatabaseProvider() == EfCoreDatabaseProvider.PostgreSql;
    public static bool IsUsingSqlite(this ModelBuilder modelBuilder) => modelBuilder.GetDatabaseProvider() == EfCoreDatabaseProvider.Sqlite;
}
