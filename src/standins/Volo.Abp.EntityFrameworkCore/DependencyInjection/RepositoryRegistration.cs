using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

/// <summary>Default repositories exist for what a context shows as a <c>DbSet</c>, and for nothing else.</summary>
internal static class RepositoryRegistration
{
    public static void AddRepositories(AbpDbContextRegistrationOptions options)
    {
        foreach (var (entityType, repositoryType) in options.CustomRepositories) Add(options.Services, entityType, repositoryType, replaceExisting: true);

        var entityTypes = SetsOf(options.OriginalDbContextType).ToList();
        foreach (var entityType in entityTypes)
            if (options.RegisterDefaultRepositories && (options.IncludeAllEntitiesForDefaultRepositories || typeof(IAggregateRoot).IsAssignableFrom(entityType)))
                AddDefault(options, entityType);
        foreach (var entityType in options.SpecifiedDefaultRepositories) AddDefault(options, entityType);
    }

    private static void AddDefault(AbpDbContextRegistrationOptions options, Type entityType)
    {
        if (options.CustomRepositories.ContainsKey(entityType)) return;
        var context = options.DefaultRepositoryDbContextType;
        Add(options.Services, entityType, EntityHelper.FindPrimaryKeyType(entityType) is { } key
            ? typeof(EfCoreRepository<,,>).MakeGenericType(context, entityType, key)
            : typeof(EfCoreRepository<,>).MakeGenericType(context, entityType), replaceExisting: false);
    }

    private static IEnumerable<Type> SetsOf(Type contextType) =>
        from property in contextType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>)
        let entityType = property.PropertyType.GenericTypeArguments[0]
        where EntityHelper.IsEntity(entityType)
        select entityType;

    private static void Add(IServiceCollection services, Type entityType, Type repositoryType, bool replaceExisting)
    {
        services.TryAddTransient(repositoryType);
        Add(typeof(IReadOnlyBasicRepository<>), typeof(IReadOnlyRepository<>), typeof(IBasicRepository<>), typeof(IRepository<>), [entityType]);
        if (EntityHelper.FindPrimaryKeyType(entityType) is { } key)
            Add(typeof(IReadOnlyBasicRepository<,>), typeof(IReadOnlyRepository<,>), typeof(IBasicRepository<,>), typeof(IRepository<,>), [entityType, key]);

        void Add(Type readOnlyBasic, Type readOnly, Type basic, Type full, Type[] arguments)
        {
            foreach (var definition in new[] { readOnlyBasic, readOnly }) Register(definition, arguments, NotTracking);
            foreach (var definition in new[] { basic, full }) Register(definition, arguments, null);
        }

        void Register(Type definition, Type[] arguments, Func<IServiceProvider, object>? factory)
        {
            var service = definition.MakeGenericType(arguments);
            if (!service.IsAssignableFrom(repositoryType)) return;
            var descriptor = factory is null ? ServiceDescriptor.Transient(service, repositoryType) : ServiceDescriptor.Transient(service, factory);
            if (replaceExisting) services.Replace(descriptor);
            else services.TryAdd(descriptor);
        }

        // Who asks for a read-only repository is not going to save what it reads.
        object NotTracking(IServiceProvider provider)
        {
            var repository = provider.GetRequiredService(repositoryType);
            (repository as ITracksOrNot)?.StopTracking();
            return repository;
        }
    }
}
