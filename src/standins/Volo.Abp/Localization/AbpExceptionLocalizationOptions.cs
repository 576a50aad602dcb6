namespace Volo.Abp.Localization.ExceptionHandling;

/// <summary>Which resource has the sentence of an error code: by what stands before its colon.</summary>
public class AbpExceptionLocalizationOptions
{
    public Dictionary<string, Type> ErrorCodeNamespaceMappings { get; } = [];

    public void MapCodeNamespace(string errorCodeNamespace, Type type) => ErrorCodeNamespaceMappings[errorCodeNamespace] = type;
}
