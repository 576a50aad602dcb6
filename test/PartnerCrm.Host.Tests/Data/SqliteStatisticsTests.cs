using Microsoft.Data.Sqlite;

namespace PartnerCrm.Host.Tests;

public class SqliteStatisticsTests(FixedApp fixture) : IClassFixture<FixedApp>
{
    [Fact]
    public async Task Renewed_statistics_tell_the_planner_which_index_is_the_narrow_one()
    {
        await SqliteStatistics.RenewAsync(fixture.App.Database);

        await using var connection = new SqliteConnection(fixture.App.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM sqlite_stat1 WHERE "tbl" = 'AbpPermissionGrants'""";
        ((long)(await command.ExecuteScalarAsync())!).ShouldBeGreaterThan(0);
    }
}
