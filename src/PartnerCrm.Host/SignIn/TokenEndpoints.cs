
namespace PartnerCrm.Host;

/// <summary>The endpoints of OAuth 2.1 that aren't pages: /connect/token, /connect/revocation, discovery and the key set.</summary>
public static class TokenEndpoints
{
    public const string Scope = "PartnerCrm";
    public const string Audience = "PartnerCrm";

    /// <summary>For scripts of the UI when it is served from another origin.</summary>
    public const string Cors = "ui";

    public static void MapTokenEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/.well-known/openid-configuration", Discovery.Document).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/.well-known/jwks", Discovery.KeySetAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/connect/token", TokenAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/connect/revocation", RevokeAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    public static string Issuer(IConfiguration configuration) => configuration[HostConfiguration.SelfUrl]!.TrimEnd('/') + "/";

    private static async Task<IResult> TokenAsync(HttpContext http, ClientCredentials clients, CodeFlow people)
    {
        if (await FormAsync(http) is not { } form) return NotAForm();
        return form["grant_type"].ToString() switch
        {
            "client_credentials" => await clients.AnswerAsync(http, form),
            "authorization_code" => await people.RedeemAsync(form),
            "refresh_token" => await people.RenewAsync(form),
            _ => Refuse("unsupported_grant_type", "Use grant_type=authorization_code, refresh_token or client_credentials."),
        };
    }

    // RFC 7009, 2.2: what isn't known (any more) is revoked, too. An access token ends with its session, or within the hour.
    private static async Task<IResult> RevokeAsync(HttpContext http, AuthorizationGrants grants)
    {
        if (await FormAsync(http) is not { } form) return NotAForm();
        if (form["client_id"] != UiClient.Id) return Refuse("invalid_client", "The client id is unknown.");
        await grants.RevokeAsync(form["token"], UiClient.Id);
        return Results.Ok();
    }

    private static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        // RFC 6749, 5.1: nobody may keep a token on the way.
        http.Response.Headers.CacheControl = "no-store";
        return http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
    }

    private static IResult NotAForm() => Refuse("invalid_request", "Send the parameters form-encoded (application/x-www-form-urlencoded).");

    internal static IResult Refuse(string error, string description) =>
        Results.Json(new { error, error_description = description }, statusCode: StatusCodes.Status400BadRequest);
}
