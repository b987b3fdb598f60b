using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences.Targets;

internal sealed record TargetLine(Target Target, TargetMeasure Measure, TargetFigure? Figure, int Agencies);

/// <summary>The targets of one plan and what is reached of each, over the agencies that the person sees.</summary>
internal sealed class TargetsModel(LoaDbContext db, TargetReading reading, AgencyScope scope, Calendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<TargetLine> Lines { get; private set; } = [];

    public bool IsIssuer { get; private set; }

    public int Agencies { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.Set<Plan>().AsNoTracking().Include(plan => plan.Targets.OrderBy(target => target.Ordinal)).FirstOrDefaultAsync(plan => plan.PlanId == Id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Plan = found;
        IsIssuer = await scope.CoversAsync(Permissions.PlansIssue, found.OwnerAgencyId, cancellation);
        var agencies = await reading.Agencies(found, IsIssuer).Select(agency => agency.AgencyId).ToListAsync(cancellation);
        Agencies = agencies.Count;
        var lines = new List<TargetLine>();
        foreach (var target in found.Targets)
        {
            var measure = await reading.MeasureAsync(target, cancellation);
            var figures = await reading.FiguresAsync(found, target, measure, agencies, calendar.VietnamToday, cancellation);
            lines.Add(new TargetLine(target, measure, TargetFigure.Sum([.. figures.Values]), figures.Count));
        }

        Lines = lines;
        return Page();
    }
}
