using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Domain.Entities;

/// <summary>Questions about entities.</summary>
public static class EntityHelper
{
    private static readonly ConcurrentDictionary<Type, Type?> KeyTypes = new();

    public static bool IsEntity(Type type) => typeof(IEntity).IsAssignableFrom(type);

    public static bool IsMultiTenant<TEntity>() where TEntity : IEntity => IsMultiTenant(typeof(TEntity));

    public static bool IsMultiTenant(Type type) => typeof(IMultiTenant).IsAssignableFrom(type);

    public static Type? FindPrimaryKeyType<TEntity>() where TEntity : IEntity => FindPrimaryKeyType(typeof(TEntity));

    public static Type? FindPrimaryKeyType(Type entityType) => KeyTypes.GetOrAdd(entityType, type =>
        type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntity<>))?.GenericTypeArguments[0]);

    public static bool EntityEquals(IEntity? entity1, IEntity? entity2)
    {
        if (entity1 == null || entity2 == null) return false;
        if (ReferenceEquals(entity1, entity2)) return true;
        Type type1 = entity1.GetType(), type2 = entity2.GetType();
        if (!type1.IsAssignableFrom(type2) && !type2.IsAssignableFrom(type1)) return false;
        if (entity1 is IMultiTenant tenant1 && entity2 is IMultiTenant tenant2 && tenant1.TenantId != tenant2.TenantId) return false;
        // Two that have no key yet are different things.
        return !HasDefaultKeys(entity1) && !HasDefaultKeys(entity2) && entity1.GetKeys().SequenceEqual(entity2.GetKeys());
    }

    public static bool HasDefaultId<TKey>(IEntity<TKey> entity) =>
        EqualityComparer<TKey>.Default.Equals(entity.Id, default) || entity.Id is int and <= 0 or long and <= 0;

    public static bool HasDefaultKeys(IEntity entity) => entity.GetKeys().All(key => key switch
    {
        null => true,
        int number => number <= 0,
        long number => number <= 0,
        _ => key.GetType() is { IsValueType: true } type && key.Equals(Activator.CreateInstance(type))
    });

    public static void TrySetId<TKey>(IEntity<TKey> entity, Func<TKey> idFactory, bool checkForDisableIdGenerationAttribute = false)
    {
        if (checkForDisableIdGenerationAttribute && entity.GetType().GetProperty("Id")?.IsDefined(typeof(DisableIdGenerationAttribute), true) == true) return;
        PropertySetter.TrySet(entity, nameof(IEntity<TKey>.Id), idFactory());
    }

    public static void TrySetTenantId(IEntity entity)
    {
        if (entity is not IMultiTenant multiTenant) return;
        var tenantId = AsyncLocalCurrentTenantAccessor.Instance.Current?.TenantId;
        if (tenantId != multiTenant.TenantId) PropertySetter.TrySet(entity, nameof(IMultiTenant.TenantId), tenantId);
    }

    public static Expression<Func<TEntity, bool>> CreateEqualityExpressionForId<TEntity, TKey>(TKey id) where TEntity : IEntity<TKey>
    {
        var entity = Expression.Parameter(typeof(TEntity));
        Expression<Func<object?>> value = () => id;
        return Expression.Lambda<Func<TEntity, bool>>(
            Expression.Equal(Expression.Property(entity, "Id"), Expression.Convert(value.Body, typeof(TKey))), entity);
    }
}

/// <summary>Sets properties whose setters are not public, with one compiled delegate a property.</summary>
internal static class PropertySetter
{
    private static readonly ConcurrentDictionary<(Type, string), Action<object, object?>?> Setters = new();

    public static bool TrySet(object target, string property, object? value)
    {
        var setter = Setters.GetOrAdd((target.GetType(), property), Compile);
        setter?.Invoke(target, value);
        return setter != null;
    }

    private static Action<object, object?>? Compile((Type Type, string Property) key)
    {
        PropertyInfo? property = null;
        for (var type = key.Type; type != null && property?.SetMethod == null; type = type.BaseType)
            property = type.GetProperty(key.Property, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) ?? property;
        if (property?.SetMethod is not { } set) return null;

        var target = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(object));
        return Expression.Lambda<Action<object, object?>>(
            Expression.Call(Expression.Convert(target, set.DeclaringType!), set, Expression.Convert(value, property.PropertyType)), target, value).Compile();
    }
}
