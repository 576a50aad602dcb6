namespace PartnerCrm.Host;

/// <summary>A visit to /connect/authorize, understood (RFC 6749, 4.1.1; RFC 7636, 4.3; OpenID Connect Core, 3.1.2.1).</summary>
public record AuthorizeRequest(string ClientId, string RedirectUri, string Scope, string? State, string? Nonce, string CodeChallenge, string? Prompt)
{
    private static readonly string[] Known = ["client_id", "redirect_uri", "response_type", "response_mode", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "prompt"];

    /// <summary>The error to tell the client, null when it can be answered.</summary>
    public AuthorizeError? Error { get; private init; }

    /// <summary>Null when client and address don't belong together: then nobody may be sent anywhere.</summary>
    public static AuthorizeRequest? Read(IQueryCollection query, UiClient client)
    {
        if (query["client_id"] is not [UiClient.Id] || query["redirect_uri"] is not [{ } redirectUri] || !client.RedirectUris.Contains(redirectUri)) return null;
        var scopes = query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToArray();
        return new AuthorizeRequest(
            UiClient.Id, redirectUri, string.Join(' ', scopes), One(query, "state"), One(query, "nonce"), query["code_challenge"].ToString(), One(query, "prompt"))
        {
            Error = Refusal(query, scopes),
        };
    }

    private static AuthorizeError? Refusal(IQueryCollection query, string[] scopes)
    {
        if (Known.FirstOrDefault(name => query[name].Count > 1) is { } twice) return new("invalid_request", $"The parameter {twice} is given more than once.");
        if (query["response_type"] != "code") return new("unsupported_response_type", "Use response_type=code.");
        if (query["response_mode"].ToString() is not ("" or "query")) return new("invalid_request", "Use response_mode=query, or leave it out.");
        if (query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43)
            return new("invalid_request", "Send a code_challenge of 43 characters with code_challenge_method=S256 (RFC 7636).");
        if (query["nonce"].ToString().Length > AuthorizationGrant.NonceLength) return new("invalid_request", "The nonce is too long.");
        return scopes.Except(UiClient.Scopes).FirstOrDefault() is { } foreign ? new("invalid_scope", $"The client may not ask for the scope '{foreign}'.") : null;
    }

    private static string? One(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } value] ? value : null;
}

/// <summary>As in RFC 6749, 4.1.2.1.</summary>
public record AuthorizeError(string Error, string Description);
