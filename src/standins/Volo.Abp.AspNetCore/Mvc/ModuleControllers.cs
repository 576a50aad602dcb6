using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>What the HTTP APIs of modules have in common. Their controllers are internal: a host gets those of the modules it depends on.</summary>
internal static class ModuleControllers
{
    public static void AddModuleControllers(this IServiceCollection services, params Type[] controllers) =>
        services.Configure<AbpAspNetCoreMvcOptions>(options => options.ModuleControllers.UnionWith(controllers));

    public static void AddPermissionDefinitions<TProvider>(this IServiceCollection services)
        where TProvider : class, IPermissionDefinitionProvider
    {
        services.AddTransient<TProvider>();
        services.Configure<AbpPermissionOptions>(options => options.DefinitionProviders.AddIfNotContains(typeof(TProvider)));
    }

    public static void AddSettingDefinitions<TProvider>(this IServiceCollection services)
        where TProvider : class, ISettingDefinitionProvider
    {
        services.AddTransient<TProvider>();
        services.Configure<AbpSettingOptions>(options => options.DefinitionProviders.AddIfNotContains(typeof(TProvider)));
    }

    /// <summary>Adds the permission and those below it, named and shown by the last parts of their names.</summary>
    public static void Add<TResource>(this PermissionGroupDefinition group, string name, string shownAs, MultiTenancySides side, params (string Name, string ShownAs)[] children)
    {
        var permission = group.AddPermission(name, LocalizableString.Create<TResource>("Permission:" + shownAs), side);
        foreach (var child in children) permission.AddChild(child.Name, LocalizableString.Create<TResource>("Permission:" + child.ShownAs), side);
    }

    /// <summary>A page of the query, in one of the orders it may have.</summary>
    public static async Task<PagedResultDto<TDto>> PageAsync<T, TDto>(
        this IQueryable<T> query, PagedAndSortedResultRequestDto input, string[] sortable, Func<T, TDto> show, CancellationToken cancellationToken)
    {
        var words = (input.Sorting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var column = sortable.FirstOrDefault(s => s.Equals(words.FirstOrDefault(), StringComparison.OrdinalIgnoreCase)) ?? sortable[0];
        var descending = words.ElementAtOrDefault(1)?.Equals("desc", StringComparison.OrdinalIgnoreCase) == true;
        var sorted = descending ? query.OrderByDescending(e => EF.Property<object>(e!, column)) : query.OrderBy(e => EF.Property<object>(e!, column));
        var page = await sorted.Skip(input.SkipCount).Take(input.MaxResultCount).ToListAsync(cancellationToken);
        return new PagedResultDto<TDto>(await query.CountAsync(cancellationToken), [.. page.Select(show)]);
    }
}

internal class FilteredListInput : PagedAndSortedResultRequestDto
{
    [StringLength(256)]
    public string? Filter { get; set; }
}

// A place for what other applications add to ABP's own data; nothing is added here.
internal abstract class ExtensibleDto
{
    public Dictionary<string, object?> ExtraProperties { get; } = [];
}
