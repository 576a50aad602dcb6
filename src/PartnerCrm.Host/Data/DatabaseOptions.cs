namespace PartnerCrm.Host;

public enum DatabaseProvider
{
    Sqlite, PostgreSql,
}

/// <summary>Which database: `Database:Provider` (Sqlite by default, PostgreSql in production) and `ConnectionStrings:Default`.</summary>
public record DatabaseOptions(DatabaseProvider Provider, string ConnectionString)
{
    public static DatabaseOptions From(IConfiguration configuration) => new(
        ProviderOf(configuration["Database:Provider"]),
        configuration.GetConnectionString("Default") ?? throw new WrongConfigurationException("Set ConnectionStrings:Default to the database's connection string."));

    private static DatabaseProvider ProviderOf(string? name) =>
        string.IsNullOrEmpty(name) ? DatabaseProvider.Sqlite
        : Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
        : throw new WrongConfigurationException($"Database:Provider is '{name}'. It may be {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}.");

    /// <summary>The folder of its migrations.</summary>
    public string Folder => Provider == DatabaseProvider.Sqlite ? "sqlite" : "postgres";
}
