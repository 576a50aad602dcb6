using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>
/// Leaves a filter that is off out of the query altogether. As a parameter (<c>@off OR TenantId = @id</c>) it would keep
/// SQLite from using any index that begins with the filtered column.
/// </summary>
internal static class DataFilterQueries
{
    public const string SoftDelete = "AbpSoftDelete";
    public const string MultiTenant = "AbpMultiTenant";

    public static void Use(DbContextOptionsBuilder builder)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new FilterStateExtension());
        builder.AddInterceptors(LeaveOutWhatIsOff.Instance);
    }

    private static FilterState StateOf(DbContext? context) => (context as IAbpDbContext)?.FilterState ?? FilterState.AllOn;

    private sealed class LeaveOutWhatIsOff : IQueryExpressionInterceptor
    {
        public static readonly LeaveOutWhatIsOff Instance = new();

        private static readonly Dictionary<FilterState, string[]> Off = new()
        {
            [FilterState.MultiTenant] = [SoftDelete],
            [FilterState.SoftDelete] = [MultiTenant],
            [FilterState.None] = [SoftDelete, MultiTenant],
        };

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
            Off.TryGetValue(StateOf(eventData.Context), out var names) ? new IgnoreAtTheRoot(names).Visit(queryExpression) : queryExpression;
    }

    // Once anywhere in the query is enough: EF applies it to the whole of it.
    private sealed class IgnoreAtTheRoot(string[] names) : ExpressionVisitor
    {
        private bool done;

        protected override Expression VisitExtension(Expression node)
        {
            if (done || node is not EntityQueryRootExpression root) return node is EntityQueryRootExpression ? node : base.VisitExtension(node);
            done = true;
            return Expression.Call(
                typeof(EntityFrameworkQueryableExtensions), nameof(EntityFrameworkQueryableExtensions.IgnoreQueryFilters),
                [root.ElementType], root, Expression.Constant(names, typeof(IReadOnlyCollection<string>)));
        }
    }

    /// <summary>One compiled query per combination of filters that are on.</summary>
    private sealed class KeyWithFilterState(ICompiledQueryCacheKeyGenerator inner, ICurrentDbContext context) : ICompiledQueryCacheKeyGenerator
    {
        public object GenerateCacheKey(Expression query, bool async) => (inner.GenerateCacheKey(query, async), StateOf(context.Context));
    }

    private sealed class FilterStateExtension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => field ??= new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services)
        {
            var inner = services.Last(s => s.ServiceType == typeof(ICompiledQueryCacheKeyGenerator));
            services.Remove(inner);
            services.Add(ServiceDescriptor.Describe(
                typeof(ICompiledQueryCacheKeyGenerator),
                provider => new KeyWithFilterState(
                    (ICompiledQueryCacheKeyGenerator)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!),
                    provider.GetRequiredService<ICurrentDbContext>()),
                inner.Lifetime));
        }

        public void Validate(IDbContextOptions options)
        {
        }

        private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;
            public override string LogFragment => "";
            public override int GetServiceProviderHashCode() => 0;
            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;
            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["Abp:DataFilters"] = "1";
        }
    }
}

[Flags]
internal enum FilterState
{
    None = 0,
    SoftDelete = 1,
    MultiTenant = 2,
    AllOn = SoftDelete | MultiTenant,
}

/// <summary>What this assembly asks of a context whatever its type argument.</summary>
internal interface IAbpDbContext
{
    FilterState FilterState { get; }
    IAbpLazyServiceProvider LazyServiceProvider { get; set; }

    /// <summary>Stamps entities that are about to be stored without being tracked.</summary>
    void PrepareForBulkInsert(IReadOnlyCollection<object> entities);
}
