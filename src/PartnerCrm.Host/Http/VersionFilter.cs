using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;

namespace PartnerCrm.Host;

/// <summary>
/// ETag and If-Match on /api/crm (RFC 9110, 13): what can be read as one thing with a <c>ConcurrencyStamp</c> gets it as its ETag; changing or
/// deleting such a thing needs If-Match, or the stamp in the body as ABP's own endpoints take it: missing 428, stale 412. The stamp is checked
/// again by the database when it is saved.
/// </summary>
public class VersionFilter : IAsyncActionFilter, ITransientDependency
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> Readers = new();

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.Path.StartsWithSegments("/api/crm"))
        {
            await next();
            return;
        }

        if ((HttpMethods.IsPut(request.Method) || HttpMethods.IsDelete(request.Method))
            && Reader(context) is { } read && context.ActionArguments.TryGetValue("id", out var id) && id is Guid
            && !await MatchesAsync(context, read, id))
            return;

        var executed = await next();
        if (executed.Result is ObjectResult { Value: { } answer } && StampOf(answer) is { } stamp && executed.HttpContext.Response.StatusCode < 300)
            executed.HttpContext.Response.Headers.ETag = $"\"{stamp}\"";
    }

    private static async Task<bool> MatchesAsync(ActionExecutingContext context, MethodInfo read, object id)
    {
        var given = context.HttpContext.Request.Headers.IfMatch.ToString().Trim('"');
        if (given.Length == 0) given = context.ActionArguments.Values.Select(StampOf).FirstOrDefault(s => s != null) ?? "";
        if (given.Length == 0)
        {
            await context.HttpContext.RefuseAsync(StatusCodes.Status428PreconditionRequired, "PartnerCrm:VersionMissing", "Send If-Match with the ETag you last read, so that nobody's change is overwritten unseen.");
            context.Result = new EmptyResult();
            return false;
        }

        var task = (Task)read.Invoke(context.Controller, [id])!;
        await task;
        var stored = StampOf(task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task));
        if (given != "*" && stored != given)
        {
            await context.HttpContext.RefuseAsync(StatusCodes.Status412PreconditionFailed, "PartnerCrm:VersionStale", "Somebody changed this after you read it. Read it again, and decide again.");
            context.Result = new EmptyResult();
            return false;
        }

        foreach (var input in context.ActionArguments.Values)
            if (input != null && StampOf(input) == null) StampIn(input.GetType())?.SetValue(input, stored);
        return true;
    }

    // A service whose GetAsync(id) answers something with a stamp keeps versions; the others don't.
    private static MethodInfo? Reader(ActionExecutingContext context) =>
        Readers.GetOrAdd(((ControllerActionDescriptor)context.ActionDescriptor).ControllerTypeInfo, type =>
            type.GetMethod("GetAsync", [typeof(Guid)]) is { } get
            && get.ReturnType is { IsGenericType: true } task
            && StampIn(task.GetGenericArguments()[0]) != null ? get : null);

    // By its name: answers are records, which can't implement ABP's interface with its public setter and stay unchangeable.
    private static PropertyInfo? StampIn(Type type) =>
        type.GetProperty(nameof(IHasConcurrencyStamp.ConcurrencyStamp)) is { CanWrite: true } property && property.PropertyType == typeof(string) ? property : null;

    private static string? StampOf(object? value) => value == null ? null : StampIn(value.GetType())?.GetValue(value) as string;
}
