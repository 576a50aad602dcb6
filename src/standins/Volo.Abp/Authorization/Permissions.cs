using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Authorization.Permissions;

/// <summary>Defines permissions.</summary>
public interface IPermissionDefinitionProvider
{
    void PreDefine(IPermissionDefinitionContext context);
    void Define(IPermissionDefinitionContext context);
    void PostDefine(IPermissionDefinitionContext context);
}

/// <inheritdoc />
public abstract class PermissionDefinitionProvider : IPermissionDefinitionProvider, ITransientDependency
{
    public virtual void PreDefine(IPermissionDefinitionContext context)
    {
    }

    public abstract void Define(IPermissionDefinitionContext context);

    public virtual void PostDefine(IPermissionDefinitionContext context)
    {
    }
}

/// <summary>Where definitions go.</summary>
public interface IPermissionDefinitionContext
{
    IServiceProvider ServiceProvider { get; }

    /// <summary>Throws if there is no such group.</summary>
    PermissionGroupDefinition GetGroup(string name);
    PermissionGroupDefinition? GetGroupOrNull(string name);
    PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null);
    void RemoveGroup(string name);
    PermissionDefinition? GetPermissionOrNull(string name);
}

/// <summary>A group of permissions: usually a module's.</summary>
public class PermissionGroupDefinition
{
    private readonly List<PermissionDefinition> permissions = [];
    private ILocalizableString displayName;

    protected internal PermissionGroupDefinition(string name, ILocalizableString? displayName = null)
    {
        Name = name;
        this.displayName = displayName ?? new FixedLocalizableString(name);
    }

    public string Name { get; }
    public Dictionary<string, object?> Properties { get; } = [];

    public ILocalizableString DisplayName
    {
        get => displayName;
        set => displayName = Check.NotNull(value, nameof(value));
    }

    public IReadOnlyList<PermissionDefinition> Permissions => permissions;

    public object? this[string name]
    {
        get => Properties.GetOrDefault(name);
        set => Properties[name] = value;
    }

    public virtual PermissionDefinition AddPermission(
        string name, ILocalizableString? displayName = null, MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        var permission = new PermissionDefinition(name, displayName, multiTenancySide, isEnabled);
        permissions.Add(permission);
        return permission;
    }

    public virtual List<PermissionDefinition> GetPermissionsWithChildren() => permissions.SelectMany(p => p.WithDescendants()).ToList();

    public PermissionDefinition? GetPermissionOrNull(string name) => GetPermissionsWithChildren().FirstOrDefault(p => p.Name == name);

    public override string ToString() => $"[PermissionGroupDefinition {Name}]";
}

/// <summary>Something that one may or may not be allowed to do.</summary>
public class PermissionDefinition
{
    private readonly List<PermissionDefinition> children = [];
    private ILocalizableString displayName;

    protected internal PermissionDefinition(
        string name, ILocalizableString? displayName = null, MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        this.displayName = displayName ?? new FixedLocalizableString(name);
        MultiTenancySide = multiTenancySide;
        IsEnabled = isEnabled;
    }

    public string Name { get; }
    public PermissionDefinition? Parent { get; private set; }
    public MultiTenancySides MultiTenancySide { get; set; }

    /// <summary>Who may grant it ("R", "U", "C"); all if empty.</summary>
    public List<string> Providers { get; } = [];

    public ILocalizableString DisplayName
    {
        get => displayName;
        set => displayName = Check.NotNull(value, nameof(value));
    }

    public IReadOnlyList<PermissionDefinition> Children => children;
    public Dictionary<string, object?> Properties { get; } = [];

    /// <summary>A disabled permission isn't shown and nobody has it.</summary>
    public bool IsEnabled { get; set; }

    public object? this[string name]
    {
        get => Properties.GetOrDefault(name);
        set => Properties[name] = value;
    }

    public virtual PermissionDefinition AddChild(
        string name, ILocalizableString? displayName = null, MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        var child = new PermissionDefinition(name, displayName, multiTenancySide, isEnabled) { Parent = this };
        children.Add(child);
        return child;
    }

    public virtual PermissionDefinition WithProperty(string key, object value)
    {
        Properties[key] = value;
        return this;
    }

    public virtual PermissionDefinition WithProviders(params string[] providers)
    {
        Providers.AddIfNotContains(providers);
        return this;
    }

    public override string ToString() => $"[PermissionDefinition {Name}]";

    internal IEnumerable<PermissionDefinition> WithDescendants() => children.SelectMany(c => c.WithDescendants()).Prepend(this);
}

/// <summary>All definitions.</summary>
public interface IPermissionDefinitionManager
{
    /// <summary>Throws if there is no such permission.</summary>
    Task<PermissionDefinition> GetAsync(string name);
    Task<PermissionDefinition?> GetOrNullAsync(string name);
    Task<IReadOnlyList<PermissionDefinition>> GetPermissionsAsync();
    Task<IReadOnlyList<PermissionGroupDefinition>> GetGroupsAsync();
}

/// <summary>Definitions and value providers, found by convention.</summary>
public class AbpPermissionOptions
{
    public ITypeList<IPermissionDefinitionProvider> DefinitionProviders { get; } = new TypeList<IPermissionDefinitionProvider>();
    public ITypeList<IPermissionValueProvider> ValueProviders { get; } = new TypeList<IPermissionValueProvider>();
}
