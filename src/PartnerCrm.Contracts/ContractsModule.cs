using Volo.Abp.Application;
using Volo.Abp.Modularity;

namespace PartnerCrm.Contracts;

[DependsOn(typeof(AbpDddApplicationContractsModule))]
public class ContractsModule : AbpModule;
