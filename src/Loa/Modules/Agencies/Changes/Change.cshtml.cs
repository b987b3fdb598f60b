using Loa.Data;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Changes;

internal sealed class ChangeModel(LoaDbContext db, Reorganiser reorganiser, AgencyScope scope, IStringLocalizer words) : PageModel
{
    public AgencyChange Change { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, Agency> Agencies { get; private set; } = new Dictionary<Guid, Agency>();

    public bool MayTakeBack { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        if (!await LoadAsync(id) || !MayTakeBack)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), words["Hãy ghi lý do rút."]);
        }
        else
        {
            try
            {
                var change = await db.Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.AgencyChangeId == id, HttpContext.RequestAborted);
                await reorganiser.TakeBackAsync(change, Reason.Trim(), HttpContext.RequestAborted);
                TempData.Flash(Tone.Good, words["Đã rút; cây cơ quan trở lại như trước."]);
                return LocalRedirect(AgencyLinks.Change(id));
            }
            catch (ChangeProblem problem)
            {
                ModelState.AddModelError("", words[problem.Message, problem.Arguments]);
            }
            catch (DbUpdateException)
            {
                ModelState.AddModelError("", words["Cơ quan mới thành lập đã có việc, người dùng hoặc dữ liệu; không rút được nữa. Hãy ghi một thay đổi mới."]);
            }
        }

        db.ChangeTracker.Clear();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(id);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var change = await db.Set<AgencyChange>().AsNoTracking().Include(c => c.Parts).FirstOrDefaultAsync(c => c.AgencyChangeId == id, HttpContext.RequestAborted);
        if (change is null)
        {
            return false;
        }

        Change = change;
        var ids = change.Parts.Select(part => part.AgencyId).ToList();
        Agencies = await db.Set<Agency>().AsNoTracking().Include(agency => agency.States).Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, HttpContext.RequestAborted);
        MayTakeBack = !change.IsTakenBack && Agencies.Values.All(agency => scope.Covers(agency.Path));
        return true;
    }

    /// <summary>As it was called on the day it is about.</summary>
    public string NameOf(Guid agencyId, AgencyPartRole role)
    {
        var agency = Agencies[agencyId];
        return agency.StateOn(role == AgencyPartRole.Predecessor ? Change.EffectiveOn.AddDays(-1) : Change.EffectiveOn)?.Name ?? agency.Name;
    }
}
