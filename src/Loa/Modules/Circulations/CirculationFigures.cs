using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Circulations;

/// <summary>
/// How many have read it. Everything is counted from the rows, so that a figure and the list behind it cannot differ.
/// <para>
/// The share of people: acknowledged / asked. <em>Asked</em> is whoever was asked and is still there: their account is open and they hold a role on one of the
/// chosen agencies. Who left without having read is no longer asked; who read and left later stays in both numbers, as they were staff when they read. The
/// part is therefore always within the whole. People who join are asked when the sender adds them.
/// </para>
/// <para>
/// The share of staff: (acknowledged + told directly) / staff count of the agency on the day of sending, at most all of them, over the agencies whose
/// staff count is known.
/// </para>
/// </summary>
internal sealed class CirculationFigures(LoaDbContext db)
{
    public IQueryable<CirculationRecipient> Counted() => db.Set<CirculationRecipient>().AsNoTracking().Where(r =>
        r.AcknowledgedAt != null
        || (db.Set<User>().Any(user => user.Id == r.UserId && !user.IsDisabled)
            && db.Set<RoleGrant>().Any(grant => grant.UserId == r.UserId && db.Set<CirculationAgency>().Any(a => a.CirculationId == r.CirculationId && a.AgencyId == grant.AgencyId))));

    /// <param name="within">Ids of the agencies the reader may see; null: all.</param>
    public IQueryable<AgencyShare> Agencies(Circulation circulation, IQueryable<Guid>? within)
    {
        var (id, day) = (circulation.CirculationId, circulation.SentOn);
        var counted = Counted();
        var chosen = db.Set<CirculationAgency>().Where(a => a.CirculationId == id);
        if (within is not null)
        {
            chosen = chosen.Where(a => within.Contains(a.AgencyId));
        }

        return chosen.Join(db.Set<Agency>(), a => a.AgencyId, agency => agency.AgencyId, (a, agency) => new AgencyShare
        {
            AgencyId = agency.AgencyId,
            Name = agency.Name,
            Asked = counted.Count(r => r.CirculationId == id && r.AgencyId == agency.AgencyId),
            Read = counted.Count(r => r.CirculationId == id && r.AgencyId == agency.AgencyId && r.AcknowledgedAt != null),
            Direct = db.Set<CirculationDirect>().Where(d => d.CirculationId == id && d.AgencyId == agency.AgencyId).Sum(d => d.People),
            Headcount = db.Set<AgencyHeadcount>().Where(h => h.AgencyId == agency.AgencyId && h.CountedOn <= day).OrderByDescending(h => h.CountedOn).Select(h => (int?)h.Count).FirstOrDefault(),
        });
    }

    public async Task<CirculationTotals> TotalsAsync(Circulation circulation, IQueryable<Guid>? within, CancellationToken cancellationToken)
    {
        var rows = await Agencies(circulation, within).ToListAsync(cancellationToken);
        return new CirculationTotals(
            new Share(rows.Sum(row => (long)row.Read), rows.Sum(row => (long)row.Asked)),
            new Share(rows.Sum(row => row.Staff.Part), rows.Sum(row => row.Staff.Whole)),
            rows.Count,
            rows.Count(row => row.Unread == 0 && row.Asked > 0),
            rows.Count(row => !row.Staff.IsKnown));
    }
}

/// <summary>How far one agency is.</summary>
internal sealed record AgencyShare
{
    public Guid AgencyId { get; init; }

    public required string Name { get; init; }

    public int Asked { get; init; }

    public int Read { get; init; }

    /// <summary>Told face to face, as the agency recorded it.</summary>
    public int Direct { get; init; }

    /// <summary>Null where nobody counted the staff by the day of sending.</summary>
    public int? Headcount { get; init; }

    public int Unread => Asked - Read;

    public Share People => new(Read, Asked);

    public Share Staff => new((long)Read + Direct, Headcount ?? 0);
}

/// <param name="Done">Agencies of which everyone who was asked has read it.</param>
/// <param name="WithoutHeadcount">Agencies that the share of staff leaves out.</param>
internal sealed record CirculationTotals(Share People, Share Staff, int Agencies, int Done, int WithoutHeadcount);
