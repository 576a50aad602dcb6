using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace PartnerCrm.Host;

/// <summary>
/// Keeps the answer to a request with an Idempotency-Key in the transaction of what it did: a host that dies between the two can't make
/// a repeated request do it again.
/// </summary>
public class IdempotentAnswerFilter(IRepository<IdempotentRequest, Guid> requests, IOptions<JsonOptions> json) : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception != null || executed.Canceled || executed.HttpContext.Items[typeof(IdempotentRequest)] is not Guid id) return;
        if (await requests.FindAsync(id) is not { IsAnswered: false } request) return;
        if (!Finish(request, executed.Result)) return;
        await requests.UpdateAsync(request);
    }

    // Other results, files for instance, are kept as they went out, by the middleware.
    private bool Finish(IdempotentRequest request, IActionResult? result)
    {
        if (result is EmptyResult or null or ObjectResult { Value: null, StatusCode: null })
        {
            request.Finish(StatusCodes.Status204NoContent, null, null, []);
            return true;
        }

        if (result is not ObjectResult { Value: { } value } answer || answer.StatusCode >= StatusCodes.Status500InternalServerError) return false;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.JsonSerializerOptions);
        if (bytes.Length > IdempotencyMiddleware.LargestBodyKept) return false;
        request.Finish(answer.StatusCode ?? StatusCodes.Status200OK, "application/json; charset=utf-8", Location(answer), bytes);
        return true;
    }

    private static string? Location(ObjectResult answer) => answer switch
    {
        AcceptedResult accepted => accepted.Location,
        CreatedResult created => created.Location,
        _ => null,
    };
}
