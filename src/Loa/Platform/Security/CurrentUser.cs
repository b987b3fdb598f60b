using System.Security.Claims;

namespace Loa.Platform.Security;

/// <summary>The person behind this request, from the sign-in cookie's claims.</summary>
internal sealed class CurrentUser(IHttpContextAccessor http)
{
    public const string NameClaim = "loa:name";
    public const string AgencyClaim = "loa:agency";

    /// <summary>One per grant: <c>Role:AgencyId</c>, the agency empty for the whole system.</summary>
    public const string GrantClaim = "loa:grant";

    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    public bool IsSignedIn => Principal?.Identity?.IsAuthenticated == true;

    public Guid? UserId => Guid.TryParse(Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public string? Name => Principal?.FindFirstValue(NameClaim);

    /// <summary>The agency the person works for now; null for an administrator without one.</summary>
    public Guid? AgencyId => Guid.TryParse(Principal?.FindFirstValue(AgencyClaim), out var id) ? id : null;

    public IReadOnlyList<(Role Role, Guid? AgencyId)> Grants => Principal is null ? [] : GrantsOf(Principal);

    public bool Has(string permission) => Principal is { } principal && Allows(principal, permission);

    /// <summary>For an act on one agency's things: the grant must be for that agency or for the whole system.</summary>
    public bool HasFor(string permission, Guid agencyId)
    {
        var holders = Permissions.HoldersOf(permission);
        return Grants.Any(grant => holders.Contains(grant.Role) && (grant.AgencyId is null || grant.AgencyId == agencyId));
    }

    public static bool Allows(ClaimsPrincipal principal, string permission)
    {
        var holders = Permissions.HoldersOf(permission);
        return GrantsOf(principal).Any(grant => holders.Contains(grant.Role));
    }

    public static string GrantValue(Role role, Guid? agencyId) => $"{role}:{agencyId}";

    private static List<(Role Role, Guid? AgencyId)> GrantsOf(ClaimsPrincipal principal) =>
        [.. principal.FindAll(GrantClaim).Select(claim => claim.Value.Split(':')).Where(parts => Enum.TryParse<Role>(parts[0], out _))
            .Select(parts => (Enum.Parse<Role>(parts[0]), Guid.TryParse(parts[1], out var id) ? id : (Guid?)null))];
}
