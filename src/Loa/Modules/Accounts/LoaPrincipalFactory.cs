using System.Security.Claims;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Loa.Modules.Accounts;

/// <summary>
/// Puts name, grants and seats into the cookie, so that a page needs no query to know what a person may do. They are made anew every
/// minute, so a grant taken away or a delegation that ended is felt within that time.
/// </summary>
internal sealed class LoaPrincipalFactory(UserManager<User> users, LoaDbContext db, Calendar calendar, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(CurrentUser.NameClaim, user.DisplayName));
        var absent = await AbsentAsync(user.Id);
        foreach (var (id, name) in absent)
        {
            identity.AddClaim(new Claim(CurrentUser.StandsInForClaim, $"{id}:{name}"));
        }

        var people = absent.Keys.Append(user.Id).ToList();
        var rows = await (
            from grant in db.Set<RoleGrant>()
            join agency in db.Set<Agency>() on grant.AgencyId equals (Guid?)agency.AgencyId into agencies
            from agency in agencies.DefaultIfEmpty()
            where people.Contains(grant.UserId)
            orderby grant.RoleGrantId
            select new { grant.UserId, grant.Role, grant.AgencyId, Path = (string?)agency!.Path, Name = (string?)agency.ShortName }).ToListAsync();
        // Administration is not stood in for: whoever holds it for a week could keep it for ever.
        var held = rows.Where(row => row.UserId == user.Id || row.Role != Role.Administrator).OrderBy(row => row.UserId != user.Id)
            .Select(row => (Grant: new Grant(row.Role, row.AgencyId, row.Path ?? AccessScope.Top, row.UserId == user.Id ? null : row.UserId), row.Name)).ToList();
        identity.AddClaims(held.Select(row => row.Grant.ToClaim()).Distinct().Select(value => new Claim(Grant.ClaimType, value)));
        identity.AddClaims(held.Where(row => row.Grant.AgencyId is not null).Select(row => new Seat(row.Grant.AgencyId!.Value, row.Grant.ForUserId, row.Name!))
            .Distinct().Take(Seat.MostInCookie).Select(seat => new Claim(Seat.ClaimType, seat.ToClaim())));
        return identity;
    }

    /// <summary>Whom this person stands in for today.</summary>
    private Task<Dictionary<Guid, string>> AbsentAsync(Guid userId) => (
        from delegation in db.Set<Delegation>().Where(Delegation.InForceOn(calendar.VietnamToday))
        join absent in db.Set<User>() on delegation.FromUserId equals absent.Id
        where delegation.ToUserId == userId && !absent.IsDisabled
        select new { absent.Id, absent.DisplayName }).Distinct().ToDictionaryAsync(row => row.Id, row => row.DisplayName);
}
