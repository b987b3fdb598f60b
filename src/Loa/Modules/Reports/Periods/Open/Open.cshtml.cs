using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports.Periods.Open;

/// <summary>What would be opened.</summary>
internal sealed record OpeningPreview(int Count, DateOnly From, DateOnly To, DateOnly DueOn, IReadOnlyList<string> Names);

/// <summary>Opens a period: along which outline, for which months, for whom, through whom.</summary>
internal sealed class OpenModel(LoaDbContext db, ReportScope scope, ReportReach reach, PeriodDesk desk, PeriodWindows windows, AgencyGroups groups, AgencyOptions options, CurrentUser user, Platform.Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int OutlinesMost = 200;
    private const int NamesMost = 20;

    /// <summary>Made with the form: pressing twice opens one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public Guid? OutlineId { get; set; }

    [BindProperty]
    public Period? Span { get; set; }

    [BindProperty]
    public List<string> Targets { get; set; } = [];

    [BindProperty]
    public Guid? ThroughId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public DateOnly? TreeOn { get; set; }

    /// <summary>Later than today: it opens by itself on that day.</summary>
    [BindProperty]
    public DateOnly? OpensOn { get; set; }

    /// <summary>The next one of its length is set when this one opens.</summary>
    [BindProperty]
    public bool Repeats { get; set; }

    [BindProperty]
    [Range(0, ReportingPeriod.GraceMost, ErrorMessage = "Hãy ghi một số ngày hợp lý.")]
    public int GraceDays { get; set; }

    [BindProperty]
    [Range(0, ReportingPeriod.RemindMost, ErrorMessage = "Hãy ghi một số ngày hợp lý.")]
    public int RemindBefore { get; set; } = 3;

    [BindProperty]
    [Range(0, ReportingPeriod.RemindMost, ErrorMessage = "Hãy ghi một số ngày hợp lý.")]
    public int RemindAfter { get; set; } = 3;

    [BindProperty]
    [StringLength(ReportingPeriod.TitleMaxLength, ErrorMessage = "Tiêu đề quá dài.")]
    public string? Title { get; set; }

    public IEnumerable<SelectListItem> Outlines { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Choices { get; private set; } = [];

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public IReadOnlyList<PlanReporting> Duties { get; private set; } = [];

    public OpeningPreview? Preview { get; private set; }

    public bool HasMore => From is not null || To is not null || DueOn is not null || TreeOn is not null || GraceDays != 0 || OpensOn is not null || Title is not null || !ModelState.IsValid || Duties.Count > 0;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "de-cuong")] Guid? outlineId)
    {
        (NewId, OutlineId) = (Guid.CreateVersion7(), outlineId);
        await LoadAsync();
        ThroughId = Duties.Select(duty => duty.Via.OrNull()).OfType<string>().Distinct().ToList() is [var via] && Agencies.Where(agency => Folding.Fold(agency.Text) == Folding.Fold(via)).ToList() is [var only] ? Guid.Parse(only.Value) : null;
        Targets = [.. Choices.Take(1).Select(choice => choice.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (await BuildAsync() is { } period && await ExpectAsync(period) is { } expected)
        {
            Preview = new OpeningPreview(expected.Agencies.Count - 1, period.From, period.To, period.DueOn, [.. expected.Agencies.Skip(1).Take(NamesMost).Select(agency => agency.Name)]);
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (NewId == Guid.Empty)
        {
            return NotFound();
        }

        if (await db.Set<ReportingPeriod>().AnyAsync(known => known.ReportingPeriodId == NewId, cancellation))
        {
            return LocalRedirect(ReportLinks.Period(NewId));
        }

        if (await BuildAsync() is { } period && await ExpectAsync(period) is not null)
        {
            await desk.StartAsync(period, cancellation);
            if (await this.TrySaveAsync(db, words["Kỳ này theo đề cương này đã được mở."]))
            {
                return this.Done(period.State == PeriodState.Planned ? words["Đã hẹn; kỳ tự mở ngày {0}.", Formats.Date(period.OpensOn)] : words["Đang mở kỳ; có thể rời trang này, việc vẫn tiếp tục."], ReportLinks.Period(period.ReportingPeriodId));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<ExpectedReports?> ExpectAsync(ReportingPeriod period)
    {
        var plan = await db.Set<ReportOutline>().Where(outline => outline.ReportOutlineId == period.ReportOutlineId).Select(outline => outline.PlanId).SingleAsync(HttpContext.RequestAborted);
        var expected = await reach.ExpectedAsync(period, plan, HttpContext.RequestAborted);
        if (expected is null)
        {
            ModelState.AddModelError(nameof(TreeOn), words["Cơ quan ban hành không tồn tại vào ngày này."]);
        }
        else if (expected.Agencies.Count < 2)
        {
            ModelState.AddModelError(nameof(Targets), words["Hãy chọn ít nhất một nhóm có cơ quan bên dưới."]);
        }

        return ModelState.IsValid ? expected : null;
    }

    /// <summary>Null where something typed is wrong.</summary>
    private async Task<ReportingPeriod?> BuildAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var outline = await InUse.FirstOrDefaultAsync(outline => outline.ReportOutlineId == OutlineId, cancellation);
        if (outline is null)
        {
            ModelState.AddModelError(nameof(OutlineId), words["Hãy chọn một đề cương đang dùng."]);
        }

        CalendarPeriod? named = Span is { } span ? PeriodDesk.Named(span) : null;
        if (named is null)
        {
            ModelState.AddModelError(nameof(Span), words["Hãy ghi kỳ, như quý 3/2026, 6 tháng đầu năm, 9 tháng hoặc năm 2026."]);
        }

        var known = outline is null ? [] : (await ChoicesAsync(outline)).Select(choice => choice.Value).ToHashSet();
        var targets = Targets.Where(known.Contains).Distinct().ToList();
        if (targets.Count == 0)
        {
            ModelState.AddModelError(nameof(Targets), words["Hãy chọn cơ quan phải báo cáo."]);
        }

        if (string.Join(' ', targets).Length > ReportingPeriod.TargetMaxLength)
        {
            ModelState.AddModelError(nameof(Targets), words["Chọn quá nhiều nhóm; hãy gộp các nhóm cơ quan."]);
        }

        if (ThroughId is { } through && !await scope.Agencies(Permissions.ReportsRun).AnyAsync(agency => agency.AgencyId == through, cancellation))
        {
            ModelState.AddModelError(nameof(ThroughId), words["Hãy chọn cơ quan trong danh sách."]);
        }

        if (!ModelState.IsValid)
        {
            return null;
        }

        var (from, to, due) = await DaysAsync(outline!, named!.Value);
        if (from > to)
        {
            ModelState.AddModelError(nameof(To), words["Ngày cuối phải sau ngày đầu."]);
        }
        else if (due < to)
        {
            ModelState.AddModelError(nameof(DueOn), words["Hạn gửi phải sau ngày chốt số liệu."]);
        }
        else if (OpensOn > due)
        {
            ModelState.AddModelError(nameof(OpensOn), words["Ngày mở không được sau hạn gửi."]);
        }

        var opens = OpensOn > calendar.VietnamToday ? OpensOn.Value : calendar.VietnamToday;
        return !ModelState.IsValid ? null : new ReportingPeriod
        {
            ReportingPeriodId = NewId,
            OwnerAgencyId = outline!.OwnerAgencyId,
            ReportOutlineId = outline.ReportOutlineId,
            Title = Title.OrNull() ?? PlannedPeriods.TitleOf(outline.Title, PlannedPeriods.NameOf(named.Value)),
            Every = named.Value.Every.ToString(),
            Year = named.Value.Year,
            Number = named.Value.Number,
            From = from,
            To = to,
            TreeOn = TreeOn ?? PlannedPeriods.TreeDay(to, opens),
            DueOn = due,
            OpensOn = OpensOn > calendar.VietnamToday ? OpensOn : null,
            Repeats = Repeats,
            GraceDays = GraceDays,
            RemindBefore = RemindBefore,
            RemindAfter = RemindAfter,
            Target = string.Join(' ', targets),
            ThroughAgencyId = ThroughId == outline.OwnerAgencyId ? null : ThroughId,
        };
    }

    /// <summary>As typed; what is left empty as the outline's plan says, and where it says nothing as the regime does.</summary>
    private async Task<(DateOnly From, DateOnly To, DateOnly Due)> DaysAsync(ReportOutline outline, CalendarPeriod named)
    {
        var cancellation = HttpContext.RequestAborted;
        var window = await windows.OfAsync(named, cancellation);
        var planned = outline.PlanId is { } plan ? PeriodDesk.DueOf(await desk.DutiesAsync(plan, cancellation), named) : null;
        // A plan that wants its report before the regime's cut-off has its figures end the day before.
        var to = To ?? (DueOn is null && planned <= window.To ? planned.Value.AddDays(-1) : window.To);
        return (From ?? await AfterLastAsync(outline, named) ?? window.From, to, DueOn ?? planned ?? (To is null ? window.Due!.Due : await windows.AfterAsync(to, cancellation)));
    }

    /// <summary>The day after the last one of the period before it: where that was cut off early, no day is left out between them.</summary>
    private async Task<DateOnly?> AfterLastAsync(ReportOutline outline, CalendarPeriod named)
    {
        var (owner, outlines, every) = (outline.OwnerAgencyId, new[] { outline.ReportOutlineId, outline.ReplacesId ?? outline.ReportOutlineId }, named.Every.ToString());
        var last = await db.Set<ReportingPeriod>().AsNoTracking().Where(period => period.OwnerAgencyId == owner && outlines.Contains(period.ReportOutlineId) && period.Every == every && period.State != PeriodState.Planned)
            .OrderByDescending(period => period.To).FirstOrDefaultAsync(HttpContext.RequestAborted);
        return last is not null && PlannedPeriods.Following(last.Period) == named && !PlannedPeriods.ComesOnceAYear(named) ? last.To.AddDays(1) : null;
    }

    private IQueryable<ReportOutline> InUse => scope.Outlines(Permissions.ReportsRun).AsNoTracking().Where(outline => outline.State == OutlineState.InUse);

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var outlines = await InUse.OrderBy(outline => outline.Title).ThenBy(outline => outline.ReportOutlineId).Take(OutlinesMost).ToListAsync(cancellation);
        Outlines = outlines.Select(outline => new SelectListItem(outline.Version == 1 ? outline.Title : words["{0} (bản {1})", outline.Title, outline.Version].Value, outline.ReportOutlineId.ToString()));
        var chosen = outlines.Find(outline => outline.ReportOutlineId == OutlineId) ?? outlines.FirstOrDefault();
        Choices = chosen is null ? [] : await ChoicesAsync(chosen);
        Agencies = await options.WithinAsync(user.Scope(Permissions.ReportsRun), cancellation);
        Duties = chosen?.PlanId is { } plan ? await desk.DutiesAsync(plan, cancellation) : [];
    }

    private async Task<IReadOnlyList<(string Value, string Text)>> ChoicesAsync(ReportOutline outline)
    {
        var all = (await groups.AllAsync(calendar.VietnamToday, HttpContext.RequestAborted)).Where(one => !one.IsEmpty).Select(one => (AgencyTarget.Of(null, one.Group.AgencyGroupId), one.Group.Name));
        var below = (AgencyTarget.OfSubtree(outline.OwnerAgencyId), words["Mọi cơ quan bên dưới"].Value);
        return outline.PlanId is null ? [below, .. all] : [(ReportReach.OfPlan, words["Cơ quan được kế hoạch giao nhiệm vụ"].Value), below, .. all];
    }
}
