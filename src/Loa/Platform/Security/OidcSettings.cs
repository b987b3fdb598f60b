namespace Loa.Platform.Security;

/// <summary>The provider that signs people in besides Loa itself: LOA_OIDC_AUTHORITY, _CLIENT_ID, _CLIENT_SECRET, _NAME.</summary>
/// <param name="Authority">The issuer's address, under which its discovery document lies.</param>
/// <param name="Name">As people know it: it stands on the button.</param>
internal sealed record OidcSettings(Uri Authority, string ClientId, string ClientSecret, string Name)
{
    /// <summary>Null when nothing is set.</summary>
    /// <exception cref="SettingsException">Half of it is missing, or secrets would travel unprotected.</exception>
    public static OidcSettings? From(string? authority, string? clientId, string? clientSecret, string? name)
    {
        if (authority is null && clientId is null && clientSecret is null)
        {
            return null;
        }

        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback))
        {
            throw new SettingsException("LOA_OIDC_AUTHORITY must be the provider's https address, such as https://sso.example.vn/realms/tinh.");
        }

        return clientId is null || clientSecret is null
            ? throw new SettingsException("LOA_OIDC_CLIENT_ID and LOA_OIDC_CLIENT_SECRET go with LOA_OIDC_AUTHORITY.")
            : new OidcSettings(uri, clientId, clientSecret, name ?? uri.Host);
    }

    /// <summary>The secret is in no log.</summary>
    public override string ToString() => $"{Name} ({Authority})";
}
