using System.Data.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;

namespace PartnerCrm.Host;

/// <summary>
/// A change that met somebody else's at the same moment, a worker's as a rule, and was undone by it, is made again on what is there now: nobody
/// has to ask twice for what they never saw change. Whoever says which version they read is asked all the same, by <see cref="VersionFilter"/>.
/// </summary>
public class RepeatOnConflict(IServiceScopeFactory scopes) : IMiddleware, ITransientDependency
{
    private const int Tries = 5;

    // Larger ones are files, whose import goes on by itself.
    private const long LargestBody = 256 * 1024;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!MayRepeat(context.Request))
        {
            await next(context);
            return;
        }

        context.Request.EnableBuffering();
        context.Items[typeof(RepeatOnConflict)] = Tries - 1;
        await next(context);
        var services = context.RequestServices;
        for (var left = Tries - 2; context.Items.Remove(typeof(Conflict)); left--)
        {
            context.Request.Body.Position = 0;
            // Not cleared: its headers are those of the middleware around this one.
            context.Response.StatusCode = StatusCodes.Status200OK;
            context.Items[typeof(RepeatOnConflict)] = left;
            // What the first try read is forgotten with its scope.
            await using var scope = scopes.CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            try
            {
                await next(context);
            }
            finally
            {
                context.RequestServices = services;
            }
        }
    }

    private static bool MayRepeat(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && request.Path.StartsWithSegments("/api/crm")
        && request.ContentLength is null or <= LargestBody
        && !request.HasFormContentType;

    /// <summary>Sees the conflict before it becomes an error's answer; the last try's does.</summary>
    public class Conflict : IAsyncExceptionFilter, ITransientDependency
    {
        /// <summary>Before ABP's own, which writes the answer.</summary>
        public const int Order = 1000;

        public Task OnExceptionAsync(ExceptionContext context)
        {
            var http = context.HttpContext;
            if (context.ExceptionHandled || http.Response.HasStarted || !IsConflict(context.Exception) || http.Items[typeof(RepeatOnConflict)] is not > 0) return Task.CompletedTask;
            http.Items[typeof(Conflict)] = true;
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            context.Result = new EmptyResult();
            context.ExceptionHandled = true;
            return Task.CompletedTask;
        }

        // SQLSTATE 40001 and 40P01: of two transactions that couldn't both be, or that waited for each other, the database ended this one.
        private static bool IsConflict(Exception exception) =>
            exception is AbpDbConcurrencyException || exception.GetBaseException() is DbException { SqlState: "40001" or "40P01" };
    }
}
