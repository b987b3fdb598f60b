using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Directives.List;

internal sealed record DirectiveRow(Guid DirectiveId, string Kind, string Reference, DateOnly IssuedOn, string Excerpt, string Agency, bool HasFile, bool IsPublic, ActivityState State);

/// <summary>Steering documents of one's part of the tree, the latest first.</summary>
internal sealed class ListModel(LoaDbContext db, ActivityAgencies agencies, AgencyOptions options, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int ExportMost = 100_000;

    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    [BindProperty(Name = "nam", SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(Name = "da-rut", SupportsGet = true)]
    public bool Withdrawn { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<DirectiveRow> Rows { get; private set; } = null!;

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public bool MayLog => user.Has(Permissions.ActivitiesLog);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Query) || AgencyId is not null || Year is not null || Withdrawn;

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Rows = await (await FilteredAsync()).ToPageAsync(PageNumber, cancellation);
        Agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesRead), cancellation);
    }

    /// <param name="dang">"csv", else a workbook.</param>
    public async Task<IActionResult> OnGetExportAsync(string? dang)
    {
        SheetColumn[] columns = [new(words["Loại"]), new(words["Số, ký hiệu"]), new(words["Ngày ban hành"], 14), new(words["Trích yếu"], 70), new(words["Cơ quan"], 40), new(words["Trạng thái"])];
        var rows = (await FilteredAsync()).Take(ExportMost).AsAsyncEnumerable().Select(row => new object?[] { row.Kind, row.Reference, row.IssuedOn, row.Excerpt, row.Agency, words[ActivityWords.Of(row.State)].Value });
        return await SheetWriter.AnswerAsync($"van-ban-chi-dao-{calendar.VietnamToday:yyyy-MM-dd}", SheetFormats.Named(dang), columns, rows, HttpContext.RequestAborted);
    }

    private async Task<IQueryable<DirectiveRow>> FilteredAsync()
    {
        var directives = db.Set<Directive>().AsNoTracking().Of(await agencies.OfAsync(Permissions.ActivitiesRead, AgencyId, alone: false, day: null, HttpContext.RequestAborted));
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var folded = Folding.Fold(Query);
            directives = directives.Where(directive => directive.SearchText.Contains(folded));
        }

        if (Year is >= 1 and <= 9998 and { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            directives = directives.Where(directive => directive.IssuedOn >= first && directive.IssuedOn <= last);
        }

        return from directive in directives
               join activity in db.Set<Activity>() on directive.ActivityId equals activity.ActivityId
               join agency in db.Set<Agency>() on directive.AgencyId equals agency.AgencyId
               where Withdrawn ? activity.State == ActivityState.Withdrawn : activity.State != ActivityState.Withdrawn
               orderby directive.IssuedOn descending, directive.DirectiveId
               select new DirectiveRow(directive.DirectiveId, directive.Kind, directive.Reference, directive.IssuedOn, directive.Excerpt, agency.ShortName, directive.FileId != null, directive.PublishedAt != null, activity.State);
    }
}
