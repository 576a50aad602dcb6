using Microsoft.IdentityModel.Tokens;

namespace PartnerCrm.Host;

/// <summary>Tells clients where everything is (OpenID Connect Discovery 1.0, 4; RFC 8414) and which keys sign (RFC 7517).</summary>
public static class Discovery
{
    public static IResult Document(IConfiguration configuration)
    {
        var issuer = TokenEndpoints.Issuer(configuration);
        return Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = issuer + "connect/authorize",
            ["token_endpoint"] = issuer + "connect/token",
            ["revocation_endpoint"] = issuer + "connect/revocation",
            ["end_session_endpoint"] = issuer + "connect/endsession",
            ["jwks_uri"] = issuer + ".well-known/jwks",
            ["grant_types_supported"] = new[] { "authorization_code", "refresh_token", "client_credentials" },
            ["token_endpoint_auth_methods_supported"] = new[] { "none", "client_secret_post", "client_secret_basic" },
            ["revocation_endpoint_auth_methods_supported"] = new[] { "none" },
            ["scopes_supported"] = UiClient.Scopes,
            ["response_types_supported"] = new[] { "code" },
            ["response_modes_supported"] = new[] { "query" },
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["prompt_values_supported"] = new[] { "none", "login" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.EcdsaSha256 },
            ["authorization_response_iss_parameter_supported"] = true,
            ["ui_locales_supported"] = new[] { "en", "de" },
        });
    }

    public static async Task<IResult> KeySetAsync(SigningKeys keys)
    {
        var published = (await keys.AllAsync()).Cast<ECDsaSecurityKey>().Select(key =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
            return new { kty = jwk.Kty, use = "sig", alg = SecurityAlgorithms.EcdsaSha256, kid = key.KeyId, crv = jwk.Crv, x = jwk.X, y = jwk.Y };
        });
        return Results.Json(new { keys = published });
    }
}
