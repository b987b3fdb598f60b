using Loa.Data;
using Loa.Platform.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Amend;

/// <summary>What an edition changed in the one before it, for as long as both are kept.</summary>
internal sealed class ChangesModel(LoaDbContext db, PlanEditions editions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Plan Old { get; private set; } = null!;

    public string FileName { get; private set; } = "";

    public ComparisonView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == Id, cancellation) is not { ReplacesPlanId: { } oldId } plan)
            return NotFound();
        Plan = plan;
        Old = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.PlanId == oldId, cancellation);
        FileName = await db.Set<StoredFile>().Where(file => file.StoredFileId == plan.FileId).Select(file => file.FileName).SingleAsync(cancellation);
        var comparison = await editions.IssuedAsync(oldId, plan.PlanId, cancellation);
        View = new ComparisonView(comparison, await editions.NamesAsync(comparison, cancellation), oldId, plan.PlanId);
        return Page();
    }
}
