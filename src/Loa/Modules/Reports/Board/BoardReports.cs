using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Board;

/// <summary>What the board says of one report. The first four part all reports among them; the last two are facts of their own.</summary>
internal enum BoardFact
{
    /// <summary>First sent not after the due day, extension and grace included.</summary>
    OnTime = 1,
    Late = 2,

    /// <summary>Never sent, and the due day is over.</summary>
    Missing = 3,

    /// <summary>Never sent, and there still is time.</summary>
    Ahead = 4,

    /// <summary>With its receiver now: sent, and neither returned nor taken back.</summary>
    Complete = 5,
    Accepted = 6,
}

/// <summary>A report with everything the board counts of it.</summary>
internal sealed class BoardItem
{
    public Guid ReportId { get; init; }

    public Guid PeriodId { get; init; }

    public Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public int Level { get; init; }

    public int SortOrder { get; init; }

    public ReportState State { get; init; }

    public DateOnly DueOn { get; init; }

    public DateTime? FirstSentAt { get; init; }

    public bool IsOnTime { get; init; }

    public bool IsLate { get; init; }

    public bool IsMissing { get; init; }

    public bool IsAhead { get; init; }

    public bool IsComplete { get; init; }

    public bool IsAccepted { get; init; }

    public BoardFact Sending => IsOnTime ? BoardFact.OnTime : IsLate ? BoardFact.Late : IsMissing ? BoardFact.Missing : BoardFact.Ahead;
}

/// <summary>How many reports of a period or an agency.</summary>
internal class BoardCount
{
    /// <summary>The smallest number of reports of which a share says something of an agency.</summary>
    public const int RankedFrom = 3;

    public int Expected { get; init; }

    public int OnTime { get; init; }

    public int Late { get; init; }

    public int Missing { get; init; }

    public int Ahead { get; init; }

    public int Complete { get; init; }

    public int Accepted { get; init; }

    /// <summary>Sent, or their due day is over: what an agency is judged by.</summary>
    public int Due => Expected - Ahead;
}

internal sealed class PeriodCount : BoardCount
{
    public Guid PeriodId { get; init; }
}

/// <summary>One agency over the periods shown.</summary>
internal sealed class BoardLine : BoardCount
{
    public Guid AgencyId { get; init; }

    public required string Name { get; init; }

    public int Level { get; init; }

    public int SortOrder { get; init; }

    /// <summary>0 to 1, of <see cref="BoardCount.Due"/>; -1 for those with too few reports to be ranked.</summary>
    public double Rate { get; init; }
}

/// <summary>Periods and the same outline through its versions.</summary>
internal sealed record OutlineLine(Guid RootId, string Title, IReadOnlyList<Guid> OutlineIds);

/// <summary>Which reports the board shows to a person, and how they are counted: everything is counted by the database.</summary>
internal sealed class BoardReports(LoaDbContext db, ReportScope scope, Platform.Calendar calendar)
{
    public const int PeriodsMost = 6;
    private const int LinesMost = 200;

    /// <summary>Periods of which the person sees a report that is to be sent.</summary>
    public IQueryable<ReportingPeriod> Periods()
    {
        var seen = scope.Visible;
        return db.Set<ReportingPeriod>().AsNoTracking().Where(period => period.State != PeriodState.Opening && seen.Any(report => report.ReportingPeriodId == period.ReportingPeriodId && report.ParentReportId != null));
    }

    /// <summary>Outlines of these periods, each with its earlier and later versions, by title.</summary>
    public async Task<IReadOnlyList<OutlineLine>> LinesAsync(CancellationToken cancellationToken)
    {
        var used = await Periods().Select(period => period.ReportOutlineId).Distinct().OrderBy(id => id).Take(LinesMost).ToListAsync(cancellationToken);
        var owners = db.Set<ReportOutline>().Where(outline => used.Contains(outline.ReportOutlineId)).Select(outline => outline.OwnerAgencyId);
        var outlines = await db.Set<ReportOutline>().AsNoTracking().Where(outline => owners.Contains(outline.OwnerAgencyId)).OrderBy(outline => outline.Version).ThenBy(outline => outline.ReportOutlineId)
            .Select(outline => new { outline.ReportOutlineId, outline.ReplacesId, outline.State, outline.Title, Owner = db.Set<Agency>().Where(agency => agency.AgencyId == outline.OwnerAgencyId).Select(agency => agency.ShortName).First() }).ToListAsync(cancellationToken);
        // A version comes after the one it replaces, so its root is known by then.
        var roots = new Dictionary<Guid, Guid>();
        foreach (var outline in outlines)
        {
            roots[outline.ReportOutlineId] = outline.ReplacesId is { } before && roots.TryGetValue(before, out var root) ? root : outline.ReportOutlineId;
        }

        return [.. outlines.GroupBy(outline => roots[outline.ReportOutlineId]).Where(line => line.Any(outline => used.Contains(outline.ReportOutlineId)))
            .Select(line => new OutlineLine(line.Key, $"{(line.LastOrDefault(outline => outline.State != OutlineState.Draft) ?? line.Last()).Title} – {line.First().Owner}", [.. line.Select(outline => outline.ReportOutlineId)]))
            .OrderBy(line => line.Title, StringComparer.Create(Platform.Formats.Vietnamese, ignoreCase: true))];
    }

    /// <summary>The last of them, the earliest first.</summary>
    public async Task<IReadOnlyList<ReportingPeriod>> ShownAsync(OutlineLine? line, int? year, CancellationToken cancellationToken)
    {
        var periods = Periods();
        periods = line is null ? periods : periods.Where(period => line.OutlineIds.Contains(period.ReportOutlineId));
        periods = year is { } of ? periods.Where(period => period.Year == of) : periods;
        var last = await periods.OrderByDescending(period => period.DueOn).ThenByDescending(period => period.To).ThenBy(period => period.ReportingPeriodId).Take(PeriodsMost).ToListAsync(cancellationToken);
        last.Reverse();
        return last;
    }

    public IQueryable<BoardItem> Items(IReadOnlyCollection<Guid> periodIds)
    {
        var today = calendar.VietnamToday;
        var seen = scope.Visible.AsNoTracking();
        return
            from report in seen
            where report.ParentReportId != null && periodIds.Contains(report.ReportingPeriodId)
            join period in db.Set<ReportingPeriod>() on report.ReportingPeriodId equals period.ReportingPeriodId
            let last = report.DueOn.AddDays(period.GraceDays)
            select new BoardItem
            {
                ReportId = report.ReportId,
                PeriodId = report.ReportingPeriodId,
                AgencyId = report.AgencyId,
                AgencyName = report.AgencyName,
                Level = report.Level,
                SortOrder = report.SortOrder,
                State = report.State,
                DueOn = report.DueOn,
                FirstSentAt = report.FirstSentAt,
                IsOnTime = report.FirstSentOn != null && report.FirstSentOn <= last,
                IsLate = report.FirstSentOn != null && report.FirstSentOn > last,
                IsMissing = report.FirstSentOn == null && last < today,
                IsAhead = report.FirstSentOn == null && last >= today,
                IsComplete = report.State == ReportState.Sent || report.State == ReportState.Accepted,
                IsAccepted = report.State == ReportState.Accepted,
            };
    }

    public static IQueryable<BoardItem> With(IQueryable<BoardItem> items, BoardFact? fact) => fact switch
    {
        BoardFact.OnTime => items.Where(item => item.IsOnTime),
        BoardFact.Late => items.Where(item => item.IsLate),
        BoardFact.Missing => items.Where(item => item.IsMissing),
        BoardFact.Ahead => items.Where(item => item.IsAhead),
        BoardFact.Complete => items.Where(item => item.IsComplete),
        BoardFact.Accepted => items.Where(item => item.IsAccepted),
        _ => items,
    };

    public static Task<Dictionary<Guid, PeriodCount>> PerPeriodAsync(IQueryable<BoardItem> items, CancellationToken cancellationToken) => items.GroupBy(item => item.PeriodId).Select(of => new PeriodCount
    {
        PeriodId = of.Key,
        Expected = of.Count(),
        OnTime = of.Count(item => item.IsOnTime),
        Late = of.Count(item => item.IsLate),
        Missing = of.Count(item => item.IsMissing),
        Ahead = of.Count(item => item.IsAhead),
        Complete = of.Count(item => item.IsComplete),
        Accepted = of.Count(item => item.IsAccepted),
    }).ToDictionaryAsync(count => count.PeriodId, cancellationToken);

    /// <summary>Agencies that are to report in these periods.</summary>
    public IQueryable<BoardLine> PerAgency(IQueryable<BoardItem> items) =>
        from counted in items.GroupBy(item => item.AgencyId).Select(of => new
        {
            AgencyId = of.Key,
            Expected = of.Count(),
            OnTime = of.Count(item => item.IsOnTime),
            Late = of.Count(item => item.IsLate),
            Missing = of.Count(item => item.IsMissing),
            Ahead = of.Count(item => item.IsAhead),
            Complete = of.Count(item => item.IsComplete),
            Accepted = of.Count(item => item.IsAccepted),
        })
        join agency in db.Set<Agency>() on counted.AgencyId equals agency.AgencyId
        select new BoardLine
        {
            AgencyId = counted.AgencyId,
            Name = agency.ShortName,
            Level = (int)agency.Level,
            SortOrder = agency.SortOrder,
            Expected = counted.Expected,
            OnTime = counted.OnTime,
            Late = counted.Late,
            Missing = counted.Missing,
            Ahead = counted.Ahead,
            Complete = counted.Complete,
            Accepted = counted.Accepted,
            Rate = counted.Expected - counted.Ahead < BoardCount.RankedFrom ? -1 : (double)counted.OnTime / (counted.Expected - counted.Ahead),
        };

    public IQueryable<BoardLine> Named(IQueryable<BoardLine> lines, string? query)
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return lines;
        }

        var folded = Folding.Fold(query);
        return lines.Where(line => db.Set<Agency>().Any(agency => agency.AgencyId == line.AgencyId && agency.SearchText.Contains(folded)));
    }
}

/// <summary>Places by the share sent on time. Agencies with equal shares have the same place, and the next one counts them all.</summary>
internal sealed class BoardRanking
{
    private readonly IReadOnlyList<(int OnTime, int Due, int Agencies)> shares;

    private BoardRanking(IReadOnlyList<(int, int, int)> shares) => this.shares = shares;

    public int Ranked => shares.Sum(share => share.Agencies);

    /// <summary>However many agencies there are, their reports of six periods make a handful of different shares.</summary>
    public static async Task<BoardRanking> ReadAsync(IQueryable<BoardLine> lines, CancellationToken cancellationToken)
    {
        var rows = await lines.Where(line => line.Expected - line.Ahead >= BoardCount.RankedFrom).GroupBy(line => new { line.OnTime, Due = line.Expected - line.Ahead })
            .Select(same => new { same.Key.OnTime, same.Key.Due, Agencies = same.Count() }).ToListAsync(cancellationToken);
        return new BoardRanking(rows.ConvertAll(row => (row.OnTime, row.Due, row.Agencies)));
    }

    /// <summary>From one; null for an agency with too few reports.</summary>
    public int? Of(BoardCount line) => line.Due < BoardCount.RankedFrom ? null : 1 + shares.Where(share => (long)share.OnTime * line.Due > (long)line.OnTime * share.Due).Sum(share => share.Agencies);
}
