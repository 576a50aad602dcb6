using PartnerCrm.Shared;

namespace PartnerCrm.Host.Tests;

public sealed class MigrationsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crmschema").FullName;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_migrated_database_is_what_the_model_says(DatabaseProvider provider)
    {
        var (migrated, created) = (await EmptyAsync(provider), await EmptyAsync(provider));
        await Migrations.ApplyAsync(migrated, _ => { });
        // What the model can't say has sources of its own.
        foreach (var sql in (string[])[SchemaScript.For(created), Source("src/PartnerCrm.Partners/Data/Search", created), Source("src/standins/Elsa/Schema/", created)])
            await Schema.ExecuteAsync(created, sql);

        var (are, should) = (await Schema.ReadAsync(migrated), await Schema.ReadAsync(created));

        should.Count.ShouldBeGreaterThan(300);
        Lines(should.Except(are)).ShouldBe("", "the migrations lack these (`PartnerCrm.Host schema` prints the model's tables)");
        Lines(are.Except(should)).ShouldBe("", "the migrations make these, the model has them not");
        are.Count.ShouldBe(should.Count);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Hosts_that_start_together_migrate_once(DatabaseProvider provider)
    {
        var database = await EmptyAsync(provider);
        var reported = new List<string>();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Migrations.ApplyAsync(database, Report))));
        await Migrations.ApplyAsync(database, Report);

        reported.Order(StringComparer.Ordinal).ShouldBe(Migrations.Files(database.Folder).Select(file => $"Migrated: {file.Name}"));

        void Report(string line)
        {
            lock (reported) reported.Add(line);
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Only_the_last_seeding_counts(DatabaseProvider provider)
    {
        var database = await EmptyAsync(provider);
        await Migrations.ApplyAsync(database, _ => { });
        (await Migrations.IsSeededAsync(database, "A")).ShouldBeFalse();

        await Migrations.RecordSeedingAsync(database, "A");
        await Migrations.RecordSeedingAsync(database, "A");
        (await Migrations.IsSeededAsync(database, "A")).ShouldBeTrue();

        await Migrations.RecordSeedingAsync(database, "B");
        (await Migrations.IsSeededAsync(database, "A")).ShouldBeFalse();
        (await Migrations.IsSeededAsync(database, "B")).ShouldBeTrue();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<DatabaseOptions> EmptyAsync(DatabaseProvider provider) => new(
        provider,
        provider == DatabaseProvider.Sqlite ? $"Data Source={Path.Combine(folder, $"{Guid.NewGuid():N}.db")}" : await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync());

    private static string Source(string path, DatabaseOptions database) =>
        File.ReadAllText(Repository.File(path.EndsWith('/') ? $"{path}{database.Folder}.sql" : $"{path}.{database.Folder}.sql"));

    private static string Lines(IEnumerable<string> parts) => string.Join(Environment.NewLine, parts);
}
