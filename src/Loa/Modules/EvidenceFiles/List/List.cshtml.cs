using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.EvidenceFiles.Composing;
using Loa.Platform.Files;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.EvidenceFiles.List;

internal sealed record EvidenceFileRow(Guid EvidenceFileId, Guid AgencyId, string Agency, string Index, int Year, string Code, string Title, int Items);

/// <summary>Criteria by index and year, the latest year first.</summary>
internal sealed class ListModel(LoaDbContext db, EvidenceFileDesk desk, EvidenceFolder folder, AgencyOptions options, CurrentUser user) : PageModel
{
    /// <summary>Criteria of one folder; an index has some hundred.</summary>
    private const int ExportMost = 500;

    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    [BindProperty(Name = "bo", SupportsGet = true)]
    public string? Index { get; set; }

    [BindProperty(Name = "nam", SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<EvidenceFileRow> Rows { get; private set; } = null!;

    public IReadOnlyList<string> Indices { get; private set; } = [];

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public bool MayEdit => user.Has(Permissions.ActivitiesLog);

    public bool IsFiltered => AgencyId is not null || !string.IsNullOrEmpty(Index) || Year is not null;

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Rows = await (
            from file in Filtered()
            join agency in db.Set<Agency>() on file.AgencyId equals agency.AgencyId
            orderby file.Year descending, file.IndexFolded, agency.Path, file.Code, file.EvidenceFileId
            select new EvidenceFileRow(file.EvidenceFileId, file.AgencyId, agency.ShortName, file.Index, file.Year, file.Code, file.Title, file.Items.Count)).ToPageAsync(PageNumber, cancellation);
        Indices = await desk.Visible(Permissions.ActivitiesRead).Select(file => file.Index).Distinct().OrderBy(index => index).Take(200).ToListAsync(cancellation);
        Agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesRead), cancellation);
    }

    /// <summary>All criteria of one agency, index and year.</summary>
    public async Task<IActionResult> OnGetExportAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var files = AgencyId is null || string.IsNullOrEmpty(Index) || Year is null ? [] : await Filtered().Include(file => file.Items).AsSplitQuery().OrderBy(file => file.Code).ThenBy(file => file.EvidenceFileId).Take(ExportMost).ToListAsync(cancellation);
        return files.Count == 0 ? NotFound() : await TemporaryAnswer.WriteAsync(EvidenceFolder.NameOf(files[0], whole: true), TemporaryAnswer.Zip, file => folder.WriteAsync(files, file, cancellation));
    }

    private IQueryable<EvidenceFile> Filtered()
    {
        var files = desk.Visible(Permissions.ActivitiesRead).AsNoTracking();
        if (AgencyId is { } agencyId)
            files = files.Where(file => file.AgencyId == agencyId);
        if (!string.IsNullOrEmpty(Index))
        {
            var folded = Documents.Vietnamese.Folding.Fold(Index);
            files = files.Where(file => file.IndexFolded == folded);
        }

        if (Year is { } year)
            files = files.Where(file => file.Year == year);
        return files;
    }
}
