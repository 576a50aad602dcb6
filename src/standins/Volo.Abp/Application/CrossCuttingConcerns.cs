using Volo.Abp.DynamicProxy;

namespace Volo.Abp.Aspects;

/// <summary>Remembers what the caller, such as the web request, has done for it already.</summary>
public interface IAvoidDuplicateCrossCuttingConcerns
{
    List<string> AppliedCrossCuttingConcerns { get; }
}

/// <summary>Names of the concerns.</summary>
public static class AbpCrossCuttingConcerns
{
    public const string Auditing = "AbpAuditing";
    public const string UnitOfWork = "AbpUnitOfWork";

    public static void AddApplied(object obj, params string[] concerns) => (ProxyHelper.UnProxy(obj) as IAvoidDuplicateCrossCuttingConcerns)?.AppliedCrossCuttingConcerns.AddRange(concerns);

    public static void RemoveApplied(object obj, params string[] concerns) =>
        (ProxyHelper.UnProxy(obj) as IAvoidDuplicateCrossCuttingConcerns)?.AppliedCrossCuttingConcerns.RemoveAll(concerns.Contains);

    public static bool IsApplied(object obj, string concern) =>
        (ProxyHelper.UnProxy(obj) as IAvoidDuplicateCrossCuttingConcerns)?.AppliedCrossCuttingConcerns.Contains(concern) == true;

    public static IDisposable Applying(object obj, params string[] concerns)
    {
        AddApplied(obj, concerns);
        return new DisposeAction(() => RemoveApplied(obj, concerns));
    }
}
