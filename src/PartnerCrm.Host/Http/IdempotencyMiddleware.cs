using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace PartnerCrm.Host;

/// <summary>
/// `Idempotency-Key` on POST: the same key with the same request within 24 hours gets the first answer again and does nothing; with another
/// request it is refused (422); while the first is still being worked on, 409. Answers of 5xx are not kept, so that a caller may try again.
/// An action's answer is kept by <see cref="IdempotentAnswerFilter"/>, together with what it did; this keeps those of all others.
/// </summary>
public class IdempotencyMiddleware(
    IUnitOfWorkManager unitsOfWork, IRepository<IdempotentRequest, Guid> requests, ICurrentUser user, ICurrentTenant tenant, IGuidGenerator guids, IClock clock,
    IConfiguration configuration) : IMiddleware, ITransientDependency
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 128;
    internal const long LargestBodyKept = 1024 * 1024;

    // No request takes this long: whoever worked on it died.
    private TimeSpan LongestRequest => configuration.GetValue(HostConfiguration.LongestRequest, TimeSpan.FromMinutes(2));

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api")
            || context.Request.Headers[Header] is not { Count: > 0 } header || context.User.Identity?.IsAuthenticated != true)
        {
            await next(context);
            return;
        }

        var given = header.ToString();
        if (given.Length > LongestKey)
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, "PartnerCrm:IdempotencyKeyTooLong", $"An Idempotency-Key has at most {LongestKey} characters.");
            return;
        }

        var caller = user.Id?.ToString("N") ?? context.User.FindFirst("client_id")?.Value;
        var key = $"{tenant.Id:N}:{caller}:{given}";
        var hash = await HashAsync(context.Request);
        var own = new IdempotentRequest(guids.Create(), key, hash, clock.Now);
        if (await ReserveAsync(own) is { } earlier) await RepeatAsync(context, earlier, hash);
        else await AnswerAsync(context, next, own.Id);
    }

    // The unique key decides between two requests that arrive together.
    private async Task<IdempotentRequest?> ReserveAsync(IdempotentRequest own)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var earlier = await requests.FindAsync(r => r.Key == own.Key);
        if (earlier != null && earlier.At > clock.Now - IdempotentRequest.Kept && !earlier.IsAbandoned(clock.Now - LongestRequest)) return earlier;
        if (earlier != null) await requests.DeleteDirectAsync(r => r.Id == earlier.Id);
        try
        {
            await requests.InsertAsync(own, autoSave: true);
            await unitOfWork.CompleteAsync();
            return null;
        }
        catch (DbUpdateException)
        {
            return own;
        }
    }

    private static async Task RepeatAsync(HttpContext context, IdempotentRequest earlier, string hash)
    {
        if (earlier.BodyHash != hash)
        {
            await context.RefuseAsync(StatusCodes.Status422UnprocessableEntity, "PartnerCrm:IdempotencyKeyReused", "This Idempotency-Key came with another request before. Use a new key for a new request.");
            return;
        }

        if (!earlier.IsAnswered)
        {
            context.Response.Headers.RetryAfter = "1";
            await context.RefuseAsync(StatusCodes.Status409Conflict, "PartnerCrm:StillWorking", "The first request with this Idempotency-Key is still being worked on. Ask again in a moment.");
            return;
        }

        context.Response.StatusCode = earlier.Status;
        context.Response.Headers["Idempotency-Replayed"] = "true";
        if (earlier.Location != null) context.Response.Headers.Location = earlier.Location;
        if (earlier.ContentType != null) context.Response.ContentType = earlier.ContentType;
        if (earlier.Answer is { Length: > 0 } answer) await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next, Guid id)
    {
        var body = context.Response.Body;
        using var copy = new MemoryStream();
        context.Response.Body = copy;
        context.Items[typeof(IdempotentRequest)] = id;
        var isAnswered = false;
        try
        {
            await next(context);
            isAnswered = context.Response.StatusCode < StatusCodes.Status500InternalServerError && copy.Length <= LargestBodyKept;
        }
        finally
        {
            context.Response.Body = body;
            await KeepAsync(id, isAnswered, context.Response, copy);
        }

        copy.Position = 0;
        if (copy.Length > 0) await copy.CopyToAsync(body, context.RequestAborted);
    }

    // By its own id: whoever was taken for dead, and was only slow, doesn't answer for its successor.
    private async Task KeepAsync(Guid id, bool isAnswered, HttpResponse response, MemoryStream copy)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        if (await requests.FindAsync(id) is { IsAnswered: false } request)
        {
            if (isAnswered) request.Finish(response.StatusCode, response.ContentType, response.Headers.Location, copy.ToArray());
            if (isAnswered) await requests.UpdateAsync(request);
            else await requests.DeleteAsync(request);
        }

        await unitOfWork.CompleteAsync();
    }

    private static async Task<string> HashAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer)) > 0) sha.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
