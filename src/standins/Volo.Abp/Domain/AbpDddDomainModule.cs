using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.Threading;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.Domain;

/// <summary>Constants of the domain that clients may share.</summary>
public class AbpDddDomainSharedModule : AbpModule;

/// <summary>Entities, repositories and domain services.</summary>
[DependsOn(
    typeof(AbpAuditingModule), typeof(AbpDataModule), typeof(AbpEventBusModule), typeof(AbpGuidsModule), typeof(AbpThreadingModule),
    typeof(AbpTimingModule), typeof(AbpUnitOfWorkModule), typeof(AbpExceptionHandlingModule), typeof(AbpDddDomainSharedModule))]
public class AbpDddDomainModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) => context.Services.AddConventionalRegistrar(new RepositoryRegistrar());
}
