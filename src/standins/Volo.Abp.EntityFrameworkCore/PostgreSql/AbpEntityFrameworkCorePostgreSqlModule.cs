using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.EntityFrameworkCore.PostgreSql
{
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpEntityFrameworkCorePostgreSqlModule : AbpModule;
}

namespace Volo.Abp.EntityFrameworkCore
{
    public static class AbpDbContextOptionsPostgreSqlExtensions
    {
        public static void UseNpgsql(this AbpDbContextOptions options, Action<NpgsqlDbContextOptionsBuilder>? postgreSqlOptionsAction = null) =>
            options.Configure(context => context.UseNpgsql(postgreSqlOptionsAction));

        public static void UseNpgsql<TDbContext>(this AbpDbContextOptions options, Action<NpgsqlDbContextOptionsBuilder>? postgreSqlOptionsAction = null)
            where TDbContext : AbpDbContext<TDbContext> =>
            options.Configure<TDbContext>(context => context.UseNpgsql(postgreSqlOptionsAction));
    }

    public static class AbpDbContextConfigurationContextPostgreSqlExtensions
    {
        public static DbContextOptionsBuilder UseNpgsql(
            this AbpDbContextConfigurationContext context, Action<NpgsqlDbContextOptionsBuilder>? postgreSqlOptionsAction = null)
        {
            return context.ExistingConnection is { } connection
                ? context.DbContextOptions.UseNpgsql(connection, Split)
                : context.DbContextOptions.UseNpgsql(context.ConnectionString, Split);

            void Split(NpgsqlDbContextOptionsBuilder options)
            {
                options.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
                postgreSqlOptionsAction?.Invoke(options);
            }
        }
    }
}
