using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Microsoft.AspNetCore.Routing
{
    /// <summary>Endpoints that modules add.</summary>
    public class AbpEndpointRouterOptions
    {
        public List<Action<EndpointRouteBuilderContext>> EndpointConfigureActions { get; } = [];
    }

    /// <summary>Where a module maps its endpoints.</summary>
    public class EndpointRouteBuilderContext(IEndpointRouteBuilder endpoints, IServiceProvider scopeServiceProvider)
    {
        public IEndpointRouteBuilder Endpoints { get; } = endpoints;
        public IServiceProvider ScopeServiceProvider { get; } = scopeServiceProvider;
    }
}

namespace Volo.Abp
{
    /// <summary>Lets a module build the pipeline.</summary>
    public static class ApplicationInitializationContextExtensions
    {
        public static IApplicationBuilder GetApplicationBuilder(this ApplicationInitializationContext context) =>
            context.ServiceProvider.GetRequiredService<ObjectAccessor<IApplicationBuilder>>().Value
            ?? throw new AbpException("There is no application builder: start the application with app.InitializeApplicationAsync().");
    }
}
