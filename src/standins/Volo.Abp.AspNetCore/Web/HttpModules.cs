using Volo.Abp.Modularity;

namespace Volo.Abp.Http;

/// <summary>HTTP conventions shared by server and clients.</summary>
public class AbpHttpModule : AbpModule;

/// <summary>Names of the headers of the error format.</summary>
public static class AbpHttpConsts
{
    /// <summary>Set to <c>true</c> on every response whose body is an error in ABP's format.</summary>
    public const string AbpErrorFormat = "_AbpErrorFormat";

    /// <summary>Carries the message when a request names a tenant that doesn't exist.</summary>
    public const string AbpTenantResolveError = "Volo.Abp-Tenant-Resolve-Error";
}
