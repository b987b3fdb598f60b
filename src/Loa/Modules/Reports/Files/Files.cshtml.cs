using Loa.Data;
using Loa.Modules.Reports.Composing;
using Loa.Platform.Files;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Files;

/// <summary>A report as a file, for whoever sees it: Word to work with, Word for signature, Excel, CSV, and the copy that was signed.</summary>
internal sealed class FilesModel(LoaDbContext db, ReportScope scope, ReportDesk desk, ReportDocument document, ReportWorkbook workbook, FileStore files) : PageModel
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <param name="dang">See <see cref="ReportLinks.File"/>.</param>
    public async Task<IActionResult> OnGetAsync(string? dang)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await scope.FindAsync(Id, cancellation) is not { PrefilledAt: not null } report)
        {
            return NotFound();
        }

        if (dang == ReportLinks.SignedFormat)
        {
            return await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == report.SignedFileId, cancellation) is { } signed ? files.Download(HttpContext, signed) : NotFound();
        }

        var open = await desk.OpenAsync(report, cancellation);
        return dang switch
        {
            "ky" => await WordAsync(open, working: false, cancellation),
            "xlsx" => await workbook.AnswerAsync(open, ReportFileName.Of(open), SheetFormat.Xlsx, cancellation),
            "csv" => await workbook.AnswerAsync(open, ReportFileName.Of(open), SheetFormat.Csv, cancellation),
            null or "docx" => await WordAsync(open, working: true, cancellation),
            _ => NotFound(),
        };
    }

    private Task<IActionResult> WordAsync(OpenReport open, bool working, CancellationToken cancellation) =>
        TemporaryAnswer.WriteAsync(ReportFileName.OfWord(open, working), WordType, stream => document.WriteAsync(open, working, stream, cancellation));
}
