using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.Json.SystemTextJson;

/// <summary>How JSON is written and read outside the HTTP API.</summary>
public class AbpSystemTextJsonSerializerOptions
{
    public JsonSerializerOptions JsonSerializerOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true
    };
}

internal sealed class AbpSystemTextJsonSerializer(IOptions<AbpSystemTextJsonSerializerOptions> options) : IJsonSerializer, ISingletonDependency
{
    private readonly ConcurrentDictionary<(bool, bool), JsonSerializerOptions> variants = new();

    public string Serialize(object obj, bool camelCase = true, bool indented = false) => JsonSerializer.Serialize(obj, Options(camelCase, indented));

    public T Deserialize<T>(string jsonString, bool camelCase = true) => JsonSerializer.Deserialize<T>(jsonString, Options(camelCase, false))!;

    public object Deserialize(Type type, string jsonString, bool camelCase = true) => JsonSerializer.Deserialize(jsonString, type, Options(camelCase, false))!;

    private JsonSerializerOptions Options(bool camelCase, bool indented) => variants.GetOrAdd((camelCase, indented), _ => new(options.Value.JsonSerializerOptions)
    {
        PropertyNamingPolicy = camelCase ? JsonNamingPolicy.CamelCase : null,
        WriteIndented = indented
    });
}

/// <summary>JSON.</summary>
public class AbpJsonSystemTextJsonModule : AbpModule;
