using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Detail;

/// <summary>A report as it stands, with what its writers and its receiver may do.</summary>
internal sealed class DetailModel(LoaDbContext db, ReportScope scope, ReportDesk desk, ReportJudging judging, RollUp rollUp, ReportChecks checks, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public bool DespiteWarnings { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public bool Grant { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    [BindProperty]
    public List<SectionRemark> Remarks { get; set; } = [];

    public OpenReport Open { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Numbers { get; private set; } = new Dictionary<Guid, string>();

    public EarlierValues Earlier { get; private set; } = null!;

    public IReadOnlyList<ReportProblem> Problems { get; private set; } = [];

    public BelowReports Below { get; private set; } = null!;

    public string? LastRemark { get; private set; }

    /// <summary>Null for the owner's report, which goes nowhere.</summary>
    public string? Receiver { get; private set; }

    public bool MayFill { get; private set; }

    public bool MayTakeBack { get; private set; }

    public bool MayJudge { get; private set; }

    public bool MayReceiveBelow { get; private set; }

    public int Stale => Open.Sheet.Rows.Count(row => row.IsStale);

    public bool IsLate => Open.Report.IsLate(Open.Period.GraceDays, calendar.VietnamToday);

    public bool MayReadHistory => user.Has(Permissions.HistoryRead);

    public string? RemarkOf(OutlineSection section) => Remarks.Find(said => said.SectionId == section.OutlineSectionId)?.Text;

    private string Conflict => words["Báo cáo vừa được người khác xử lý; hãy xem lại."];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await scope.FindAsync(Id, HttpContext.RequestAborted) is not { } report)
        {
            return NotFound();
        }

        await LoadAsync(report);
        return Page();
    }

    public Task<IActionResult> OnPostSendAsync() => ActAsync(scope.Written, words["Đã gửi báo cáo."], async open =>
    {
        if (!open.IsOpen(calendar.VietnamToday))
        {
            return words["Báo cáo không còn mở để gửi."];
        }

        var problems = await desk.CheckAsync(open, null, HttpContext.RequestAborted);
        if (problems.Any(problem => problem.IsError))
        {
            return words["Còn chỗ phải sửa trước khi gửi."];
        }

        if (problems.Count > 0 && !DespiteWarnings)
        {
            ModelState.AddModelError(nameof(DespiteWarnings), words["Hãy xem các cảnh báo, rồi đánh dấu nếu vẫn gửi."]);
            return null;
        }

        await desk.SendAsync(open, HttpContext.RequestAborted);
        await judging.TellReceiverAsync(open, HttpContext.RequestAborted);
        return null;
    });

    public Task<IActionResult> OnPostTakeBackAsync() => ActAsync(scope.Written, words["Đã rút báo cáo về để sửa."], open =>
    {
        if (open.Report.State != ReportState.Sent)
        {
            return Task.FromResult<string?>(words["Báo cáo đã được xem xét, không rút lại được."]);
        }

        if (!open.IsUnlocked(calendar.VietnamToday))
        {
            return Task.FromResult<string?>(words["Kỳ báo cáo đã khóa."]);
        }

        desk.TakeBack(open.Report);
        return Task.FromResult<string?>(null);
    });

    public Task<IActionResult> OnPostAskAsync() => ActAsync(scope.Written, words["Đã gửi đề nghị gia hạn."], async open =>
    {
        if (!open.IsOpen(calendar.VietnamToday) || open.Report.ParentReportId is null || open.Report.FirstSentAt is not null)
        {
            return Conflict;
        }

        if (CheckDay(open))
        {
            await judging.AskAsync(open, Until!.Value, Reason!.Trim(), HttpContext.RequestAborted);
        }

        return null;
    });

    public Task<IActionResult> OnPostDecideAsync() => ActAsync(scope.Received, Grant ? words["Đã gia hạn."] : words["Đã từ chối gia hạn."], async open =>
    {
        await judging.DecideAsync(open, Grant, HttpContext.RequestAborted);
        return null;
    });

    public Task<IActionResult> OnPostExtendAsync() => ActAsync(scope.Received, words["Đã gia hạn."], async open =>
    {
        if (open.Report.FirstSentAt is not null)
        {
            return Conflict;
        }

        if (CheckDay(open))
        {
            await judging.ExtendAsync(open, Until!.Value, Reason!.Trim(), HttpContext.RequestAborted);
        }

        return null;
    });

    public Task<IActionResult> OnPostAcceptAsync() => ActAsync(scope.Received, words["Đã tiếp nhận báo cáo."], async open =>
    {
        if (open.Report.State != ReportState.Sent)
        {
            return Conflict;
        }

        if (await desk.RefusalAsync(open.Report, HttpContext.RequestAborted) is { } unnamed)
        {
            return words["Chưa tiếp nhận được: báo cáo cấp dưới của {0} chưa được tổng hợp, hoặc đã đổi sau khi tổng hợp, và không được nêu tên; hãy trả lại để tổng hợp lại.", string.Join(", ", unnamed.Take(10))];
        }

        await judging.AcceptAsync(open, HttpContext.RequestAborted);
        return null;
    });

    public Task<IActionResult> OnPostReturnAsync() => ActAsync(scope.Received, words["Đã trả lại báo cáo."], async open =>
    {
        if (open.Report.State is not (ReportState.Sent or ReportState.Accepted))
        {
            return Conflict;
        }

        var remarks = Remarks.Where(said => !string.IsNullOrWhiteSpace(said.Text)).DistinctBy(said => said.SectionId).ToDictionary(said => said.SectionId, said => said.Text!.Trim());
        if (Remark.OrNull() is null && remarks.Count == 0)
        {
            ModelState.AddModelError(nameof(Remark), words["Hãy ghi lý do trả lại, chung hoặc cho từng mục."]);
            return null;
        }

        if (Remark?.Length > ReportVersion.RemarkMaxLength || remarks.Values.Any(said => said.Length > ReportVersion.RemarkMaxLength))
        {
            ModelState.AddModelError(nameof(Remark), words["Nội dung quá dài."]);
            return null;
        }

        await judging.ReturnAsync(open, Remark.OrNull(), remarks, HttpContext.RequestAborted);
        return null;
    });

    public async Task<IActionResult> OnPostAcceptAllAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindAsync(Id, cancellation) is null)
        {
            return NotFound();
        }

        var (accepted, refused) = await judging.AcceptAllAsync(Id, scope.Received, cancellation);
        TempData.Flash(refused == 0 ? Tone.Good : Tone.Warning, refused == 0 ? words["Đã tiếp nhận {0} báo cáo.", accepted] : words["Đã tiếp nhận {0} báo cáo; {1} báo cáo chưa tiếp nhận được vì còn thiếu cấp dưới hoặc vừa đổi.", accepted, refused]);
        return LocalRedirect(ReportLinks.Report(Id));
    }

    public async Task<IActionResult> OnPostRollUpAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindWrittenAsync(Id, cancellation) is not { } report)
        {
            return NotFound();
        }

        var open = await desk.OpenAsync(report, cancellation);
        if (!open.IsOpen(calendar.VietnamToday))
        {
            ModelState.AddModelError("", words["Báo cáo không còn mở để tổng hợp."]);
            return await AgainAsync();
        }

        var taken = 0;
        return await this.TryAsync(db, async () => taken = await rollUp.RunAsync(open, cancellation), Conflict)
            ? this.Done(words["Đã tổng hợp {0} báo cáo.", taken], ReportLinks.Report(Id)) : await AgainAsync();
    }

    /// <param name="act">Returns why it cannot be done; null where it was, or the model state says why not.</param>
    private async Task<IActionResult> ActAsync(IQueryable<Report> reports, string said, Func<OpenReport, Task<string?>> act)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await reports.FirstOrDefaultAsync(report => report.ReportId == Id, cancellation) is not { } found)
        {
            return NotFound();
        }

        db.Entry(found).Property(report => report.Revision).OriginalValue = Revision;
        var done = await this.TryAsync(db, async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // What is sent or judged is what stands there once nobody writes in it any more.
            await db.HoldReportAsync(Id, cancellation);
            var open = await desk.OpenAsync(found, cancellation);
            if (await act(open) is { } refusal)
            {
                ModelState.AddModelError("", refusal);
            }

            if (ModelState.IsValid)
            {
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
            }
        }, Conflict);
        return done && ModelState.IsValid ? this.Done(said, ReportLinks.Report(Id)) : await AgainAsync();
    }

    private bool CheckDay(OpenReport open)
    {
        if (Until is not { } day || day <= open.Report.DueOn)
        {
            ModelState.AddModelError(nameof(Until), words["Hãy ghi một ngày sau hạn hiện nay ({0}).", Formats.Date(open.Report.DueOn)]);
        }

        if (Reason?.Trim() is not { Length: > 0 and <= Report.ReasonMaxLength })
        {
            ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do."]);
        }

        return ModelState.IsValid;
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, async () => await LoadAsync((await scope.FindAsync(Id, HttpContext.RequestAborted))!));

    private async Task LoadAsync(Report report)
    {
        var cancellation = HttpContext.RequestAborted;
        Open = await desk.OpenAsync(report, cancellation);
        Numbers = SectionNumbers.Of(Open.Sections, Open.Outline.PartNumber);
        Earlier = await checks.EarlierAsync(report, Open.Period, cancellation);
        MayFill = Open.IsOpen(calendar.VietnamToday) && await scope.FindWrittenAsync(Id, cancellation) is not null;
        MayTakeBack = report.State == ReportState.Sent && Open.IsUnlocked(calendar.VietnamToday) && await scope.FindWrittenAsync(Id, cancellation) is not null;
        MayJudge = await scope.FindReceivedAsync(Id, cancellation) is not null;
        Problems = MayFill ? await desk.CheckAsync(Open, Earlier, cancellation) : [];
        Receiver = await db.Set<Report>().Where(above => above.ReportId == report.ParentReportId).Select(above => above.AgencyName).FirstOrDefaultAsync(cancellation);
        LastRemark = report.Sendings == 0 ? null : (await desk.VersionAsync(report, cancellation)).Remark;
        Below = await BelowReports.LoadAsync(db, Id, cancellation);
        MayReceiveBelow = Below.Waiting > 0 && await scope.Received.AnyAsync(below => below.ParentReportId == Id, cancellation);
    }
}
