using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Periods.Detail;

/// <summary>A period: how far its opening is, who has sent, and locking it.</summary>
internal sealed class PeriodModel(LoaDbContext db, ReportScope scope, PeriodDesk desk, PlannedPeriods planned, RemindDesk reminding, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int ReportsMost = 5000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid? ReportId { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public ReportingPeriod Period { get; private set; } = null!;

    public string Owner { get; private set; } = "";

    public string Outline { get; private set; } = "";

    public string? Through { get; private set; }

    public Guid? RootReportId { get; private set; }

    public int Progress { get; private set; }

    public string? Doing { get; private set; }

    public string? Failure { get; private set; }

    public int Expected { get; private set; }

    public int Sent { get; private set; }

    public int OnTime { get; private set; }

    public int Accepted { get; private set; }

    public IEnumerable<SelectListItem> Reports { get; private set; } = [];

    public bool MayReadHistory => user.Has(Permissions.HistoryRead);

    private string Conflict => words["Người khác vừa sửa kỳ này; hãy xem lại."];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostResumeAsync()
    {
        if (!await FindAsync() || Period.State != PeriodState.Opening)
        {
            return NotFound();
        }

        desk.Resume(Period);
        return await this.TrySaveAsync(db, Conflict) ? LocalRedirect(ReportLinks.Period(Id)) : await AgainAsync();
    }

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (await FindAsync() && Period.State == PeriodState.Planned && await planned.InItsPlaceAsync(Period, HttpContext.RequestAborted) is not null)
        {
            ModelState.AddModelError("", words["Kỳ này theo đề cương này đã được mở."]);
            return await AgainAsync();
        }

        return await PlannedAsync(words["Đang mở kỳ; có thể rời trang này, việc vẫn tiếp tục."], ReportLinks.Period(Id), () => desk.OpenAsync(Period, HttpContext.RequestAborted));
    }

    public Task<IActionResult> OnPostDropAsync() => PlannedAsync(words["Đã bỏ hẹn."], ReportLinks.Periods, () =>
    {
        desk.Drop(Period);
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostLockAsync() => LockAsync(PeriodState.Open, desk.Lock, words["Đã khóa kỳ báo cáo."]);

    public Task<IActionResult> OnPostUnlockAsync() => LockAsync(PeriodState.Locked, desk.Unlock, words["Đã mở khóa kỳ báo cáo."]);

    public async Task<IActionResult> OnPostUnlockOneAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (await db.Set<Report>().FirstOrDefaultAsync(report => report.ReportId == ReportId && report.ReportingPeriodId == Id, HttpContext.RequestAborted) is not { } found)
        {
            ModelState.AddModelError(nameof(ReportId), words["Hãy chọn cơ quan."]);
        }
        else if (Until is not { } until || until < calendar.VietnamToday)
        {
            ModelState.AddModelError(nameof(Until), words["Hãy ghi một ngày từ hôm nay trở đi."]);
        }
        else if (ReasonOf() is { } reason)
        {
            desk.Unlock(found, until, reason);
            if (await this.TrySaveAsync(db, Conflict))
            {
                return this.Done(words["Đã mở khóa cho {0}.", found.AgencyName], ReportLinks.Period(Id));
            }
        }

        return await AgainAsync();
    }

    public async Task<IActionResult> OnPostRemindAsync()
    {
        if (!await FindAsync() || !Period.IsOpen)
        {
            return NotFound();
        }

        var done = await reminding.RemindAsync(Period, HttpContext.RequestAborted);
        if (!await this.TrySaveAsync(db, Conflict))
        {
            return await AgainAsync();
        }

        TempData.Flash(RemindSaid.Tone(done), RemindSaid.Of(words, done));
        return LocalRedirect(ReportLinks.Period(Id));
    }

    private async Task<IActionResult> PlannedAsync(string said, string next, Func<Task> act)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Period.State == PeriodState.Planned)
        {
            return await this.ReviseAsync(db, Period, Revision, act, (said, next), Conflict, ReloadAsync);
        }

        ModelState.AddModelError("", Conflict);
        return await AgainAsync();
    }

    private async Task<IActionResult> LockAsync(PeriodState from, Action<ReportingPeriod, string> act, string said)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Period.State != from)
        {
            ModelState.AddModelError("", Conflict);
        }
        else if (ReasonOf() is { } reason)
        {
            return await this.ReviseAsync(db, Period, Revision, () =>
            {
                act(Period, reason);
                return Task.CompletedTask;
            }, (said, ReportLinks.Period(Id)), Conflict, ReloadAsync);
        }

        return await AgainAsync();
    }

    private string? ReasonOf()
    {
        if (Reason?.Trim() is { Length: > 0 and <= ReportingPeriod.ReasonMaxLength } reason)
        {
            return reason;
        }

        ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do."]);
        return null;
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, ReloadAsync);

    private async Task ReloadAsync()
    {
        await FindAsync();
        await LoadAsync();
    }

    private async Task<bool> FindAsync()
    {
        var found = await scope.Run.FirstOrDefaultAsync(period => period.ReportingPeriodId == Id, HttpContext.RequestAborted);
        Period = found ?? Period;
        return found is not null;
    }

    private async Task LoadAsync()
    {
        var (cancellation, grace) = (HttpContext.RequestAborted, Period.GraceDays);
        Owner = await db.Set<Agency>().Where(agency => agency.AgencyId == Period.OwnerAgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        Through = await db.Set<Agency>().Where(agency => agency.AgencyId == Period.ThroughAgencyId).Select(agency => agency.Name).FirstOrDefaultAsync(cancellation);
        Outline = await db.Set<ReportOutline>().Where(outline => outline.ReportOutlineId == Period.ReportOutlineId).Select(outline => outline.Title).SingleAsync(cancellation);
        if (Period.State == PeriodState.Opening && await db.Set<Job>().AsNoTracking().FirstOrDefaultAsync(job => job.JobId == Period.JobId, cancellation) is { } job)
        {
            (Progress, Doing, Failure) = (job.Progress, job.State == JobState.Running ? job.Message : null, job.State == JobState.Failed ? job.Message : null);
        }

        var reports = db.Set<Report>().AsNoTracking().Where(report => report.ReportingPeriodId == Id);
        RootReportId = await reports.Where(report => report.ParentReportId == null).Select(report => (Guid?)report.ReportId).FirstOrDefaultAsync(cancellation);
        // States and days are few however many report; this page asks again every two seconds while the reports are made.
        var counts = await reports.Where(report => report.ParentReportId != null).GroupBy(report => new { report.State, report.FirstSentOn, report.DueOn })
            .Select(same => new { same.Key.State, same.Key.FirstSentOn, same.Key.DueOn, Reports = same.Count() }).ToListAsync(cancellation);
        Expected = counts.Sum(same => same.Reports);
        Sent = counts.Where(same => same.State is ReportState.Sent or ReportState.Accepted).Sum(same => same.Reports);
        Accepted = counts.Where(same => same.State == ReportState.Accepted).Sum(same => same.Reports);
        OnTime = counts.Where(same => same.FirstSentOn is { } sent && sent <= same.DueOn.AddDays(grace)).Sum(same => same.Reports);
        if (Period.State == PeriodState.Locked)
        {
            // Only then can one be chosen among them.
            Reports = await reports.OrderBy(report => report.Level).ThenBy(report => report.SortOrder).ThenBy(report => report.ReportId).Take(ReportsMost)
                .Select(report => new SelectListItem(report.AgencyName, report.ReportId.ToString())).ToListAsync(cancellation);
        }
    }
}
