using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.Domain;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Security;
using Volo.Abp.Settings;
using Volo.Abp.Validation;

namespace Volo.Abp.Application;

/// <summary>DTOs and service contracts.</summary>
[DependsOn(typeof(AbpAuditingContractsModule), typeof(AbpLocalizationModule))]
public class AbpDddApplicationContractsModule : AbpModule;

/// <summary>Application services.</summary>
[DependsOn(
    typeof(AbpDddDomainModule), typeof(AbpDddApplicationContractsModule), typeof(AbpSecurityModule), typeof(AbpValidationModule),
    typeof(AbpAuthorizationModule), typeof(AbpSettingsModule))]
public class AbpDddApplicationModule : AbpModule;
