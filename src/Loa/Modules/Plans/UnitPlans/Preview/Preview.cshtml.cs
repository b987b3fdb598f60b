using Loa.Documents.Blocks;
using Loa.Documents.Checking;
using Loa.Modules.Plans.Document;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Plans.UnitPlans.Preview;

/// <summary>The written plan as the document that it will be. What is shown is read from the very file that is offered.</summary>
internal sealed class PreviewModel(PlanImports imports, UnitDrafts drafts, UnitViews views) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PlanImport Import { get; private set; } = null!;

    public UnitView Unit { get; private set; } = null!;

    public IReadOnlyList<UnitGap> Gaps { get; private set; } = [];

    public FormatReport Format { get; private set; } = null!;

    public SourceView Source { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { IsWritten: true } import)
            return NotFound();
        if (import is not { Status: ImportStatus.Draft, Draft: { } json })
            return Redirect(PlanLinks.Review(Id));
        Import = import;
        var draft = DraftJson.Read(json);
        Unit = (await views.LoadAsync(import, draft, cancellation))!;
        Gaps = UnitGaps.Of(draft, Unit);
        using var docx = await drafts.ComposeAsync(import, draft, cancellation);
        Format = FormatChecker.Check(docx, cancellationToken: cancellation);
        docx.Position = 0;
        Source = SourceView.Of(SourceReader.Read(docx, cancellationToken: cancellation));
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        if (await imports.FindAsync(Id, cancellation) is not { IsWritten: true, Draft: { } json } import)
            return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(await drafts.ComposeAsync(import, DraftJson.Read(json), cancellation), SafeContentType.Of(import.FileName), import.FileName);
    }
}
