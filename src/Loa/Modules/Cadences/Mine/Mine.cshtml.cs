using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Modules.Cadences.Mine;

/// <summary>What one agency has promised to do so often, by plan, and how it stands. Another agency of one's part of the tree can be chosen.</summary>
internal sealed class MineModel(CadenceReading reading, AgencyOptions options, AgencyScope scope, Calendar calendar, CurrentUser user) : PageModel
{
    /// <summary>Periods that the strip shows.</summary>
    public const int Shown = 12;

    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    public IReadOnlyList<HeldCadence> Held { get; private set; } = [];

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public DateOnly Today => calendar.VietnamToday;

    public bool MayLog { get; private set; }

    public int Of(CadenceState state) => Held.Count(held => held.On(Today)?.State == state);

    public int Unexplained => Held.Sum(held => held.Unexplained.Count());

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (AgencyId is { } asked && !await scope.CoversAsync(Permissions.ActivitiesRead, asked, cancellation))
        {
            return NotFound();
        }

        Agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesRead), cancellation);
        AgencyId ??= user.AgencyId ?? (Agencies.Count > 0 ? Guid.Parse(Agencies[0].Value) : null);
        if (AgencyId is { } agencyId)
        {
            Held = await reading.HeldByAsync(agencyId, Today, cancellation);
            MayLog = await scope.CoversAsync(Permissions.ActivitiesLog, agencyId, cancellation);
        }

        return Page();
    }
}
