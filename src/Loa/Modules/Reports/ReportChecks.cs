using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Something in a report that does not fit.</summary>
/// <param name="IsError">It keeps the report from being sent.</param>
/// <param name="Message">A key of the localizer.</param>
internal sealed record ReportProblem(bool IsError, Guid? FigureId, Guid? SectionId, string Message, params object[] Arguments);

/// <summary>A value of another period, for comparison.</summary>
internal sealed record EarlierValue(Guid ReportingPeriodId, int Year, DateOnly To, long? Value, long? Of);

/// <summary>What another period said of each figure.</summary>
internal sealed record EarlierValues(IReadOnlyDictionary<Guid, EarlierValue> Last, IReadOnlyDictionary<Guid, EarlierValue> LastYear);

/// <summary>Looks over a report before it is sent. Figures that do not add up are pointed out and kept as they are, never put right silently.</summary>
internal sealed class ReportChecks(LoaDbContext db)
{
    public static IReadOnlyList<ReportProblem> Find(FigureSheet sheet, EarlierValues earlier, int year, IEnumerable<(OutlineSection Section, ReportText Text)> sections)
    {
        var problems = new List<ReportProblem>();
        foreach (var figure in sheet.Definitions)
        {
            var row = sheet[figure.FigureId];
            if (row.Value is not { } value)
            {
                problems.Add(new ReportProblem(false, figure.FigureId, null, "“{0}” chưa có số.", figure.Name));
                continue;
            }

            if (figure.IsShare && row.Of is null)
            {
                problems.Add(new ReportProblem(false, figure.FigureId, null, "“{0}” chưa có mẫu số.", figure.Name));
            }

            if (row.Of < value)
            {
                problems.Add(new ReportProblem(figure.CheckIsError, figure.FigureId, null, "“{0}”: tử số {1} lớn hơn mẫu số {2}.", figure.Name, FigureNumber.Text(value), FigureNumber.Text(row.Of)));
            }

            if (figure.Parts.Count > 0 && sheet.SumOfParts(figure) is { } sum && sum != value)
            {
                problems.Add(new ReportProblem(figure.CheckIsError, figure.FigureId, null, "“{0}” là {1} nhưng các số thành phần cộng lại là {2}.", figure.Name, FigureNumber.Text(value), FigureNumber.Text(sum)));
            }

            if (figure.IsCumulative && earlier.Last.GetValueOrDefault(figure.FigureId) is { Value: { } before } last && last.Year == year && before > value)
            {
                problems.Add(new ReportProblem(figure.CheckIsError, figure.FigureId, null, "“{0}” là số lũy kế nhưng nhỏ hơn kỳ trước ({1} so với {2}).", figure.Name, FigureNumber.Text(value), FigureNumber.Text(before)));
            }

            if (row.IsStale)
            {
                problems.Add(new ReportProblem(false, figure.FigureId, null, "“{0}”: có báo cáo cấp dưới đã đổi sau khi tổng hợp.", figure.Name));
            }
        }

        foreach (var (section, text) in sections)
        {
            if (string.IsNullOrWhiteSpace(text.Current) && sheet.Definitions.All(figure => figure.OutlineSectionId != section.OutlineSectionId) && section.Guidance is not null)
            {
                problems.Add(new ReportProblem(false, null, section.OutlineSectionId, "Mục “{0}” chưa có nội dung.", section.Title));
            }
        }

        return problems;
    }

    /// <summary>How many accepted reports below are not in this one as they were accepted, and how many are in it that are accepted no longer.</summary>
    public Task<int> NotTakenAsync(Guid reportId, CancellationToken cancellationToken) => db.Set<Report>().CountAsync(below => below.ParentReportId == reportId
        && (below.State == ReportState.Accepted) != db.Set<ReportTaken>().Any(taken => taken.ParentReportId == reportId && taken.ReportId == below.ReportId && (taken.Number == below.Sendings || below.State != ReportState.Accepted)), cancellationToken);

    /// <summary>The latest earlier period, one of the same length before others, and the same one a year ago, of the same agency along versions of the same outline.</summary>
    public async Task<EarlierValues> EarlierAsync(Report report, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var (agency, owner, to, every, year, number) = (report.AgencyId, period.OwnerAgencyId, period.To, period.Every, period.Year, period.Number);
        var outlines = await VersionsAsync(period, cancellationToken);
        var others = from other in db.Set<Report>().AsNoTracking()
                     join its in db.Set<ReportingPeriod>() on other.ReportingPeriodId equals its.ReportingPeriodId
                     where other.AgencyId == agency && its.OwnerAgencyId == owner && outlines.Contains(its.ReportOutlineId) && its.ReportingPeriodId != period.ReportingPeriodId
                     select new { other.ReportId, Period = its };
        var last = await others.Where(other => other.Period.To < to).OrderByDescending(other => other.Period.Every == every).ThenByDescending(other => other.Period.To).ThenByDescending(other => other.ReportId).FirstOrDefaultAsync(cancellationToken);
        var lastYear = await others.Where(other => other.Period.Every == every && other.Period.Year == year - 1 && other.Period.Number == number).OrderByDescending(other => other.ReportId).FirstOrDefaultAsync(cancellationToken);
        return new EarlierValues(
            last is null ? new Dictionary<Guid, EarlierValue>() : await ValuesAsync(last.ReportId, last.Period, cancellationToken),
            lastYear is null ? new Dictionary<Guid, EarlierValue>() : await ValuesAsync(lastYear.ReportId, lastYear.Period, cancellationToken));
    }

    /// <summary>Figures have the same id in all versions of an outline, and in no other outline.</summary>
    private async Task<List<Guid>> VersionsAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var replaces = await db.Set<ReportOutline>().AsNoTracking().Where(outline => outline.OwnerAgencyId == period.OwnerAgencyId).Select(outline => new { outline.ReportOutlineId, outline.ReplacesId }).ToListAsync(cancellationToken);
        var versions = new HashSet<Guid> { period.ReportOutlineId };
        for (var known = 0; known < versions.Count;)
        {
            known = versions.Count;
            foreach (var outline in replaces)
            {
                if (outline.ReplacesId is { } earlier && (versions.Contains(earlier) || versions.Contains(outline.ReportOutlineId)))
                {
                    versions.Add(earlier);
                    versions.Add(outline.ReportOutlineId);
                }
            }
        }

        return [.. versions];
    }

    private Task<Dictionary<Guid, EarlierValue>> ValuesAsync(Guid reportId, ReportingPeriod period, CancellationToken cancellationToken) =>
        db.Set<ReportFigure>().AsNoTracking().Where(figure => figure.ReportId == reportId).ToDictionaryAsync(figure => figure.FigureId, figure => new EarlierValue(period.ReportingPeriodId, period.Year, period.To, figure.Value, figure.Of), cancellationToken);
}
