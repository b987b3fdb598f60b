using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences.Define;

internal sealed record DefinedCadence(Cadence Cadence, int Agencies);

/// <summary>The cadences of one plan as they are counted, and sentences of it that are none yet. Whoever may issue for the body whose plan it is changes them.</summary>
internal sealed class DefineModel(LoaDbContext db, AgencyScope scope, Calendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<DefinedCadence> Cadences { get; private set; } = [];

    /// <summary>Sentences without a number or a period: only the issuer can make something to count of them.</summary>
    public IReadOnlyList<PlanCadence> Sentences { get; private set; } = [];

    public bool MayEdit { get; private set; }

    public DateOnly Today => calendar.VietnamToday;

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Plan>().AsNoTracking().Include(plan => plan.Cadences.OrderBy(sentence => sentence.Ordinal)).FirstOrDefaultAsync(plan => plan.PlanId == Id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Plan = found;
        var rows = await db.Set<Cadence>().AsNoTracking().AsSplitQuery().Include(cadence => cadence.Forms.OrderBy(form => form.Form)).Where(cadence => cadence.PlanId == Id).OrderBy(cadence => cadence.Ordinal).ThenBy(cadence => cadence.CadenceId).ToListAsync(cancellation);
        var ids = rows.ConvertAll(cadence => cadence.CadenceId);
        var agencies = await db.Set<CadenceAgency>().Where(holder => ids.Contains(holder.CadenceId)).GroupBy(holder => holder.CadenceId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);
        Cadences = rows.ConvertAll(cadence => new DefinedCadence(cadence, agencies.GetValueOrDefault(cadence.CadenceId)));
        var made = rows.Select(cadence => cadence.PlanCadenceId).ToHashSet();
        Sentences = [.. found.Cadences.Where(sentence => !made.Contains(sentence.PlanCadenceId))];
        MayEdit = found.Status == PlanStatus.Issued && await scope.CoversAsync(Permissions.PlansIssue, found.OwnerAgencyId, cancellation);
        return Page();
    }
}
