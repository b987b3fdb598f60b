using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Rules;

internal sealed record AskingRow(Guid AgencyId, string Name, int Waiting);

/// <summary>Whether an agency asks a second person to confirm its activities, and which of one's part of the tree do.</summary>
internal sealed class RulesModel(LoaDbContext db, AgencyScope scope, AgencyOptions options, CurrentUser user, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "co-quan", SupportsGet = true)]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    public bool ConfirmationRequired { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Agency? Agency { get; private set; }

    /// <summary>Of the agency, still without a second person.</summary>
    public int Waiting { get; private set; }

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public Page<AskingRow> Asking { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        AgencyId ??= user.AgencyId;
        if (AgencyId is { } chosen && !await scope.CoversAsync(Permissions.ActivitiesRule, chosen, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        await LoadAsync();
        ConfirmationRequired = await db.Set<ActivityRules>().AnyAsync(rules => rules.AgencyId == AgencyId && rules.ConfirmationRequired, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (AgencyId is not { } agencyId || !await scope.CoversAsync(Permissions.ActivitiesRule, agencyId, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        audit.Describe("Đặt quy định xác nhận hoạt động");
        var rules = await db.Set<ActivityRules>().FirstOrDefaultAsync(rules => rules.AgencyId == agencyId, HttpContext.RequestAborted);
        if (rules is null)
        {
            db.Add(rules = new ActivityRules { AgencyId = agencyId });
        }

        rules.ConfirmationRequired = ConfirmationRequired;
        var said = ConfirmationRequired ? words["Từ nay hoạt động mới ghi được tính khi người thứ hai xác nhận."] : words["Từ nay hoạt động được tính ngay khi ghi."];
        return await this.TrySaveAsync(db, words["Người khác vừa đặt quy định này; hãy xem lại."])
            ? this.Done(said, ActivityLinks.RulesOf(agencyId))
            : await this.AgainAsync(db, LoadAsync);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var within = user.Scope(Permissions.ActivitiesRule);
        Agency = await db.Set<Agency>().AsNoTracking().FirstOrDefaultAsync(agency => agency.AgencyId == AgencyId, cancellation);
        Waiting = await db.Set<Activity>().CountAsync(activity => activity.AgencyId == AgencyId && activity.State == ActivityState.Unconfirmed, cancellation);
        Agencies = await options.WithinAsync(within, cancellation);
        Asking = await db.Set<Agency>().Within(within, agency => agency.Path)
            .Where(agency => db.Set<ActivityRules>().Any(rules => rules.AgencyId == agency.AgencyId && rules.ConfirmationRequired))
            .OrderBy(agency => agency.Path).ThenBy(agency => agency.AgencyId)
            .Select(agency => new AskingRow(agency.AgencyId, agency.Name, db.Set<Activity>().Count(activity => activity.AgencyId == agency.AgencyId && activity.State == ActivityState.Unconfirmed)))
            .ToPageAsync(PageNumber, cancellation);
    }
}
