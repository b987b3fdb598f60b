using Loa.Data;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.Proof.Show;

/// <summary>One piece of evidence: the file itself, or of a link the words that were noted.</summary>
internal sealed class ShowModel(LoaDbContext db, EvidenceDesk desk, FileStore files) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid EvidenceId { get; set; }

    public string Address { get; private set; } = "";

    public LinkSnapshot Snapshot { get; private set; } = null!;

    /// <param name="xem">In place where browsers can show it.</param>
    /// <param name="nho">A picture drawn small.</param>
    public async Task<IActionResult> OnGetAsync(bool xem, bool nho)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindActivityAsync(Id, Permissions.ActivitiesRead, cancellation) is null || await desk.FindAsync(Id, EvidenceId, cancellation) is not { RemovedAt: null } evidence)
        {
            return NotFound();
        }

        if (evidence.Url is { } url)
        {
            if (await db.Set<LinkSnapshot>().AsNoTracking().FirstOrDefaultAsync(snapshot => snapshot.EvidenceId == EvidenceId, cancellation) is not { } snapshot)
            {
                return NotFound();
            }

            (Address, Snapshot) = (url, snapshot);
            return Page();
        }

        if (!evidence.IsServed(await desk.RulesAsync(cancellation)))
        {
            return NotFound();
        }

        var fileId = nho ? evidence.SmallFileId : evidence.FileId;
        if (await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == fileId, cancellation) is not { } file)
        {
            return NotFound();
        }

        return nho ? files.Show(HttpContext, file, ContentKind.Jpeg) : xem ? files.Show(HttpContext, file, evidence.Kind) : files.Download(HttpContext, file);
    }
}
