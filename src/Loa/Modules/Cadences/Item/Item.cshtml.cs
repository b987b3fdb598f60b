using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences.Item;

internal sealed record CountedActivity(Guid ActivityId, string Title, CommunicationForm Form, DateOnly StartsOn, int Times, int? Minutes, bool IsIntegrated);

/// <summary>One cadence of one agency: every period, what counts in the one that is looked at, and why one was missed. For the agency's part of the tree and for who issued the plan.</summary>
internal sealed class ItemModel(LoaDbContext db, CadenceReading reading, CadenceDesk desk, AgencyScope scope, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid AgencyId { get; set; }

    /// <summary>The period looked at; null: the present one, else the last.</summary>
    [BindProperty(Name = "ky", SupportsGet = true)]
    public int? Ordinal { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public HeldCadence Held { get; private set; } = null!;

    public Plan Plan { get; private set; } = null!;

    public string Agency { get; private set; } = "";

    public PeriodStanding? Looked { get; private set; }

    public Page<CountedActivity> Counted { get; private set; } = new([], Paging.Of(1, 0));

    public bool MayLog { get; private set; }

    /// <summary>Those that have begun, the latest first.</summary>
    public IEnumerable<PeriodStanding> Periods => Held.Periods.Where(standing => standing.Period.From <= calendar.VietnamToday).Reverse();

    public IReadOnlyList<CommunicationForm> Forms => Held.Cadence.Forms.ConvertAll(form => form.Form);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync() || !MayLog || Looked is not { State: CadenceState.Missed } missed)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Text) || Text.Trim().Length > CadenceCause.TextMaxLength)
        {
            ModelState.TryAddModelError(nameof(Text), words["Hãy ghi nguyên nhân, không quá {0} chữ.", Formats.Number(CadenceCause.TextMaxLength)]);
        }
        else
        {
            await desk.ExplainAsync(Held.Cadence, AgencyId, missed.Period, Text.Trim(), HttpContext.RequestAborted);
            if (await this.TrySaveAsync(db, words["Người khác vừa ghi nguyên nhân của kỳ này; dưới đây là bản mới nhất."]))
            {
                return this.Done(words["Đã ghi nguyên nhân; cơ quan ban hành kế hoạch xem được."], CadenceLinks.Item(Id, AgencyId, Ordinal));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<bool> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await reading.OneAsync(Id, AgencyId, calendar.VietnamToday, cancellation) is not { } held)
        {
            return false;
        }

        Plan = await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.PlanId == held.Cadence.PlanId, cancellation);
        if (!await scope.CoversAsync(Permissions.ActivitiesRead, AgencyId, cancellation) && !await scope.CoversAsync(Permissions.PlansIssue, Plan.OwnerAgencyId, cancellation))
        {
            return false;
        }

        Held = held;
        Agency = await db.Set<Agency>().Where(agency => agency.AgencyId == AgencyId).Select(agency => agency.Name).SingleAsync(cancellation);
        MayLog = await scope.CoversAsync(Permissions.ActivitiesLog, AgencyId, cancellation);
        Looked = Ordinal is { } asked ? held.Periods.FirstOrDefault(standing => standing.Period.Ordinal == asked) : held.On(calendar.VietnamToday) ?? Periods.FirstOrDefault();
        Ordinal = Looked?.Period.Ordinal;
        Text ??= Looked?.Cause?.Text;
        if (Looked is { Period: var period })
        {
            Counted = await CadenceReading.Counting(db.Set<Activity>().AsNoTracking(), held.Cadence, AgencyId, period.From, period.To)
                .OrderByDescending(activity => activity.StartsOn).ThenByDescending(activity => activity.ActivityId)
                .Select(activity => new CountedActivity(activity.ActivityId, activity.Title, activity.Form, activity.StartsOn, activity.Times, activity.Minutes, activity.IsIntegrated)).ToPageAsync(PageNumber, cancellation);
        }

        return true;
    }
}
