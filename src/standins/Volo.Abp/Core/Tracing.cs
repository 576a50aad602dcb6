using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Tracing;

/// <summary>The id that ties together what one request caused.</summary>
public interface ICorrelationIdProvider
{
    string? Get();
    IDisposable Change(string? correlationId);
}

/// <summary>How the id travels by HTTP.</summary>
public class AbpCorrelationIdOptions
{
    public string HttpHeaderName { get; set; } = "X-Correlation-Id";
    public bool SetResponseHeader { get; set; } = true;
}

internal sealed class DefaultCorrelationIdProvider : ICorrelationIdProvider, ISingletonDependency
{
    private readonly AsyncLocal<string?> current = new();

    public string? Get() => current.Value;

    public IDisposable Change(string? correlationId)
    {
        var outer = current.Value;
        current.Value = correlationId;
        return new DisposeAction(() => current.Value = outer);
    }
}
