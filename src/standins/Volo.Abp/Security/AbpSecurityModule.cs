using Volo.Abp.Modularity;

namespace Volo.Abp.Security;

/// <summary>The current user and principal.</summary>
public class AbpSecurityModule : AbpModule;
