using Loa.Platform;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Agencies.Export;

/// <summary>The tree of a day as a workbook or a CSV. Whoever may see the tree may have the list.</summary>
internal sealed class ExportModel(AgencyExport export, Calendar calendar) : PageModel
{
    /// <param name="dang">"csv", else a workbook.</param>
    /// <param name="duoi">The agency whose subtree is wanted.</param>
    /// <param name="ngay">The day; today where none is given.</param>
    public async Task<IActionResult> OnGetAsync(string? dang, string? duoi, DateOnly? ngay)
    {
        var day = ngay ?? calendar.VietnamToday;
        var rows = await export.RowsAsync(day, string.IsNullOrEmpty(duoi) ? null : duoi, HttpContext.RequestAborted);
        return rows.Count == 0 && !string.IsNullOrEmpty(duoi)
            ? NotFound()
            : await SheetWriter.AnswerAsync($"co-quan{(string.IsNullOrEmpty(duoi) ? "" : "-" + duoi)}-{day:yyyy-MM-dd}", SheetFormats.Named(dang), AgencyExport.Columns, rows.ToAsyncEnumerable(), HttpContext.RequestAborted);
    }
}
