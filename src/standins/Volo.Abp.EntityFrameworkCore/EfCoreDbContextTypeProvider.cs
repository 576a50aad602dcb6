using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.EntityFrameworkCore;

public class EfCoreDbContextTypeProvider(IOptions<AbpDbContextOptions> options, ICurrentTenant currentTenant)
    : IEfCoreDbContextTypeProvider, ITransientDependency
{
    public virtual Type GetDbContextType(Type dbContextType) =>
        options.Value.GetReplacedTypeOrSelf(dbContextType, currentTenant.GetMultiTenancySide());
}
