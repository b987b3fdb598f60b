using System.Text.Json;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using OutlineSection = Loa.Modules.Reports.OutlineSection;

namespace Loa.Commands.Demo;

/// <summary>
/// Quarterly reports of the fictional province: an outline in use, three quarters that are over (accepted, late, returned, missing), rolled up at the province, one that is open, and one that will open by itself.
/// Told twice it changes nothing.
/// </summary>
internal sealed class DemoReports(LoaDbContext db, OpenPeriodJob opening, PeriodWindows regime, PlannedPeriods planned, ReportDesk desk, RollUp rollUp, Loa.Platform.Calendar calendar, AuditScope audit)
{
    public const string Title = "Báo cáo công tác tuyên truyền cải cách hành chính quý";
    private const int Over = 3;

    /// <summary>Whoever is due in these days is not told of as late: the demo would look different each week.</summary>
    private const int DaysOver = 5;

    private static readonly CalendarInterval Quarter = new(3, CalendarUnit.Month);

    private static readonly string[] Judgements =
    [
        "Công tác tuyên truyền được duy trì đều, nội dung bám sát kế hoạch; người dân biết và sử dụng dịch vụ công trực tuyến nhiều hơn quý trước.",
        "Các hình thức tuyên truyền trực tiếp có hiệu quả; tin, bài trên nền tảng số còn ít.\n\nĐề nghị hỗ trợ tài liệu bằng tiếng dân tộc cho các thôn vùng cao.",
        "Đã hoàn thành các nội dung trong kế hoạch của quý.",
    ];

    /// <param name="target">Who is asked, as <see cref="ReportReach"/> reads it.</param>
    public async Task WriteAsync(Guid planId, string target, CancellationToken cancellationToken)
    {
        var ownerId = await db.Set<Agency>().Where(agency => agency.Code == DemoReform.Root).Select(agency => agency.AgencyId).SingleAsync(cancellationToken);
        if (await db.Set<ReportOutline>().AnyAsync(outline => outline.OwnerAgencyId == ownerId && outline.Title == Title, cancellationToken))
        {
            return;
        }

        audit.Describe("Báo cáo mẫu");
        var outline = Outline(ownerId, planId);
        db.Add(outline);
        await db.SaveChangesAsync(cancellationToken);
        var quarters = await QuartersAsync(cancellationToken);
        foreach (var (window, index) in quarters.Select((window, index) => (window, index)))
        {
            var period = new ReportingPeriod
            {
                ReportingPeriodId = Guid.CreateVersion7(),
                OwnerAgencyId = ownerId,
                ReportOutlineId = outline.ReportOutlineId,
                Title = $"Báo cáo quý {Numerals.ToRoman(window.Period.Number)} năm {window.Period.Year}",
                Every = Quarter.ToString(),
                Year = window.Period.Year,
                Number = window.Period.Number,
                From = window.From,
                To = window.To,
                TreeOn = window.To < calendar.VietnamToday ? window.To : calendar.VietnamToday,
                DueOn = window.Due!.Due,
                GraceDays = 1,
                Repeats = index == Over,
                Target = target,
                CreatedAt = calendar.UtcNow,
            };
            db.Add(period);
            if (period.Repeats)
            {
                await planned.SetNextAsync(period, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            var job = new Job { Kind = OpenPeriodJob.Kind, Payload = JsonSerializer.Serialize(new OpenPeriodJob.Order(period.ReportingPeriodId)) };
            await opening.RunAsync(new JobRun(job, (_, _) => Task.CompletedTask), cancellationToken);
            db.ChangeTracker.Clear();
            if (index < Over)
            {
                await SendAsync(period, outline, isLast: index == Over - 1, cancellationToken);
            }
        }
    }

    /// <summary>The last that are over, and the one after them.</summary>
    private async Task<List<ReportingWindow>> QuartersAsync(CancellationToken cancellationToken)
    {
        var windows = new List<ReportingWindow>();
        var today = calendar.VietnamToday;
        for (var period = CalendarPeriod.Containing(today, Quarter)!.Value; windows.Count <= Over; period = CalendarPeriod.Containing(period.From.AddDays(-1), Quarter)!.Value)
        {
            var window = await regime.OfAsync(period, cancellationToken);
            if (window.Due!.Due < today.AddDays(-DaysOver) && windows.Count == 0)
            {
                // The quarter at hand is over for reports already: the next one is open.
                windows.Add(await regime.OfAsync(CalendarPeriod.Containing(period.To.AddDays(1), Quarter)!.Value, cancellationToken));
            }

            windows.Add(window);
            if (windows.Count == 2 && windows[1].Due!.Due >= today.AddDays(-DaysOver))
            {
                windows.RemoveAt(0);
            }
        }

        windows.Reverse();
        return windows;
    }

    private static ReportOutline Outline(Guid ownerId, Guid planId)
    {
        var outline = new ReportOutline { ReportOutlineId = Guid.CreateVersion7(), OwnerAgencyId = ownerId, PlanId = planId, Title = Title, State = OutlineState.InUse };
        var steering = Section("Công tác chỉ đạo, điều hành", "Nêu các văn bản đã ban hành trong kỳ.", "directives.list");
        var forms = Section("Kết quả tuyên truyền theo hình thức", "Nêu kết quả nổi bật của từng hình thức.", "activities.forms");
        var tasks = Section("Kết quả thực hiện nhiệm vụ của kế hoạch", null, "tasks.progress", "cadences.missed");
        var judgement = Section("Đánh giá chung, kiến nghị", "Ưu điểm, hạn chế, nguyên nhân, đề nghị.");
        Figure(steering, "Văn bản chỉ đạo", "văn bản", figure => (figure.Origin, figure.Source) = (FigureOrigin.Data, "directives.issued"));
        var alone = Figure(forms, "Hoạt động tuyên truyền riêng", "hoạt động", figure => (figure.Origin, figure.Source, figure.Integrated) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.Activities), false));
        var integrated = Figure(forms, "Hoạt động có lồng ghép", "hoạt động", figure => (figure.Origin, figure.Source, figure.Integrated) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.Activities), true));
        Figure(forms, "Tổng số hoạt động", "hoạt động", figure => (figure.Origin, figure.Parts) = (FigureOrigin.Parts, [alone.FigureId, integrated.FigureId]));
        Figure(forms, "Thời lượng phát thanh cơ sở", "phút", figure => (figure.Origin, figure.Source, figure.Forms) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.Minutes), [CommunicationForm.Loudspeaker]));
        Figure(forms, "Lượt người dự", "lượt người", figure => (figure.Origin, figure.Source) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.People)));
        Figure(tasks, "Nhiệm vụ hoàn thành đúng hạn", "nhiệm vụ", figure => (figure.Origin, figure.Source, figure.IsShare, figure.RollUp) = (FigureOrigin.Data, "tasks.on-time", true, RollUpRule.RatioOfSums));
        Figure(judgement, "Mô hình, cách làm mới", "mô hình", null);
        return outline;

        OutlineSection Section(string title, string? guidance, params string[] narratives)
        {
            var part = new OutlineSection { OutlineSectionId = Guid.CreateVersion7(), SectionId = Guid.CreateVersion7(), ReportOutlineId = outline.ReportOutlineId, Ordinal = outline.Sections.Count + 1, Title = title, Guidance = guidance, Narratives = [.. narratives] };
            outline.Sections.Add(part);
            return part;
        }

        OutlineFigure Figure(OutlineSection part, string name, string unit, Action<OutlineFigure>? change)
        {
            var figure = new OutlineFigure { OutlineFigureId = Guid.CreateVersion7(), FigureId = Guid.CreateVersion7(), ReportOutlineId = outline.ReportOutlineId, OutlineSectionId = part.OutlineSectionId, Ordinal = outline.Figures.Count + 1, Name = name, Unit = unit };
            change?.Invoke(figure);
            outline.Figures.Add(figure);
            return figure;
        }
    }

    /// <summary>What became of each report of a quarter that is over; the province's takes in what was accepted.</summary>
    private async Task SendAsync(ReportingPeriod period, ReportOutline outline, bool isLast, CancellationToken cancellationToken)
    {
        var reports = await db.Set<Report>().Where(report => report.ReportingPeriodId == period.ReportingPeriodId).OrderBy(report => report.Level).ThenBy(report => report.SortOrder).ThenBy(report => report.ReportId).ToListAsync(cancellationToken);
        var ids = reports.ConvertAll(report => report.ReportId);
        var figures = (await db.Set<ReportFigure>().Where(figure => ids.Contains(figure.ReportId)).ToListAsync(cancellationToken)).ToLookup(figure => figure.ReportId);
        var texts = (await db.Set<ReportText>().Where(text => ids.Contains(text.ReportId)).ToListAsync(cancellationToken)).ToLookup(text => text.ReportId);
        var writers = (await db.Set<RoleGrant>().Where(grant => grant.AgencyId != null).OrderBy(grant => grant.RoleGrantId).Select(grant => new { grant.AgencyId, grant.UserId }).ToListAsync(cancellationToken)).DistinctBy(grant => grant.AgencyId).ToDictionary(grant => grant.AgencyId!.Value, grant => grant.UserId);
        Guid? receiver = writers.TryGetValue(period.OwnerAgencyId, out var officer) ? officer : null;
        var (judged, counted) = (outline.Sections[^1].OutlineSectionId, outline.Figures[^1]);
        foreach (var (report, index) in reports.Where(report => report.ParentReportId is not null).Select((report, index) => (report, index)))
        {
            var fate = FateOf(index, isLast);
            if (fate == Fate.Missing)
            {
                continue;
            }

            texts[report.ReportId].Single(text => text.OutlineSectionId == judged).Text = Judgements[index % Judgements.Length];
            var models = figures[report.ReportId].Single(figure => figure.FigureId == counted.FigureId);
            models.GivenValue = index % 4 * FigureNumber.Scale;
            models.Settle(counted.RollUp);
            Send(report, figures[report.ReportId], texts[report.ReportId], period.DueOn.AddDays(fate == Fate.Late ? 4 : -(index % 3)), fate, writers.TryGetValue(report.HolderAgencyId, out var writer) ? writer : null, receiver, judged);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var root = await db.Set<Report>().SingleAsync(report => report.ReportingPeriodId == period.ReportingPeriodId && report.ParentReportId == null, cancellationToken);
        var open = await desk.OpenAsync(root, cancellationToken);
        await rollUp.RunAsync(open, cancellationToken);
        if (!isLast)
        {
            var on = At(period.DueOn.AddDays(6), 15);
            root.Send(on, receiver);
            db.Add(new ReportVersion { ReportId = root.ReportId, Number = 1, SentAt = on, SentById = receiver, Content = open.Content(await desk.MissingAsync(root.ReportId, cancellationToken)).Write() });
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private void Send(Report report, IEnumerable<ReportFigure> figures, IEnumerable<ReportText> texts, DateOnly day, Fate fate, Guid? writer, Guid? receiver, Guid judged)
    {
        var (sent, now) = (At(day, 9), ReportContent.Of(figures, texts));
        report.Send(sent, writer);
        if (fate == Fate.Corrected)
        {
            // What was sent first said less: the page of versions has something to compare.
            var first = now with
            {
                Figures = [.. now.Figures.Select(figure => figure.Of is null && figure.Value >= 200 ? figure with { Value = figure.Value - 100 } : figure)],
                Texts = [.. now.Texts.Select(text => text.OutlineSectionId == judged ? text with { Text = "Công tác tuyên truyền được duy trì, nội dung theo kế hoạch." } : text)],
            };
            Keep(first, ReportVerdict.Returned, "Bổ sung số liệu tháng cuối quý và nêu rõ chuyển biến của người dân.");
            sent = sent.AddHours(26);
            report.Send(sent, writer);
        }

        if (fate == Fate.Returned)
        {
            const string remark = "Nêu rõ nguyên nhân các định mức không đạt.";
            Keep(now, ReportVerdict.Returned, remark);
            report.Return(sent.AddHours(5));
            texts.Single(text => text.OutlineSectionId == judged).Remark = remark;
        }
        else if (fate == Fate.Waiting)
        {
            Keep(now, ReportVerdict.None, null);
        }
        else
        {
            Keep(now, ReportVerdict.Accepted, null);
            report.Accept(sent.AddHours(5), receiver);
        }

        void Keep(ReportContent content, ReportVerdict verdict, string? remark) => db.Add(new ReportVersion
        {
            ReportId = report.ReportId,
            Number = report.Sendings,
            SentAt = sent,
            SentById = writer,
            Content = content.Write(),
            Verdict = verdict,
            JudgedAt = verdict == ReportVerdict.None ? null : sent.AddHours(5),
            JudgedById = verdict == ReportVerdict.None ? null : receiver,
            Remark = remark,
        });
    }

    private static Fate FateOf(int index, bool isLast) => (isLast, index % 8) switch
    {
        (_, 3) => Fate.Late,
        (_, 6) => Fate.Missing,
        (true, 0) => Fate.Corrected,
        (true, 2) => Fate.Returned,
        (true, 5) => Fate.Waiting,
        _ => Fate.Accepted,
    };

    private static DateTime At(DateOnly day, int hour) => Loa.Platform.Calendar.ToUtc(day.ToDateTime(new TimeOnly(hour, 20)));

    private enum Fate
    {
        Accepted = 1,
        Corrected = 2,
        Late = 3,
        Missing = 4,
        Returned = 5,
        Waiting = 6,
    }
}
