namespace PartnerCrm.Host;

public enum DatabaseProvider
{
    Sqlite, PostgreSql,
}

/// <summary>Which database: `Database:Provider` (Sqlite by default, PostgreSql in production) and `ConnectionStrings:Default`.</summary>
public record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    public static DatabaseOptions From(IConfiguration configuration) => new(
        configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite),
        configuration.GetConnectionString("Default") ?? throw new InvalidOperationException("Set ConnectionStrings:Default to the database's connection string."));

    /// <summary>The folder of its migrations.</summary>
    public string Folder => Provider == DatabaseProvider.Sqlite ? "sqlite" : "postgres";
}
