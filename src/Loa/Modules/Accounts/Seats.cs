using System.Security.Claims;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

/// <summary>Sits a person down: for which agency they work now, and in whose place.</summary>
internal sealed class Seats(LoaDbContext db)
{
    /// <summary>The wanted seat when the grants in the identity allow it, otherwise the first one, otherwise none.</summary>
    public async Task TakeAsync(ClaimsIdentity identity, Guid? agencyId, Guid? forUserId)
    {
        var seat = await FindAsync(identity, agencyId, forUserId);
        if (seat is null && identity.FindAll(Seat.ClaimType).Select(claim => Seat.FromClaim(claim.Value)).FirstOrDefault(own => own is { ForUserId: null }) is { } first)
        {
            seat = await FindAsync(identity, first.AgencyId, null);
        }

        foreach (var claim in identity.FindAll(claim => claim.Type is CurrentUser.AgencyClaim or CurrentUser.AgencyNameClaim or CurrentUser.AgencyPathClaim or CurrentUser.ActingForClaim).ToList())
        {
            identity.RemoveClaim(claim);
        }

        if (seat is null)
        {
            return;
        }

        identity.AddClaim(new Claim(CurrentUser.AgencyClaim, seat.AgencyId.ToString()));
        identity.AddClaim(new Claim(CurrentUser.AgencyNameClaim, seat.ShortName));
        identity.AddClaim(new Claim(CurrentUser.AgencyPathClaim, seat.Path));
        if (seat.ForUserId is { } absent)
        {
            identity.AddClaim(new Claim(CurrentUser.ActingForClaim, absent.ToString()));
        }
    }

    public async Task<bool> MayTakeAsync(ClaimsPrincipal person, Guid agencyId, Guid? forUserId) =>
        await FindAsync(person.Identities.First(), agencyId, forUserId) is not null;

    /// <summary>Sits the new identity of a person where the old one sat.</summary>
    public Task CarryOverAsync(ClaimsPrincipal? from, ClaimsIdentity to) => TakeAsync(to, Id(from, CurrentUser.AgencyClaim), Id(from, CurrentUser.ActingForClaim));

    private async Task<TakenSeat?> FindAsync(ClaimsIdentity identity, Guid? agencyId, Guid? forUserId)
    {
        var grants = identity.FindAll(Grant.ClaimType).Select(claim => Grant.FromClaim(claim.Value)).OfType<Grant>().Where(grant => grant.ForUserId == forUserId);
        var scope = AccessScope.Of(grants.Select(grant => grant.Path));
        return agencyId is null || scope.IsEmpty
            ? null
            : await db.Set<Agency>().Where(agency => agency.AgencyId == agencyId).Within(scope, agency => agency.Path)
                .Select(agency => new TakenSeat(agency.AgencyId, agency.ShortName, agency.Path, forUserId)).FirstOrDefaultAsync();
    }

    private static Guid? Id(ClaimsPrincipal? principal, string claim) => Guid.TryParse(principal?.FindFirstValue(claim), out var id) ? id : null;

    private sealed record TakenSeat(Guid AgencyId, string ShortName, string Path, Guid? ForUserId);
}
