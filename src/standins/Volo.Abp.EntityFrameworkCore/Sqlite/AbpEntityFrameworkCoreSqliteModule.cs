using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Modularity;

namespace Volo.Abp.EntityFrameworkCore.Sqlite
{
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpEntityFrameworkCoreSqliteModule : AbpModule;
}

namespace Volo.Abp.EntityFrameworkCore
{
    public static class AbpDbContextOptionsSqliteExtensions
    {
        public static void UseSqlite(this AbpDbContextOptions options, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) =>
            options.Configure(context => context.UseSqlite(sqliteOptionsAction));

        public static void UseSqlite<TDbContext>(this AbpDbContextOptions options, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null)
            where TDbContext : AbpDbContext<TDbContext> =>
            options.Configure<TDbContext>(context => context.UseSqlite(sqliteOptionsAction));
    }

    public static class AbpDbContextConfigurationContextSqliteExtensions
    {
        public static DbContextOptionsBuilder UseSqlite(
            this AbpDbContextConfigurationContext context, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) =>
            context.ExistingConnection is { } connection
                ? context.UseSqlite(connection, sqliteOptionsAction)
                : context.DbContextOptions.UseSqlite(context.ConnectionString, Split(sqliteOptionsAction)).AddInterceptors(SqliteConnections.Instance);

        public static DbContextOptionsBuilder UseSqlite(
            this AbpDbContextConfigurationContext context, DbConnection connection, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) =>
            context.DbContextOptions.UseSqlite(connection, Split(sqliteOptionsAction)).AddInterceptors(SqliteConnections.Instance);

        private static Action<SqliteDbContextOptionsBuilder> Split(Action<SqliteDbContextOptionsBuilder>? action) => options =>
        {
            options.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
            action?.Invoke(options);
        };
    }
}
