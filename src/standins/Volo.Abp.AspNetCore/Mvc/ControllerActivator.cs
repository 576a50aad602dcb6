using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.AspNetCore.Mvc;

// Application services come from the container, with their interceptors; controllers that nobody registered are made here.
internal sealed class ControllerActivator : IControllerActivator
{
    private readonly ConcurrentDictionary<Type, ObjectFactory> factories = [];

    public object Create(ControllerContext context)
    {
        var services = context.HttpContext.RequestServices;
        var type = context.ActionDescriptor.ControllerTypeInfo.AsType();
        var controller = services.GetService(type)
            ?? factories.GetOrAdd(type, t => ActivatorUtilities.CreateFactory(t, []))(services, null);
        switch (controller)
        {
            case AbpControllerBase abp:
                abp.LazyServiceProvider ??= services.GetRequiredService<IAbpLazyServiceProvider>();
                break;
            case AbpController abp:
                abp.LazyServiceProvider ??= services.GetRequiredService<IAbpLazyServiceProvider>();
                break;
        }

        return controller;
    }

    public void Release(ControllerContext context, object controller)
    {
        if (factories.ContainsKey(controller.GetType())) (controller as IDisposable)?.Dispose();
    }
}
