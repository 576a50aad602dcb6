namespace Volo.Abp.Http.Modeling;

/// <summary>What of the API is described.</summary>
public class ApplicationApiDescriptionModelRequestDto
{
    /// <summary>Whether the types of inputs and results come along.</summary>
    public bool IncludeTypes { get; set; }
}

/// <summary>Describes the HTTP API for generators of clients.</summary>
public interface IApiDescriptionModelProvider
{
    ApplicationApiDescriptionModel CreateApiModel(ApplicationApiDescriptionModelRequestDto input);
}

/// <summary>The whole API: modules by root path, types by name.</summary>
public class ApplicationApiDescriptionModel
{
    public IDictionary<string, ModuleApiDescriptionModel> Modules { get; set; } = new SortedDictionary<string, ModuleApiDescriptionModel>(StringComparer.Ordinal);
    public IDictionary<string, TypeApiDescriptionModel> Types { get; set; } = new SortedDictionary<string, TypeApiDescriptionModel>(StringComparer.Ordinal);
}

/// <summary>The controllers under one root path.</summary>
public class ModuleApiDescriptionModel
{
    public const string DefaultRootPath = "app";
    public const string DefaultRemoteServiceName = "Default";

    public string RootPath { get; set; } = default!;
    public string RemoteServiceName { get; set; } = default!;
    public IDictionary<string, ControllerApiDescriptionModel> Controllers { get; set; } = new SortedDictionary<string, ControllerApiDescriptionModel>(StringComparer.Ordinal);
}

/// <summary>A controller, or an application service that is one.</summary>
public class ControllerApiDescriptionModel
{
    public string ControllerName { get; set; } = default!;
    public string? ControllerGroupName { get; set; }
    public bool IsRemoteService { get; set; }
    public bool IsIntegrationService { get; set; }
    public string? ApiVersion { get; set; }

    /// <summary>The full name of the class: clients take their folders from it.</summary>
    public string Type { get; set; } = default!;
    public List<ControllerInterfaceApiDescriptionModel> Interfaces { get; set; } = [];
    public Dictionary<string, ActionApiDescriptionModel> Actions { get; set; } = [];
}

/// <summary>A service contract that the controller implements.</summary>
public class ControllerInterfaceApiDescriptionModel
{
    public string Type { get; set; } = default!;
    public string Name { get; set; } = default!;
    public InterfaceMethodApiDescriptionModel[] Methods { get; set; } = [];
}

/// <summary>A method of a service contract.</summary>
public class InterfaceMethodApiDescriptionModel
{
    public string Name { get; set; } = default!;
    public IList<MethodParameterApiDescriptionModel> ParametersOnMethod { get; set; } = [];
    public ReturnValueApiDescriptionModel ReturnValue { get; set; } = default!;
}

/// <summary>A request that the API answers.</summary>
public class ActionApiDescriptionModel
{
    public string UniqueName { get; set; } = default!;
    public string Name { get; set; } = default!;
    public string? HttpMethod { get; set; }
    public string Url { get; set; } = default!;
    public IList<string>? SupportedVersions { get; set; } = [];

    /// <summary>The parameters as the method has them.</summary>
    public IList<MethodParameterApiDescriptionModel> ParametersOnMethod { get; set; } = [];

    /// <summary>The parameters as they are sent: a query object is one for each of its properties.</summary>
    public IList<ParameterApiDescriptionModel> Parameters { get; set; } = [];
    public ReturnValueApiDescriptionModel ReturnValue { get; set; } = default!;
    public bool? AllowAnonymous { get; set; }
    public string? ImplementFrom { get; set; }
}

/// <summary>A parameter of a method.</summary>
public class MethodParameterApiDescriptionModel
{
    public string Name { get; set; } = default!;
    public string TypeAsString { get; set; } = default!;
    public string Type { get; set; } = default!;
    public string TypeSimple { get; set; } = default!;
    public bool IsOptional { get; set; }
    public object? DefaultValue { get; set; }
}

/// <summary>A parameter of a request.</summary>
public class ParameterApiDescriptionModel
{
    public string NameOnMethod { get; set; } = default!;
    public string Name { get; set; } = default!;
    public string? JsonName { get; set; }
    public string? Type { get; set; }
    public string? TypeSimple { get; set; }
    public bool IsOptional { get; set; }
    public object? DefaultValue { get; set; }
    public string[]? ConstraintTypes { get; set; }

    /// <summary><c>Path</c>, <c>Query</c>, <c>ModelBinding</c>, <c>Body</c> or <c>FormFile</c>.</summary>
    public string? BindingSourceId { get; set; }

    /// <summary>The method's parameter that this is a property of; empty if it is one itself.</summary>
    public string? DescriptorName { get; set; }
}

/// <summary>What a request is answered with.</summary>
public class ReturnValueApiDescriptionModel
{
    public string Type { get; set; } = default!;
    public string TypeSimple { get; set; } = default!;
}

/// <summary>A type of an input or a result.</summary>
public class TypeApiDescriptionModel
{
    public string? BaseType { get; set; }
    public bool IsEnum { get; set; }
    public string[]? EnumNames { get; set; }
    public object[]? EnumValues { get; set; }
    public string[]? GenericArguments { get; set; }
    public PropertyApiDescriptionModel[]? Properties { get; set; }
}

/// <summary>A property of a type, with its limits.</summary>
public class PropertyApiDescriptionModel
{
    public string Name { get; set; } = default!;
    public string? JsonName { get; set; }
    public string Type { get; set; } = default!;
    public string TypeSimple { get; set; } = default!;
    public bool IsRequired { get; set; }
    public bool IsNullable { get; set; }
    public int? MinLength { get; set; }
    public int? MaxLength { get; set; }
    public string? Minimum { get; set; }
    public string? Maximum { get; set; }
    public string? Regex { get; set; }
}
