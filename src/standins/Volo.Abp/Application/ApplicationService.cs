using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Volo.Abp.Aspects;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using Volo.Abp.Validation;

namespace Volo.Abp.Application.Services;

/// <summary>A use case of the application; becomes an HTTP API by convention.</summary>
public interface IApplicationService : IRemoteService;

/// <summary>Base of application services: each virtual method is validated, authorized, audited and runs in a unit of work.</summary>
public abstract class ApplicationService
    : IApplicationService, IAvoidDuplicateCrossCuttingConcerns, IValidationEnabled, IUnitOfWorkEnabled, IAuditingEnabled, ITransientDependency
{
    private IStringLocalizer? localizer;
    private Type? localizationResource;

    /// <summary>Endings of class names that are left out of URLs.</summary>
    public static string[] CommonPostfixes { get; set; } = ["AppService", "ApplicationService", "IntService", "IntegrationService", "Service"];
    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;
    public IServiceProvider ServiceProvider { get; set; } = default!;
    public List<string> AppliedCrossCuttingConcerns { get; } = [];
    protected IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();
    protected IAsyncQueryableExecuter AsyncExecuter => LazyServiceProvider.LazyGetRequiredService<IAsyncQueryableExecuter>();
    protected IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetService<IGuidGenerator>(SimpleGuidGenerator.Instance);
    protected ILoggerFactory LoggerFactory => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>();
    protected ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();
    protected IDataFilter DataFilter => LazyServiceProvider.LazyGetRequiredService<IDataFilter>();
    protected ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();
    protected ISettingProvider SettingProvider => LazyServiceProvider.LazyGetRequiredService<ISettingProvider>();
    protected IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();
    protected IAuthorizationService AuthorizationService => LazyServiceProvider.LazyGetRequiredService<IAuthorizationService>();
    protected IStringLocalizerFactory StringLocalizerFactory => LazyServiceProvider.LazyGetRequiredService<IStringLocalizerFactory>();
    protected IStringLocalizer L => localizer ??= CreateLocalizer();

    /// <summary>Where <see cref="L"/> looks; the default resource unless set.</summary>
    protected Type? LocalizationResource
    {
        get => localizationResource;
        set
        {
            localizationResource = value;
            localizer = null;
        }
    }

    protected IUnitOfWork? CurrentUnitOfWork => UnitOfWorkManager.Current;

    protected ILogger Logger => LazyServiceProvider.LazyGetService<ILogger>(
        _ => LoggerFactory?.CreateLogger(GetType().FullName!) ?? NullLogger.Instance);

    /// <summary>Throws unless the caller has the policy; none is needed if the name is empty.</summary>
    protected virtual async Task CheckPolicyAsync(string? policyName)
    {
        if (!policyName.IsNullOrEmpty()) await AuthorizationService.CheckAsync(policyName);
    }

    protected virtual IStringLocalizer CreateLocalizer() =>
        LocalizationResource != null
            ? StringLocalizerFactory.Create(LocalizationResource)
            : StringLocalizerFactory.CreateDefaultOrNull() ?? throw new AbpException($"Set {nameof(LocalizationResource)} or define the default localization resource type (by configuring the {nameof(AbpLocalizationOptions)}.{nameof(AbpLocalizationOptions.DefaultResourceType)}) to be able to use the {nameof(L)} object!");
}
