namespace Loa.Platform.Security;

/// <summary>
/// Where a person may work: an agency of one of their grants, or one of the person they stand in for. As a claim:
/// <c>AgencyId:ForUserId:the agency's short name</c>.
/// </summary>
internal sealed record Seat(Guid AgencyId, Guid? ForUserId, string Name)
{
    public const string ClaimType = "loa:seat";

    /// <summary>A cookie is not a list of agencies: further ones stand on the switcher's own page.</summary>
    public const int MostInCookie = 8;

    public string ToClaim() => $"{AgencyId}:{ForUserId}:{Name}";

    public static Seat? FromClaim(string value) =>
        value.Split(':', 3) is [var agency, var forUser, var name] && Guid.TryParse(agency, out var agencyId)
            ? new Seat(agencyId, Guid.TryParse(forUser, out var id) ? id : null, name)
            : null;
}
