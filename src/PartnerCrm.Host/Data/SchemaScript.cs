using Microsoft.EntityFrameworkCore;

namespace PartnerCrm.Host;

/// <summary>The model's tables as SQL: the start of a migration written by hand (`PartnerCrm.Host schema`), and what the test holds the migrations against.</summary>
public static class SchemaScript
{
    public static string For(DatabaseOptions database)
    {
        var options = new DbContextOptionsBuilder<PartnerCrmDbContext>();
        if (database.Provider == DatabaseProvider.Sqlite) options.UseSqlite(database.ConnectionString);
        else options.UseNpgsql(database.ConnectionString);
        using var context = new PartnerCrmDbContext(options.Options);
        return context.Database.GenerateCreateScript();
    }
}
