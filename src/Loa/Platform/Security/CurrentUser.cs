using System.Security.Claims;

namespace Loa.Platform.Security;

/// <summary>
/// The person behind this request, from the sign-in cookie's claims; they are made anew every minute. Someone who stands in for another
/// works either as themselves or in the other's place, never as both: only the grants of the seat they sit on count.
/// </summary>
internal sealed class CurrentUser(IHttpContextAccessor http)
{
    public const string NameClaim = "loa:name";

    /// <summary>The agency the person works for now: id, short name, path.</summary>
    public const string AgencyClaim = "loa:agency";
    public const string AgencyNameClaim = "loa:agency-name";
    public const string AgencyPathClaim = "loa:agency-path";

    /// <summary>The person on leave in whose place this one works now.</summary>
    public const string ActingForClaim = "loa:for";

    /// <summary>Every person this one stands in for today: <c>UserId:name</c>.</summary>
    public const string StandsInForClaim = "loa:stands-in-for";

    public const string SessionClaim = "loa:session";

    private ClaimsPrincipal? Principal => http.HttpContext?.User;

    public bool IsSignedIn => Principal?.Identity?.IsAuthenticated == true;

    public Guid? UserId => Id(ClaimTypes.NameIdentifier);

    public string? Name => Principal?.FindFirstValue(NameClaim);

    /// <summary>The agency the person works for now; null for an administrator without one.</summary>
    public Guid? AgencyId => Id(AgencyClaim);

    public string? AgencyName => Principal?.FindFirstValue(AgencyNameClaim);

    /// <summary>Null exactly when <see cref="AgencyId"/> is.</summary>
    public string? AgencyPath => Principal?.FindFirstValue(AgencyPathClaim);

    public Guid? SessionId => Id(SessionClaim);

    public Guid? ActingForId => Id(ActingForClaim);

    /// <summary>Whom the person stands in for at this moment: the record and the top bar say so.</summary>
    public string? ActingForName => ActingForId is { } id ? StandsInFor.GetValueOrDefault(id) : null;

    public IReadOnlyDictionary<Guid, string> StandsInFor => (Principal?.FindAll(StandsInForClaim) ?? [])
        .Select(claim => claim.Value.Split(':', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => Guid.Parse(parts[0]), parts => parts[1]);

    public IReadOnlyList<Seat> Seats => [.. (Principal?.FindAll(Seat.ClaimType) ?? []).Select(claim => Seat.FromClaim(claim.Value)).OfType<Seat>()];

    /// <summary>Those of the seat the person sits on.</summary>
    public IReadOnlyList<Grant> Grants => Principal is null ? [] : GrantsOf(Principal);

    public bool Has(string permission) => Principal is { } principal && Allows(principal, permission);

    /// <summary>Where in the tree the person holds the permission: on each granted agency and everything below it.</summary>
    public AccessScope Scope(string permission) => Principal is { } principal ? ScopeOf(principal, permission) : AccessScope.Nothing;

    public static bool Allows(ClaimsPrincipal principal, string permission) => !ScopeOf(principal, permission).IsEmpty;

    public static AccessScope ScopeOf(ClaimsPrincipal principal, string permission)
    {
        var holders = Permissions.HoldersOf(permission);
        var scope = AccessScope.Of(GrantsOf(principal).Where(grant => holders.Contains(grant.Role)).Select(grant => grant.Path));
        return scope.CoversEverything || !Permissions.IsOfTheWholeSystem(permission) ? scope : AccessScope.Nothing;
    }

    private static List<Grant> GrantsOf(ClaimsPrincipal principal)
    {
        var actingFor = Guid.TryParse(principal.FindFirstValue(ActingForClaim), out var id) ? id : (Guid?)null;
        return [.. principal.FindAll(Grant.ClaimType).Select(claim => Grant.FromClaim(claim.Value)).OfType<Grant>().Where(grant => grant.ForUserId == actingFor)];
    }

    private Guid? Id(string claim) => Guid.TryParse(Principal?.FindFirstValue(claim), out var id) ? id : null;
}
