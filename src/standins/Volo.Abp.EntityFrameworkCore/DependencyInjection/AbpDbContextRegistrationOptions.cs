using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

public interface IAbpDbContextRegistrationOptionsBuilder : IAbpCommonDbContextRegistrationOptionsBuilder
{
    /// <summary>Says what of <typeparamref name="TEntity"/> is loaded with it.</summary>
    void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity;
}

public class AbpDbContextRegistrationOptions(Type originalDbContextType, IServiceCollection services)
    : AbpCommonDbContextRegistrationOptions(originalDbContextType, services), IAbpDbContextRegistrationOptionsBuilder
{
    public void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity =>
        Services.Configure<AbpEntityOptions>(options => options.Entity(optionsAction));
}
