using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.Aspects;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>A controller with the usual services at hand.</summary>
public abstract class AbpController : Controller, IAvoidDuplicateCrossCuttingConcerns
{
    private IStringLocalizer? localizer;
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;
    public List<string> AppliedCrossCuttingConcerns { get; } = [];

    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();

    /// <summary>The unit of work of the request.</summary>
    protected IUnitOfWork? CurrentUnitOfWork => UnitOfWorkManager.Current;

    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();

    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();

    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();

    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();

    protected IAuthorizationService AuthorizationService => LazyServiceProvider.LazyGetRequiredService<IAuthorizationService>();

    protected IStringLocalizerFactory StringLocalizerFactory => LazyServiceProvider.LazyGetRequiredService<IStringLocalizerFactory>();

    protected ILogger Logger => LazyServiceProvider.LazyGetService<ILoggerFactory>(NullLoggerFactory.Instance).CreateLogger(GetType());

    /// <summary>The resource of <see cref="L"/>; the default one when null.</summary>
    protected Type? LocalizationResource { get; set; }

    protected IStringLocalizer L => localizer ??= LocalizationResource != null
        ? StringLocalizerFactory.Create(LocalizationResource)
        : StringLocalizerFactory.CreateDefaultOrNull() ?? throw new AbpException($"Set {nameof(LocalizationResource)} or a default resource to use {nameof(L)}.");
}

/// <summary>A controller without views, with the usual services at hand.</summary>
public abstract class AbpControllerBase : ControllerBase, IAvoidDuplicateCrossCuttingConcerns
{
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;
    public List<string> AppliedCrossCuttingConcerns { get; } = [];

    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();

    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();

    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();

    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();

    protected IAuthorizationService AuthorizationService => LazyServiceProvider.LazyGetRequiredService<IAuthorizationService>();
}
