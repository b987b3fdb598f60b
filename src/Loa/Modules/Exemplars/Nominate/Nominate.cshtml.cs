using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Exemplars.Nominate;

/// <summary>Nominates, perhaps from an activity, or changes what was nominated.</summary>
internal sealed class NominateModel(LoaDbContext db, ExemplarDesk desk, ActivityDesk activities, AgencyScope scope, AgencyOptions options, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(Name = "hoat-dong", SupportsGet = true)]
    public Guid? ActivityId { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public ExemplarKind Kind { get; set; } = ExemplarKind.Model;

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public Guid? AgencyId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi tên.")]
    [StringLength(Exemplar.TitleMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Title { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy ghi nội dung.")]
    [StringLength(Exemplar.TextMaxLength, ErrorMessage = "Nội dung quá dài.")]
    public string Story { get; set; } = "";

    public string? Activity { get; private set; }

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ExemplarKind>().Select(kind => new SelectListItem(words[ExemplarWords.Of(kind)], kind.ToString()));

    public bool IsShortcoming => Kind == ExemplarKind.Shortcoming;

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (Id is { } id)
        {
            if (await FindAsync(id) is not { } exemplar)
            {
                return NotFound();
            }

            (Kind, ActivityId, AgencyId, Title, Story, Revision) = (exemplar.Kind, exemplar.ActivityId, exemplar.AgencyId, exemplar.Title, exemplar.Story, exemplar.Revision);
        }
        else
        {
            (NewId, AgencyId) = (Guid.CreateVersion7(), user.AgencyId);
            if (ActivityId is { } from)
            {
                if (await activities.FindAsync(from, Permissions.ActivitiesLog, cancellation) is not { } activity)
                {
                    return NotFound();
                }

                (AgencyId, Title, Story) = (activity.AgencyId, activity.Title, activity.Description ?? "");
            }
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var exemplar = Id is { } id ? await FindAsync(id) : new Exemplar { ExemplarId = NewId };
        if (exemplar is null || exemplar.ExemplarId == Guid.Empty || !Enum.IsDefined(Kind))
        {
            return NotFound();
        }

        if (Id is null && await desk.FindAsync(NewId, cancellation) is not null)
        {
            return LocalRedirect(ExemplarLinks.Exemplar(NewId));
        }

        if (Id is null && ActivityId is { } from)
        {
            if (await activities.FindAsync(from, Permissions.ActivitiesLog, cancellation) is not { } activity)
            {
                return NotFound();
            }

            AgencyId = activity.AgencyId;
        }

        AgencyId = Id is null ? AgencyId ?? user.AgencyId : exemplar.AgencyId;
        if (AgencyId is { } agencyId && !await scope.CoversAsync(Permissions.ActivitiesLog, agencyId, cancellation))
        {
            return NotFound();
        }

        if (AgencyId is null)
        {
            ModelState.AddModelError(nameof(AgencyId), words["Hãy chọn cơ quan."]);
        }

        if (ModelState.IsValid)
        {
            (exemplar.Title, exemplar.Story) = (Title.Trim(), Story.Trim());
            if (Id is null)
            {
                (exemplar.AgencyId, exemplar.Kind, exemplar.ActivityId) = (AgencyId!.Value, Kind, ActivityId);
                await desk.NominateAsync(exemplar, cancellation);
            }
            else
            {
                db.Entry(exemplar).Property(e => e.Revision).OriginalValue = Revision;
                await desk.ChangeAsync(exemplar, cancellation);
            }

            if (await this.TrySaveAsync(db, words["Người khác vừa sửa mục này; hãy xem lại rồi làm tiếp."]))
            {
                return this.Done(words["Đã gửi; người xem xét được báo."], ExemplarLinks.Exemplar(exemplar.ExemplarId));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<Exemplar?> FindAsync(Guid id) => await desk.FindAsync(id, Permissions.ActivitiesLog, HttpContext.RequestAborted) is { State: not ExemplarState.Withdrawn } exemplar ? exemplar : null;

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Activity = await db.Set<Activity>().Where(activity => activity.ActivityId == ActivityId).Select(activity => activity.Title).FirstOrDefaultAsync(cancellation);
        Agencies = Id is null && ActivityId is null ? await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation) : [];
    }
}
