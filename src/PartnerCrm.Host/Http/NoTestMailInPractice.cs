using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>In practice mode nothing leaves, a test of ABP's mail settings neither.</summary>
public class NoTestMailInPractice(IConfiguration configuration, IStringLocalizer<PartnerCrmResource> texts) : IActionFilter, ITransientDependency
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (configuration.IsDemo() && context.HttpContext.Request.Path.StartsWithSegments("/api/setting-management/emailing/send-test-email"))
            throw new UserFriendlyException(texts["PracticeModeKeepsMail"]);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
