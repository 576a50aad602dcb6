using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.DependencyInjection;

/// <summary>Names the contexts that this one stands for, so that modules and host share one context and one transaction.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class ReplaceDbContextAttribute : Attribute
{
    public ReplaceDbContextAttribute(params Type[] replacedDbContextTypes) =>
        ReplacedDbContextTypes = replacedDbContextTypes.Select(t => new MultiTenantDbContextType(t)).ToArray();

    public ReplaceDbContextAttribute(Type replacedDbContextType, MultiTenancySides side) =>
        ReplacedDbContextTypes = [new MultiTenantDbContextType(replacedDbContextType, side)];

    public MultiTenantDbContextType[] ReplacedDbContextTypes { get; }
}

/// <summary>A context type, for hosts, tenants or both.</summary>
public class MultiTenantDbContextType(Type type, MultiTenancySides multiTenancySide = MultiTenancySides.Both)
{
    public Type Type { get; } = type;
    public MultiTenancySides MultiTenancySide { get; } = multiTenancySide;

    public override bool Equals(object? obj) => obj is MultiTenantDbContextType other && other.Type == Type && other.MultiTenancySide == MultiTenancySide;
    public override int GetHashCode() => HashCode.Combine(Type, MultiTenancySide);
}

public interface IAbpCommonDbContextRegistrationOptionsBuilder
{
    IServiceCollection Services { get; }

    /// <summary>Repositories for the aggregate roots among the context's sets, or for all entities among them.</summary>
    IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories(bool includeAllEntities = false);

    /// <summary>The same, made for <typeparamref name="TDefaultRepositoryDbContext"/>, usually a module's interface.</summary>
    IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories<TDefaultRepositoryDbContext>(bool includeAllEntities = false);

    IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepository<TEntity>();
    IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepository(Type entityType);

    /// <summary>A repository class of one's own, instead of the default one.</summary>
    IAbpCommonDbContextRegistrationOptionsBuilder AddRepository<TEntity, TRepository>();

    IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext<TOtherDbContext>(MultiTenancySides multiTenancySides = MultiTenancySides.Both);
    IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext<TOtherDbContext, TTargetDbContext>(MultiTenancySides multiTenancySides = MultiTenancySides.Both);
    IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext(
        Type otherDbContextType, Type? targetDbContextType = null, MultiTenancySides multiTenancySides = MultiTenancySides.Both);
}

public abstract class AbpCommonDbContextRegistrationOptions : IAbpCommonDbContextRegistrationOptionsBuilder
{
    protected AbpCommonDbContextRegistrationOptions(Type originalDbContextType, IServiceCollection services)
    {
        OriginalDbContextType = DefaultRepositoryDbContextType = originalDbContextType;
        Services = services;
    }

    public IServiceCollection Services { get; }
    public Type OriginalDbContextType { get; }
    public Type DefaultRepositoryDbContextType { get; protected set; }
    public Dictionary<MultiTenantDbContextType, Type?> ReplacedDbContextTypes { get; } = [];
    public Dictionary<Type, Type> CustomRepositories { get; } = [];
    public List<Type> SpecifiedDefaultRepositories { get; } = [];
    public bool RegisterDefaultRepositories { get; private set; }
    public bool IncludeAllEntitiesForDefaultRepositories { get; private set; }

    public IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories(bool includeAllEntities = false)
    {
        RegisterDefaultRepositories = true;
        IncludeAllEntitiesForDefaultRepositories = includeAllEntities;
        return this;
    }

    public IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories<TDefaultRepositoryDbContext>(bool includeAllEntities = false)
    {
        if (!typeof(TDefaultRepositoryDbContext).IsAssignableFrom(OriginalDbContextType))
            throw new AbpException($"{OriginalDbContextType.FullName} must implement {typeof(TDefaultRepositoryDbContext).FullName} to serve its repositories.");
        DefaultRepositoryDbContextType = typeof(TDefaultRepositoryDbContext);
        return AddDefaultRepositories(includeAllEntities);
    }

    public IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepository<TEntity>() => AddDefaultRepository(typeof(TEntity));

    public IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepository(Type entityType)
    {
        SpecifiedDefaultRepositories.AddIfNotContains(Entity(entityType));
        return this;
    }

    public IAbpCommonDbContextRegistrationOptionsBuilder AddRepository<TEntity, TRepository>()
    {
        if (!typeof(IRepository).IsAssignableFrom(typeof(TRepository)))
            throw new AbpException($"{typeof(TRepository).FullName} is not a repository: it must implement {nameof(IRepository)}.");
        CustomRepositories[Entity(typeof(TEntity))] = typeof(TRepository);
        return this;
    }

    public IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext<TOtherDbContext>(MultiTenancySides multiTenancySides = MultiTenancySides.Both) =>
        ReplaceDbContext(typeof(TOtherDbContext), null, multiTenancySides);

    public IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext<TOtherDbContext, TTargetDbContext>(
        MultiTenancySides multiTenancySides = MultiTenancySides.Both) =>
        ReplaceDbContext(typeof(TOtherDbContext), typeof(TTargetDbContext), multiTenancySides);

    public IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext(
        Type otherDbContextType, Type? targetDbContextType = null, MultiTenancySides multiTenancySides = MultiTenancySides.Both)
    {
        if (!otherDbContextType.IsAssignableFrom(targetDbContextType ?? OriginalDbContextType))
            throw new AbpException($"{(targetDbContextType ?? OriginalDbContextType).FullName} must implement {otherDbContextType.FullName} to replace it.");
        ReplacedDbContextTypes[new MultiTenantDbContextType(otherDbContextType, multiTenancySides)] = targetDbContextType;
        return this;
    }

    private static Type Entity(Type type) => EntityHelper.IsEntity(type) ? type : throw new AbpException($"{type.FullName} is not an entity: it must implement {nameof(IEntity)}.");
}
