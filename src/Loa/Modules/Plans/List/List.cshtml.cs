using Loa.Data;
using Loa.Modules.Plans.Issue;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.List;

internal sealed class ListModel(LoaDbContext db, SearchIndex search, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int ExportMost = 100_000;

    private static readonly Sorting<Plan> Sorts = new Sorting<Plan>(plan => plan.PlanId, "-ngay")
        .By("ngay", plan => plan.Date).By("so", plan => plan.ReferenceKey).By("ten", plan => plan.SearchText).By("nam", plan => plan.Year)
        .By("co-quan", plan => plan.Issuer).By("nhiem-vu", plan => plan.TaskCount);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Issuer { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public PlanStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = TableSort.Parameter)]
    public string? SortText { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public TableSort Sort { get; private set; }

    public Platform.Ui.Paging Paging { get; private set; }

    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<string> Issuers { get; private set; } = [];

    public bool MayImport => user.Has(Permissions.PlansEdit);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || Year is not null || !string.IsNullOrEmpty(Issuer) || Status is not null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Sort = TableSort.From(SortText, "-ngay", "ngay", "so", "ten", "nam", "co-quan", "nhiem-vu");
        (Plans, Paging) = await Sorts.Apply(Filtered(), Sort.ToString()).ToPageAsync(PageNumber, cancellation);
        Years = await db.Set<Plan>().Where(plan => plan.Year != null).Select(plan => plan.Year!.Value).Distinct().OrderDescending().ToListAsync(cancellation);
        Issuers = await db.Set<Plan>().Where(plan => plan.Issuer != null).Select(plan => plan.Issuer!).Distinct().OrderBy(name => VietnameseOrder.Of(name)).Take(500).ToListAsync(cancellation);
    }

    /// <param name="dang">"csv", else a workbook.</param>
    public Task<IActionResult> OnGetExportAsync(string? dang, CancellationToken cancellation)
    {
        var plans = Sorts.Apply(Filtered(), SortText).Take(ExportMost).AsAsyncEnumerable();
        SheetColumn[] columns =
        [
            new(words["Số, ký hiệu"]), new(words["Ngày ban hành"], 14), new(words["Trích yếu"], 70), new(words["Cơ quan ban hành"], 40), new(words["Từ năm"], 10), new(words["Đến năm"], 10),
            new(words["Trạng thái"]), new(words["Số nhiệm vụ"], 12), new(words["Số cơ quan"], 12),
        ];
        var rows = plans.Select(plan => new object?[]
        {
            plan.Reference, plan.Date, plan.Subject, plan.Issuer, plan.Year, plan.YearTo, PlanWords.Status(words, plan.Status), plan.TaskCount, plan.AgencyCount,
        });
        return SheetWriter.AnswerAsync($"ke-hoach-{calendar.VietnamToday:yyyy-MM-dd}", SheetFormats.Named(dang), columns, rows, cancellation);
    }

    private IQueryable<Plan> Filtered()
    {
        var plans = db.Set<Plan>().AsNoTracking();
        if (search.Find(PlanIssuer.SearchKind, Query) is { } found)
            plans = plans.Where(plan => found.Contains(plan.PlanId));
        if (Year is { } year)
            plans = plans.Where(plan => plan.Year <= year && plan.YearTo >= year);
        if (!string.IsNullOrEmpty(Issuer))
            plans = plans.Where(plan => plan.Issuer == Issuer);
        if (Status is { } status)
            plans = plans.Where(plan => plan.Status == status);
        return plans;
    }
}
