using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>An agency's figures over all cadences of a plan, in periods that have begun.</summary>
internal sealed class BoardLine
{
    public Guid AgencyId { get; init; }
    public required string Name { get; init; }
    public int Missed { get; init; }
    public int AtRisk { get; init; }
    public int Met { get; init; }

    /// <summary>Demanded, and begun.</summary>
    public int Demanded { get; init; }
}

/// <summary>One agency with one cadence.</summary>
/// <param name="Now">Of the period that is open, or its days for late logging; null where none is demanded now.</param>
internal sealed record BoardCell(Guid AgencyId, Guid CadenceId, int Missed, int Met, int Demanded, CadenceState? Now);

/// <summary>What of the board is asked for.</summary>
internal enum BoardFilter
{
    Missed = 1,
    AtRisk = 2,
}

/// <summary>Agencies × cadences of one plan, judged in the database by the rules of <see cref="CadenceStates"/>.</summary>
internal sealed class CadenceBoard(LoaDbContext db, CurrentUser user, Calendar calendar)
{
    /// <summary>The issuer sees everyone; others the agencies in their own part of the tree.</summary>
    public IQueryable<CadenceAgency> Shown(Guid planId, bool isIssuer)
    {
        var holders = db.Set<CadenceAgency>().AsNoTracking().Where(holder => db.Set<Cadence>().Any(cadence => cadence.CadenceId == holder.CadenceId && cadence.PlanId == planId));
        if (isIssuer)
        {
            return holders;
        }

        var within = db.Set<Agency>().Within(user.Scope(Permissions.ActivitiesRead), agency => agency.Path).Select(agency => agency.AgencyId);
        return holders.Where(holder => within.Contains(holder.AgencyId));
    }

    public Task<Page<BoardLine>> PageAsync(IQueryable<CadenceAgency> shown, BoardFilter? filter, int? number, CancellationToken cancellationToken) => Lines(shown, filter).ToPageAsync(number, cancellationToken);

    /// <summary>Every line, worst first.</summary>
    public IQueryable<BoardLine> Lines(IQueryable<CadenceAgency> shown, BoardFilter? filter)
    {
        var counted = from row in Rows(shown)
                      group row by row.AgencyId into agency
                      select new
                      {
                          AgencyId = agency.Key,
                          Missed = agency.Sum(row => !row.IsMet && row.IsClosed ? 1 : 0),
                          AtRisk = agency.Sum(row => !row.IsMet && !row.IsClosed && row.IsLate ? 1 : 0),
                          Met = agency.Sum(row => row.IsMet ? 1 : 0),
                          Demanded = agency.Count(),
                      };
        var holders = shown.Select(holder => holder.AgencyId).Distinct();
        var lines = from id in holders
                    join agency in db.Set<Agency>() on id equals agency.AgencyId
                    join row in counted on id equals row.AgencyId into found
                    from row in found.DefaultIfEmpty()
                    select new { agency, Missed = (int?)row.Missed ?? 0, AtRisk = (int?)row.AtRisk ?? 0, Met = (int?)row.Met ?? 0, Demanded = (int?)row.Demanded ?? 0 };
        lines = filter switch
        {
            BoardFilter.Missed => lines.Where(line => line.Missed > 0),
            BoardFilter.AtRisk => lines.Where(line => line.AtRisk > 0),
            _ => lines,
        };
        return lines.OrderByDescending(line => line.Missed).ThenByDescending(line => line.AtRisk).ThenBy(line => line.agency.Level).ThenBy(line => line.agency.SortOrder).ThenBy(line => line.agency.AgencyId)
            .Select(line => new BoardLine { AgencyId = line.agency.AgencyId, Name = line.agency.ShortName, Missed = line.Missed, AtRisk = line.AtRisk, Met = line.Met, Demanded = line.Demanded });
    }

    public async Task<IReadOnlyList<BoardCell>> CellsAsync(IQueryable<CadenceAgency> shown, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var cells = await (
            from row in Rows(shown.Where(holder => agencyIds.Contains(holder.AgencyId)))
            group row by new { row.AgencyId, row.CadenceId } into cell
            select new
            {
                cell.Key.AgencyId,
                cell.Key.CadenceId,
                Missed = cell.Sum(row => !row.IsMet && row.IsClosed ? 1 : 0),
                AtRisk = cell.Sum(row => !row.IsMet && !row.IsClosed && row.IsLate ? 1 : 0),
                Met = cell.Sum(row => row.IsMet ? 1 : 0),
                Running = cell.Sum(row => !row.IsMet && !row.IsClosed && !row.IsLate ? 1 : 0),
                MetNow = cell.Sum(row => row.IsMet && row.IsOpen ? 1 : 0),
                Demanded = cell.Count(),
            }).ToListAsync(cancellationToken);
        return cells.ConvertAll(cell => new BoardCell(cell.AgencyId, cell.CadenceId, cell.Missed, cell.Met, cell.Demanded,
            cell.AtRisk > 0 ? CadenceState.AtRisk : cell.Running > 0 ? CadenceState.Running : cell.MetNow > 0 ? CadenceState.Met : null));
    }

    /// <summary>Periods that are demanded of an agency and have begun.</summary>
    private IQueryable<BoardRow> Rows(IQueryable<CadenceAgency> shown)
    {
        var today = calendar.VietnamToday;
        return from holder in shown
               join cadence in db.Set<Cadence>() on holder.CadenceId equals cadence.CadenceId
               join period in db.Set<CadencePeriod>() on holder.CadenceId equals period.CadenceId
               join sum in db.Set<CadenceCount>() on new { holder.CadenceId, holder.AgencyId, period.Ordinal } equals new { sum.CadenceId, sum.AgencyId, sum.Ordinal } into sums
               from sum in sums.DefaultIfEmpty()
               where period.Demanded && period.From <= today && (holder.From == null || holder.From <= period.Middle) && (holder.To == null || holder.To >= period.Middle)
               select new BoardRow
               {
                   AgencyId = holder.AgencyId,
                   CadenceId = holder.CadenceId,
                   IsMet = sum != null && sum.Times >= cadence.Count,
                   IsClosed = period.ClosesOn < today,
                   IsLate = period.RiskFrom <= today || period.To < today,
                   IsOpen = period.To >= today,
               };
    }

    private sealed class BoardRow
    {
        public Guid AgencyId { get; init; }
        public Guid CadenceId { get; init; }
        public bool IsMet { get; init; }
        public bool IsClosed { get; init; }
        public bool IsLate { get; init; }
        public bool IsOpen { get; init; }
    }
}
