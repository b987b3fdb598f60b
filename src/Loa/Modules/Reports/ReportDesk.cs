using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Figures;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>A report with all that belongs to it.</summary>
internal sealed record OpenReport(Report Report, ReportingPeriod Period, ReportOutline Outline, FigureSheet Sheet, IReadOnlyDictionary<Guid, ReportText> Texts)
{
    /// <summary>In their order.</summary>
    public IReadOnlyList<OutlineSection> Sections { get; } = [.. Outline.Sections.OrderBy(section => section.Ordinal).ThenBy(section => section.OutlineSectionId)];

    /// <summary>It can be changed and sent today.</summary>
    public bool IsOpen(DateOnly today) => Report.IsOpen && Report.PrefilledAt is not null && IsUnlocked(today);

    /// <summary>Its writers may still do something with it.</summary>
    public bool IsUnlocked(DateOnly today) => Period.IsOpen || (Period.State == PeriodState.Locked && Report.UnlockedUntil >= today);

    public ReportText TextOf(OutlineSection section) => Texts.GetValueOrDefault(section.OutlineSectionId) ?? new ReportText { ReportId = Report.ReportId, OutlineSectionId = section.OutlineSectionId };

    public IEnumerable<OutlineFigure> FiguresOf(OutlineSection section) => Sheet.Definitions.Where(figure => figure.OutlineSectionId == section.OutlineSectionId);

    public ReportContent Content(IReadOnlyList<string> missing) => ReportContent.Of(Sheet.Rows, Sections.Select(TextOf)) with { Missing = missing };
}

/// <summary>Filling and sending reports, and judging what was sent. The caller saves, except where it says otherwise.</summary>
internal sealed class ReportDesk(LoaDbContext db, ReportPrefiller prefiller, ReportChecks checks, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string SentKind = "reports.sent";
    public const string ReturnedKind = "reports.returned";
    public const string AcceptedKind = "reports.accepted";

    public async Task<OpenReport> OpenAsync(Report report, CancellationToken cancellationToken)
    {
        var period = await db.Set<ReportingPeriod>().SingleAsync(p => p.ReportingPeriodId == report.ReportingPeriodId, cancellationToken);
        var outline = await db.Set<ReportOutline>().AsNoTracking().Include(o => o.Sections).Include(o => o.Figures).AsSplitQuery().SingleAsync(o => o.ReportOutlineId == period.ReportOutlineId, cancellationToken);
        var figures = await db.Set<ReportFigure>().Where(figure => figure.ReportId == report.ReportId).ToListAsync(cancellationToken);
        var texts = await db.Set<ReportText>().Where(text => text.ReportId == report.ReportId).ToDictionaryAsync(text => text.OutlineSectionId, cancellationToken);
        return new OpenReport(report, period, outline, new FigureSheet(report.ReportId, outline.Figures, figures), texts);
    }

    /// <summary>What the data says at this moment of the agencies that the report itself counts, saved nowhere.</summary>
    public async Task<IReadOnlyDictionary<(Guid ReportId, Guid FigureId), FigureValue>> FiguresAsync(OpenReport open, CancellationToken cancellationToken) =>
        await prefiller.FiguresAsync(open.Outline, await prefiller.OwnAsync(open, cancellationToken), cancellationToken);

    /// <summary>Takes what the data says now; people's values and texts stay.</summary>
    public async Task RefreshAsync(OpenReport open, CancellationToken cancellationToken)
    {
        audit.Describe("Cập nhật số liệu báo cáo");
        // One list for both: figures and sentences that follow each other remember what was asked of it.
        var own = await prefiller.OwnAsync(open, cancellationToken);
        open.Sheet.TakeOwn(await prefiller.FiguresAsync(open.Outline, own, cancellationToken));
        ReportPrefiller.Tell(open, await prefiller.SentencesAsync(open, own, null, cancellationToken));
        (open.Report.PrefilledAt, open.Report.ChangedAt) = (calendar.UtcNow, calendar.UtcNow);
    }

    /// <param name="value">Null: what was computed counts again.</param>
    public void Give(OpenReport open, Guid figureId, long? value, long? of, string? reason)
    {
        audit.Describe(value is null ? "Bỏ số sửa tay trong báo cáo" : "Ghi số liệu báo cáo", reason);
        var row = open.Sheet[figureId];
        (row.GivenValue, row.GivenOf, row.Reason) = (value, value is null ? null : of, value is null ? null : reason);
        (row.GivenById, row.GivenAt) = (value is null ? null : user.UserId, value is null ? null : calendar.UtcNow);
        open.Sheet.Settle();
    }

    /// <param name="text">Null: the prepared text again.</param>
    public void Write(ReportText section, string? text)
    {
        audit.Describe("Sửa nội dung báo cáo");
        (section.Text, section.EditedById, section.EditedAt) = (text == section.Prepared ? null : text, user.UserId, calendar.UtcNow);
    }

    /// <summary>Saves what was written in a report, unless it was sent, or its period locked, a moment before.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It is not with its writers any more.</exception>
    public async Task SaveAsync(Guid reportId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.HoldOpenReportAsync(reportId, calendar.VietnamToday, cancellationToken))
        {
            throw new DbUpdateConcurrencyException("The report is not with its writers any more.");
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ReportProblem>> CheckAsync(OpenReport open, EarlierValues? earlier, CancellationToken cancellationToken)
    {
        var found = Check(open, earlier ?? await checks.EarlierAsync(open.Report, open.Period, cancellationToken));
        return await checks.NotTakenAsync(open.Report.ReportId, cancellationToken) is > 0 and var left
            ? [new ReportProblem(true, null, null, "Có {0} báo cáo cấp dưới chưa tổng hợp hoặc đã đổi sau khi tổng hợp; hãy tổng hợp lại rồi gửi.", left), .. found] : found;
    }

    private static IReadOnlyList<ReportProblem> Check(OpenReport open, EarlierValues earlier) =>
        ReportChecks.Find(open.Sheet, earlier, open.Period.Year, open.Sections.Select(section => (section, open.TextOf(section))));

    /// <summary>The reports that should have gone into this one and have not, as they were accepted, by the names of their agencies.</summary>
    public Task<List<string>> MissingAsync(Guid reportId, CancellationToken cancellationToken) =>
        db.Set<Report>().Where(report => report.ParentReportId == reportId && !db.Set<ReportTaken>().Any(taken => taken.ParentReportId == reportId && taken.ReportId == report.ReportId && taken.Number == report.Sendings && report.State == ReportState.Accepted)).OrderBy(report => report.Level).ThenBy(report => report.SortOrder).ThenBy(report => report.ReportId).Select(report => report.AgencyName).ToListAsync(cancellationToken);

    public async Task SendAsync(OpenReport open, CancellationToken cancellationToken)
    {
        audit.Describe("Gửi báo cáo");
        open.Report.Send(calendar.UtcNow, user.UserId);
        foreach (var text in open.Texts.Values)
        {
            text.Remark = null;
        }

        db.Add(new ReportVersion
        {
            ReportId = open.Report.ReportId,
            Number = open.Report.Sendings,
            SentAt = open.Report.SentAt!.Value,
            SentById = user.UserId,
            Content = open.Content(await MissingAsync(open.Report.ReportId, cancellationToken)).Write(),
        });
    }

    /// <summary>Back to its writers before anybody judged it.</summary>
    public void TakeBack(Report report)
    {
        audit.Describe("Rút báo cáo đã gửi");
        (report.State, report.ChangedAt) = (ReportState.Filling, calendar.UtcNow);
    }

    /// <param name="remarks">By section; those without are left out.</param>
    public async Task ReturnAsync(OpenReport open, string? remark, IReadOnlyDictionary<Guid, string> remarks, CancellationToken cancellationToken)
    {
        audit.Describe("Trả lại báo cáo", remark);
        open.Report.Return(calendar.UtcNow);
        foreach (var (section, said) in remarks)
        {
            if (open.Texts.TryGetValue(section, out var text))
            {
                text.Remark = said;
            }
        }

        Judge(await VersionAsync(open.Report, cancellationToken), ReportVerdict.Returned, remark);
    }

    /// <summary>Null: it can be accepted; else the agencies whose reports are neither accepted nor named as missing in it.</summary>
    public async Task<IReadOnlyList<string>?> RefusalAsync(Report report, CancellationToken cancellationToken)
    {
        var missing = await MissingAsync(report.ReportId, cancellationToken);
        if (missing.Count == 0)
        {
            return null;
        }

        var named = ReportContent.Read((await VersionAsync(report, cancellationToken)).Content).Missing;
        return missing.Except(named).ToList() is { Count: > 0 } unnamed ? unnamed : null;
    }

    public async Task AcceptAsync(Report report, CancellationToken cancellationToken)
    {
        audit.Describe("Tiếp nhận báo cáo");
        report.Accept(calendar.UtcNow, user.UserId);
        Judge(await VersionAsync(report, cancellationToken), ReportVerdict.Accepted, null);
    }

    public Task<ReportVersion> VersionAsync(Report report, CancellationToken cancellationToken) =>
        db.Set<ReportVersion>().SingleAsync(version => version.ReportId == report.ReportId && version.Number == report.Sendings, cancellationToken);

    private void Judge(ReportVersion version, ReportVerdict verdict, string? remark) =>
        (version.Verdict, version.JudgedAt, version.JudgedById, version.Remark) = (verdict, calendar.UtcNow, user.UserId, remark);
}
