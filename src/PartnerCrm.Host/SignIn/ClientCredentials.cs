using System.Net.Http.Headers;
using System.Text;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace PartnerCrm.Host;

/// <summary>Tokens for other systems (RFC 6749, 4.4).</summary>
public class ClientCredentials(IRepository<ApiClient, Guid> clients, IDataFilter filter, IUnitOfWorkManager unitsOfWork, Tokens tokens) : ITransientDependency
{
    // Checking a wrong secret takes as long for an unknown client as for a known one.
    private static readonly ApiClient Nobody = new(Guid.Empty, null, "nobody", "nobody", new string('-', ApiClient.ShortestSecret), "");

    public async Task<IResult> AnswerAsync(HttpContext http, IFormCollection form)
    {
        if (Credentials(http.Request, form) is not { } given) return Unauthorized(http);

        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: false);
        ApiClient? client;
        // The client id decides the tenant: it is unique over all of them.
        using (filter.Disable<IMultiTenant>())
            client = await clients.FindAsync(c => c.ClientId == given.Id, cancellationToken: http.RequestAborted);
        if (!(client ?? Nobody).HasSecret(given.Secret) || client is not { IsActive: true }) return Unauthorized(http);

        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var allowed = client.Scopes.Split(' ');
        if (asked.Except(allowed).FirstOrDefault() is { } foreign) return TokenEndpoints.Refuse("invalid_scope", $"The client may not ask for the scope '{foreign}'.");

        var scope = string.Join(' ', asked.Length > 0 ? asked : allowed);
        return Results.Json(new
        {
            access_token = await tokens.ForClientAsync(client, scope),
            token_type = "Bearer",
            expires_in = (int)Tokens.Lifetime.TotalSeconds,
            scope,
        });
    }

    // RFC 6749, 2.3.1: in the header (both parts form-encoded) or in the body, never both.
    private static (string Id, string Secret)? Credentials(HttpRequest request, IFormCollection form)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) || header is not { Scheme: "Basic", Parameter: { } parameter })
            return form["client_id"] is { Count: 1 } id && form["client_secret"] is { Count: 1 } secret ? (id.ToString(), secret.ToString()) : null;
        var buffer = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, buffer, out var length)) return null;
        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : null;
    }

    private static IResult Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"PartnerCrm\"";
        return Results.Json(new { error = "invalid_client", error_description = "The client id or secret is wrong." }, statusCode: StatusCodes.Status401Unauthorized);
    }
}
