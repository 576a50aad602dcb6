using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Domain.Repositories;

/// <summary>Registers a module's own repository classes as the interfaces that are named like them.</summary>
internal sealed class RepositoryRegistrar : DefaultConventionalRegistrar
{
    protected override bool IsConventionalRegistrationDisabled(Type type) =>
        !typeof(IRepository).IsAssignableFrom(type) || base.IsConventionalRegistrationDisabled(type);

    protected override ServiceLifetime? GetDefaultLifeTimeOrNull(Type type) => ServiceLifetime.Transient;
}
