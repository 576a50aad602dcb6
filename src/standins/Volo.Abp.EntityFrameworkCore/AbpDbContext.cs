using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore.ValueComparers;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>
/// A context that filters by tenant and soft deletion, stamps who did what and when, renews concurrency stamps, and hands
/// the events of its entities to the unit of work. Saving is in the other half of this class.
/// </summary>
public abstract partial class AbpDbContext<TDbContext> : DbContext, IAbpEfCoreDbContext, IAbpDbContext, ITransientDependency
    where TDbContext : DbContext
{
    private IUnitOfWork? unitOfWork;
    private ICurrentTenant? currentTenant;
    private IDataFilter? dataFilter;

    protected AbpDbContext(DbContextOptions<TDbContext> options)
        : base(options)
    {
    }

    /// <summary>Missing only where a context is made by hand, as for comparing schemas.</summary>
    public IAbpLazyServiceProvider LazyServiceProvider
    {
        get;
        set
        {
            field = value;
            // A pooled context forgets whom it served before.
            (currentTenant, dataFilter, unitOfWork) = (null, null, null);
        }
    } = null!;

    public ICurrentTenant CurrentTenant => currentTenant ??= LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();
    public IDataFilter DataFilter => dataFilter ??= LazyServiceProvider.LazyGetRequiredService<IDataFilter>();
    public IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetService<IGuidGenerator>(SimpleGuidGenerator.Instance);
    public IEntityChangeEventHelper EntityChangeEventHelper => LazyServiceProvider.LazyGetRequiredService<IEntityChangeEventHelper>();
    public IAuditPropertySetter AuditPropertySetter => LazyServiceProvider.LazyGetRequiredService<IAuditPropertySetter>();
    public IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();
    public IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();
    public ILogger<AbpDbContext<TDbContext>> Logger =>
        LazyServiceProvider.LazyGetService<ILogger<AbpDbContext<TDbContext>>>(NullLogger<AbpDbContext<TDbContext>>.Instance);

    protected virtual Guid? CurrentTenantId => LazyServiceProvider is null ? null : CurrentTenant.Id;
    protected virtual bool IsMultiTenantFilterEnabled => LazyServiceProvider is null || DataFilter.IsEnabled<IMultiTenant>();
    protected virtual bool IsSoftDeleteFilterEnabled => LazyServiceProvider is null || DataFilter.IsEnabled<ISoftDelete>();

    FilterState IAbpDbContext.FilterState =>
        (IsSoftDeleteFilterEnabled ? FilterState.SoftDelete : 0) | (IsMultiTenantFilterEnabled ? FilterState.MultiTenant : 0);

    public virtual void Initialize(AbpEfCoreDbContextInitializationContext initializationContext)
    {
        unitOfWork = initializationContext.UnitOfWork;
        if (unitOfWork.Options.Timeout is { } timeout && Database.GetCommandTimeout() is null)
            Database.SetCommandTimeout(TimeSpan.FromMilliseconds(timeout));

        // Later than the soft deletion of the parent, which then deletes no child.
        ChangeTracker.CascadeDeleteTiming = Microsoft.EntityFrameworkCore.ChangeTracking.CascadeTiming.OnSaveChanges;
        ChangeTracker.Tracked -= ChangeTracker_Tracked!;
        ChangeTracker.Tracked += ChangeTracker_Tracked!;
        ChangeTracker.StateChanged -= ChangeTracker_StateChanged!;
        ChangeTracker.StateChanged += ChangeTracker_StateChanged!;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<ExtraPropertyDictionary>()
            .HaveConversion<ExtraPropertiesJson, ExtraPropertyDictionaryValueComparer>();
        configurationBuilder.Conventions.Add(_ => new AbpModelConvention(
            type => CreateFilter(type, nameof(ISoftDelete)), type => CreateFilter(type, nameof(IMultiTenant)), ClockOrNull()));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TrySetDatabaseProvider(modelBuilder);
        foreach (var entityType in modelBuilder.Model.GetEntityTypes().ToList())
            if (!entityType.IsOwned() && !entityType.HasSharedClrType && typeof(IEntity).IsAssignableFrom(entityType.ClrType))
                modelBuilder.Entity(entityType.ClrType).ConfigureByConvention();
    }

    protected virtual void TrySetDatabaseProvider(ModelBuilder modelBuilder)
    {
        if (GetDatabaseProviderOrNull(modelBuilder) is { } provider) modelBuilder.SetDatabaseProvider(provider);
    }

    protected virtual EfCoreDatabaseProvider? GetDatabaseProviderOrNull(ModelBuilder modelBuilder) => Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => EfCoreDatabaseProvider.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => EfCoreDatabaseProvider.PostgreSql,
        _ => null,
    };

    private IClock? ClockOrNull() =>
        LazyServiceProvider?.LazyGetService<IClock>() ?? this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?
            .ApplicationServiceProvider?.GetService(typeof(IClock)) as IClock;

    // EF sees the context in the expression and asks the context at hand when the query runs.
    private LambdaExpression CreateFilter(Type entityType, string concept)
    {
        var entity = Expression.Parameter(entityType, "entity");
        Expression condition = concept == nameof(ISoftDelete)
            ? Expression.Not(Property<bool>(entity, nameof(ISoftDelete.IsDeleted)))
            : Expression.Equal(
                Property<Guid?>(entity, nameof(IMultiTenant.TenantId)),
                Expression.Property(Expression.Constant(this, typeof(AbpDbContext<TDbContext>)), nameof(CurrentTenantId)));
        return Expression.Lambda(condition, entity);

        static Expression Property<T>(Expression entity, string name) =>
            Expression.Call(typeof(EF), nameof(EF.Property), [typeof(T)], entity, Expression.Constant(name));
    }
}
