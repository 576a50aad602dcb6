using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.Uow;
using Volo.Abp.Auditing;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.Mvc;

internal static class ActionDescriptorExtensions
{
    /// <summary>Whether the action answers with an object rather than a page or redirect.</summary>
    public static bool HasObjectResult(this ActionDescriptor action)
    {
        if (action is not ControllerActionDescriptor controllerAction) return false;

        var type = controllerAction.MethodInfo.ReturnType;
        type = type.IsGenericType && type.GetGenericTypeDefinition() is { } g && (g == typeof(Task<>) || g == typeof(ValueTask<>)) ? type.GenericTypeArguments[0] : type;
        return !typeof(IActionResult).IsAssignableFrom(type)
            || typeof(ObjectResult).IsAssignableFrom(type) || typeof(JsonResult).IsAssignableFrom(type) || typeof(NoContentResult).IsAssignableFrom(type);
    }
}

// Commits before the result is written: who reads "done" finds it done.
internal sealed class UowFilter : IAsyncActionFilter, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => context.HandlerMethod == null
        ? next()
        : RunAsync(context.HttpContext, context.HandlerMethod.MethodInfo, async () => (await next()) is { Exception: null } or { ExceptionHandled: true });

    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) => context.ActionDescriptor is not ControllerActionDescriptor action
        ? next()
        : RunAsync(context.HttpContext, action.MethodInfo, async () => (await next()) is { Exception: null } or { ExceptionHandled: true });

    private static async Task RunAsync(HttpContext http, MethodInfo method, Func<Task<bool>> run)
    {
        var attribute = UnitOfWorkHelper.GetUnitOfWorkAttributeOrNull(method);
        if (attribute?.IsDisabled == true)
        {
            await run();
            return;
        }

        var options = new AbpUnitOfWorkOptions();
        attribute?.SetOptions(options);
        if (attribute?.IsTransactional == null)
        {
            options.IsTransactional = http.RequestServices.GetRequiredService<IOptions<AbpUnitOfWorkDefaultOptions>>().Value
                .CalculateIsTransactional(RequestTransactionBehaviour.IsWrite(http.Request));
        }

        // The request's own, even if something before the action had to begin it; another one without UseUnitOfWork.
        var manager = http.RequestServices.GetRequiredService<IUnitOfWorkManager>();
        manager.TryBeginReserved(UnitOfWork.UnitOfWorkReservationName, options);
        using var own = manager.Current != null && ReferenceEquals(UnitOfWorkMiddleware.Take(http), manager.Current) ? null : manager.Begin(options);
        var uow = own ?? manager.Current!;
        if (await run()) await uow.CompleteAsync(http.RequestAborted);
        // Also when the caller has gone: what was begun is undone.
        else await uow.RollbackAsync(CancellationToken.None);
    }
}

internal sealed class NoContentActionFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var executed = await next();
        var response = context.HttpContext.Response;
        if (executed is { Exception: null, Result: null or EmptyResult } && response is { HasStarted: false, StatusCode: StatusCodes.Status200OK }
            && context.ActionDescriptor is ControllerActionDescriptor { MethodInfo.ReturnType: var type }
            && (type == typeof(Task) || type == typeof(void) || type == typeof(ValueTask)))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}

// Services are audited by their interceptor; this is for controllers.
internal sealed class AuditActionFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var log = services.GetRequiredService<IAuditingManager>().Current?.Log;
        if (log == null || context.Controller is not ControllerBase || context.ActionDescriptor is not ControllerActionDescriptor action)
        {
            await RecordExceptionsAsync(log, next);
            return;
        }

        var helper = services.GetRequiredService<IAuditingHelper>();
        var record = helper.ShouldSaveAudit(action.MethodInfo, defaultValue: true)
            ? helper.CreateAuditLogAction(log, action.ControllerTypeInfo.AsType(), action.MethodInfo, context.ActionArguments)
            : null;
        var started = Stopwatch.GetTimestamp();
        await RecordExceptionsAsync(log, next);
        if (record != null)
        {
            record.ExecutionDuration = (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            log.Actions.Add(record);
        }
    }

    private static async Task RecordExceptionsAsync(AuditLogInfo? log, ActionExecutionDelegate next)
    {
        var executed = await next();
        if (log != null && executed.Exception is { } exception && !executed.ExceptionHandled) log.Exceptions.AddIfNotContains(exception);
    }
}

internal sealed class ErrorFormatExceptionFilter : IAsyncExceptionFilter
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.ExceptionHandled || context.HttpContext.Response.HasStarted || !ErrorResponse.IsWanted(context.HttpContext)) return;

        if (context.HttpContext.RequestServices.GetRequiredService<IAuditingManager>().Current is { } audit)
        {
            audit.Log.Exceptions.AddIfNotContains(context.Exception);
        }

        var body = await ErrorResponse.PrepareAsync(context.HttpContext, context.Exception);
        context.Result = body == null ? new EmptyResult() : new JsonResult(body);
        context.ExceptionHandled = true;
    }
}
