using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>
/// Makes the reports of a period and fills them from the data, some at a time, each lot in a transaction of its own: killed at any moment it goes on where it was, and what is
/// there already is not made again. At the end the agencies are told.
/// </summary>
internal sealed class OpenPeriodJob(LoaDbContext db, ReportReach reach, Successors successors, ReportPrefiller prefiller, Notifier notifier, Platform.Calendar calendar) : IJobHandler
{
    public const string Kind = "reports.open";
    public const string OpenedKind = "reports.opened";
    public const int AtOnce = 200;
    private const string Making = "Đang lập danh sách báo cáo…";
    private const string Filling = "Đang điền số liệu vào các báo cáo…";
    private const string Telling = "Đang báo cho các cơ quan…";
    private const string NoOwner = "Cơ quan ban hành không tồn tại vào ngày của cây cơ quan; hãy chọn ngày khác.";

    public sealed record Order(Guid ReportingPeriodId);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var id = run.Payload<Order>().ReportingPeriodId;
        var period = await db.Set<ReportingPeriod>().AsNoTracking().SingleAsync(p => p.ReportingPeriodId == id, cancellationToken);
        var outline = await db.Set<ReportOutline>().AsNoTracking().Include(o => o.Sections).Include(o => o.Figures).AsSplitQuery().SingleAsync(o => o.ReportOutlineId == period.ReportOutlineId, cancellationToken);
        await run.ReportAsync(0, Making);
        await MakeAsync(period, outline, cancellationToken);
        await FillAsync(run, period, outline, cancellationToken);
        await run.ReportAsync(90, Telling);
        await TellAsync(period, percent => run.ReportAsync(90 + (percent / 10), Telling), cancellationToken);
        await db.Set<ReportingPeriod>().Where(p => p.ReportingPeriodId == id && p.State == PeriodState.Opening)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, PeriodState.Open).SetProperty(p => p.OpenedAt, calendar.UtcNow).SetProperty(p => p.Revision, p => p.Revision + 1), cancellationToken);
    }

    private async Task MakeAsync(ReportingPeriod period, ReportOutline outline, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Whoever makes them holds the period's row: a second runner waits, and then finds them made.
        await db.HoldPeriodAsync(period.ReportingPeriodId, cancellationToken);
        if (await db.Set<Report>().AnyAsync(report => report.ReportingPeriodId == period.ReportingPeriodId, cancellationToken))
        {
            return;
        }

        var expected = await reach.ExpectedAsync(period, outline.PlanId, cancellationToken) ?? throw new JobFailedException(NoOwner);
        var heirs = await successors.OnAsync(calendar.VietnamToday, cancellationToken);
        var ids = expected.Agencies.ToDictionary(agency => agency.AgencyId, _ => Guid.CreateVersion7());
        var now = calendar.UtcNow;
        // Rows above first: each refers to the one it goes to.
        await db.InsertRowsAsync([.. expected.Agencies.OrderBy(agency => agency.Path.Length).Select(agency => new Report
        {
            ReportId = ids[agency.AgencyId],
            ReportingPeriodId = period.ReportingPeriodId,
            AgencyId = agency.AgencyId,
            HolderAgencyId = heirs.GetValueOrDefault(agency.AgencyId, agency.AgencyId),
            ParentReportId = expected.Receivers.TryGetValue(agency.AgencyId, out var receiver) ? ids[receiver] : null,
            AgencyName = agency.Name,
            Level = (int)agency.Level,
            SortOrder = agency.SortOrder,
            DueOn = period.DueOn,
            ChangedAt = now,
        })], cancellationToken);
        await db.InsertRowsAsync([.. expected.Counted.Select(pair => new ReportAgency { ReportingPeriodId = period.ReportingPeriodId, AgencyId = pair.Key, ReportId = ids[pair.Value] })], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task FillAsync(JobRun run, ReportingPeriod period, ReportOutline outline, CancellationToken cancellationToken)
    {
        var all = await db.Set<Report>().CountAsync(report => report.ReportingPeriodId == period.ReportingPeriodId, cancellationToken);
        while (true)
        {
            var next = await db.Set<Report>().Where(report => report.ReportingPeriodId == period.ReportingPeriodId && report.PrefilledAt == null).OrderBy(report => report.ReportId).Select(report => report.ReportId).Take(AtOnce + 1).ToListAsync(cancellationToken);
            if (next.Count == 0)
            {
                return;
            }

            await FillAsync(period, outline, [.. next.Take(AtOnce)], cancellationToken);
            var left = await db.Set<Report>().CountAsync(report => report.ReportingPeriodId == period.ReportingPeriodId && report.PrefilledAt == null, cancellationToken);
            await run.ReportAsync(5 + (85 * (all - left) / all), Filling);
        }
    }

    private async Task FillAsync(ReportingPeriod period, ReportOutline outline, IReadOnlyList<Guid> reports, CancellationToken cancellationToken)
    {
        // One list for all: figures and sentences that follow each other remember what was asked of it.
        var ask = ReportPrefiller.Ask(period, outline, await prefiller.VoicesAsync(reports, cancellationToken));
        var (values, sentences) = (await prefiller.FiguresAsync(outline, ask, cancellationToken), await prefiller.TextsAsync(outline, ask, cancellationToken));
        var figures = new List<ReportFigure>(reports.Count * outline.Figures.Count);
        var texts = new List<ReportText>(reports.Count * outline.Sections.Count);
        foreach (var report in reports)
        {
            var sheet = new FigureSheet(report, outline.Figures, []);
            sheet.TakeOwn(values);
            figures.AddRange(sheet.Rows);
            texts.AddRange(outline.Sections.Select(section => new ReportText { ReportId = report, OutlineSectionId = section.OutlineSectionId, Prepared = ReportPrefiller.Prepare(section, report, sentences) }));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = calendar.UtcNow;
        var ids = reports.ToArray();
        var taken = await db.Set<Report>().Where(report => EF.Parameter(ids).Contains(report.ReportId) && report.PrefilledAt == null).ExecuteUpdateAsync(set => set.SetProperty(report => report.PrefilledAt, now), cancellationToken);
        if (taken != reports.Count)
        {
            // Another runner was faster with some of them: the next look finds which are left.
            return;
        }

        await db.InsertRowsAsync(figures, cancellationToken);
        await db.InsertRowsAsync(texts, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task TellAsync(ReportingPeriod period, Func<int, Task> report, CancellationToken cancellationToken)
    {
        var reports = await db.Set<Report>().Where(r => r.ReportingPeriodId == period.ReportingPeriodId && r.ParentReportId != null && r.Sendings == 0).Select(r => new { r.ReportId, r.HolderAgencyId, r.DueOn }).ToListAsync(cancellationToken);
        if (reports.Count == 0)
        {
            return;
        }

        var notices = reports.ConvertAll(r => new AgencyNotice(r.HolderAgencyId, $"Mở kỳ báo cáo: {period.Title}", $"Hạn gửi {Formats.Date(r.DueOn)}. Số liệu đã được điền sẵn; hãy xem lại, bổ sung và gửi.", ReportLinks.Report(r.ReportId), $"{OpenedKind}/{r.ReportId:N}"));
        await notifier.TellAgenciesAsync(OpenedKind, Permissions.ReportsFill, notices, report, cancellationToken);
    }
}
