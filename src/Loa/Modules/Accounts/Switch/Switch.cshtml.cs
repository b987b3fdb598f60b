using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Switch;

internal sealed record SeatRow(Guid AgencyId, Guid? ForUserId, string Name, string? ForName, IReadOnlyList<Role> Roles, bool IsCurrent);

/// <summary>The switcher's page: every agency of the person's grants, and a search through those below them.</summary>
internal sealed class SwitchModel(LoaDbContext db, UserManager<User> users, LoaSignInManager signIn, Seats seats, CurrentUser current, AgencyOptions agencies, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty(Name = "tiep", SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<SeatRow> Rows { get; private set; } = [];

    public IReadOnlyList<PickerOption> Options { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    /// <param name="cho">A listed seat, <c>AgencyId:ForUserId</c>; otherwise the picked agency, on the seat's own side.</param>
    public async Task<IActionResult> OnPostAsync(string? cho)
    {
        var (agencyId, forUserId) = cho?.Split(':') is [var agency, var absent] ? (AsId(agency), AsId(absent)) : (AgencyId, current.ActingForId);
        if (cho == ":" && current.Seats.Count == 0)
        {
            return await TakeAsync(null, null);
        }

        if (agencyId is null)
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn một cơ quan."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LoadAsync();
            return Page();
        }

        return await seats.MayTakeAsync(User, agencyId.Value, forUserId) ? await TakeAsync(agencyId, forUserId) : NotFound();
    }

    private async Task<IActionResult> TakeAsync(Guid? agencyId, Guid? forUserId)
    {
        if (await users.GetUserAsync(User) is not { } user)
        {
            return NotFound();
        }

        await signIn.SwitchAsync(user, agencyId, forUserId);
        TempData.Flash(Tone.Info, words["Bạn đang làm việc cho {0}.", current.AgencyName ?? words["Toàn hệ thống"].Value]);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private async Task LoadAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var people = current.StandsInFor;
        var all = User.FindAll(Grant.ClaimType).Select(claim => Grant.FromClaim(claim.Value)).OfType<Grant>().Where(grant => grant.AgencyId is not null).ToList();
        var ids = all.Select(grant => grant.AgencyId!.Value).Distinct().ToList();
        var names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        Rows = [.. all.GroupBy(grant => (grant.AgencyId, grant.ForUserId)).Select(group => new SeatRow(
            group.Key.AgencyId!.Value, group.Key.ForUserId, names.GetValueOrDefault(group.Key.AgencyId.Value, ""), group.Key.ForUserId is { } id ? people.GetValueOrDefault(id) : null,
            [.. group.Select(grant => grant.Role)], group.Key == (current.AgencyId, current.ActingForId)))];
        // An agency on which the seat's grants stand is listed already; what lies below it is searched.
        Options = await agencies.WithinAsync(current.Scope(Permissions.Workspace), cancellationToken);
    }

    private static Guid? AsId(string text) => Guid.TryParse(text, out var id) ? id : null;
}
