namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

public class AbpEntityOptions<TEntity> where TEntity : Volo.Abp.Domain.Entities.IEntity
{
    public static AbpEntityOptions<TEntity> Empty { get; } = new();

    /// <summary>What <c>WithDetailsAsync()</c> and <c>GetAsync(id)</c> include.</summary>
    public Func<IQueryable<TEntity>, IQueryable<TEntity>>? DefaultWithDetailsFunc { get; set; }
}

public class AbpEntityOptions
{
    private readonly Dictionary<Type, object> options = [];

    public AbpEntityOptions<TEntity>? GetOrNull<TEntity>() where TEntity : Volo.Abp.Domain.Entities.IEntity =>
        options.GetValueOrDefault(typeof(TEntity)) as AbpEntityOptions<TEntity>;

    public void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : Volo.Abp.Domain.Entities.IEntity
    {
        if (!options.TryGetValue(typeof(TEntity), out var entityOptions)) options[typeof(TEntity)] = entityOptions = new AbpEntityOptions<TEntity>();
        optionsAction((AbpEntityOptions<TEntity>)entityOptions);
    }
}
