using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Raise;

/// <summary>Raises a difficulty on a piece of work, or on a plan as the agency one works for.</summary>
internal sealed class RaiseModel(LoaDbContext db, WorkDesk desk, DifficultyDesk difficulties, PlanContacts contacts, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "viec", SupportsGet = true)]
    public Guid? AssignmentId { get; set; }

    [BindProperty(Name = "keHoach", SupportsGet = true)]
    public Guid? PlanId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi khó khăn, vướng mắc.")]
    [StringLength(Difficulty.TextMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Text { get; set; } = "";

    public string About { get; private set; } = "";

    /// <summary>The body that will have to answer.</summary>
    public string Addressee { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await FindAsync() is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } found)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var difficulty = await difficulties.RaiseAsync(found.Plan, found.Work?.AssignmentId, found.AgencyId, Text.Trim(), HttpContext.RequestAborted);
        if (found.Work is not null)
        {
            desk.Write(found.Work, WorkEntryKind.DifficultyRaised, difficulty.Text, "Nêu khó khăn, vướng mắc");
        }

        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã gửi tới {0}.", Addressee]);
        return LocalRedirect(WorkLinks.Difficulty(difficulty.DifficultyId));
    }

    private async Task<(Plan Plan, Assignment? Work, Guid AgencyId)?> FindAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var work = AssignmentId is { } id ? await desk.FindAsync(id, Permissions.WorkDo, cancellation) : null;
        var planId = work?.PlanId ?? (AssignmentId is null ? PlanId : null);
        var agencyId = work?.HolderAgencyId ?? user.AgencyId;
        if (planId is null || agencyId is null || await db.Set<Plan>().FirstOrDefaultAsync(plan => plan.PlanId == planId && plan.Status == PlanStatus.Issued, cancellation) is not { } plan)
        {
            return null;
        }

        // On the plan as a whole only an agency that has work in it has something to raise.
        if (work is null && !await db.Set<Assignment>().AnyAsync(a => a.PlanId == planId && a.HolderAgencyId == agencyId, cancellation))
        {
            return null;
        }

        About = work is null ? plan.Subject : await db.Set<PlanTask>().Where(task => task.PlanTaskId == work.PlanTaskId).Select(task => task.Content).SingleAsync(cancellation);
        var with = await contacts.ForDifficultiesAsync(plan, cancellation);
        Addressee = await db.Set<Agency>().Where(agency => agency.AgencyId == with).Select(agency => agency.Name).SingleAsync(cancellation);
        return (plan, work, agencyId.Value);
    }
}
