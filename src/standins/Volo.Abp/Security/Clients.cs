using System.Security.Principal;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Clients;

/// <summary>The system that calls, if it is one.</summary>
public interface ICurrentClient
{
    string? Id { get; }
    bool IsAuthenticated { get; }
}

internal sealed class CurrentClient(ICurrentPrincipalAccessor principalAccessor) : ICurrentClient, ITransientDependency
{
    public string? Id => principalAccessor.Principal.FindClientId();
    public bool IsAuthenticated => Id != null;
}
