namespace Loa.Platform.Security;

/// <summary>
/// What the sign-in cookie says of one role: on which agency and its subtree, and, for someone on leave, in whose place.
/// As a claim: <c>Role:AgencyId:Path:ForUserId</c>, agency empty and path "/" for the whole system, the last part empty for one's own.
/// </summary>
internal sealed record Grant(Role Role, Guid? AgencyId, string Path, Guid? ForUserId = null)
{
    public const string ClaimType = "loa:grant";

    public static Grant OnEverything(Role role) => new(role, null, AccessScope.Top);

    public string ToClaim() => $"{Role}:{AgencyId}:{Path}:{ForUserId}";

    /// <summary>Null for what an older program wrote: it grants nothing, and the cookie is renewed within a minute.</summary>
    public static Grant? FromClaim(string value) =>
        value.Split(':') is [var role, var agency, var path, var forUser] && Enum.TryParse<Role>(role, out var parsed)
            ? new Grant(parsed, AsId(agency), path, AsId(forUser))
            : null;

    private static Guid? AsId(string text) => Guid.TryParse(text, out var id) ? id : null;
}
