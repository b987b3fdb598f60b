using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Difficulties;

internal sealed record DifficultyRow(Guid DifficultyId, string Text, DifficultyState State, DateTime RaisedAt, string RaisedBy, string With, bool IsWithMe, string Plan);

/// <summary>What was raised to the agencies in one's scope, and by them; what waits for an answer comes first.</summary>
internal sealed class DifficultiesModel(LoaDbContext db, DifficultyDesk desk, CurrentUser user, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "trang-thai", SupportsGet = true)]
    public DifficultyState? State { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<DifficultyRow> Rows { get; private set; } = null!;

    public IEnumerable<SelectListItem> States => Enum.GetValues<DifficultyState>().Select(state => new SelectListItem(words[WorkWords.Of(state)], state.ToString())).Prepend(new SelectListItem(words["Mọi trạng thái"], ""));

    public async Task OnGetAsync()
    {
        var visible = desk.Visible().AsNoTracking();
        if (State is { } state)
        {
            visible = visible.Where(difficulty => difficulty.State == state);
        }

        var me = user.AgencyId;
        Rows = await (
            from difficulty in visible
            join plan in db.Set<Plan>() on difficulty.PlanId equals plan.PlanId
            join raiser in db.Set<Agency>() on difficulty.RaisedByAgencyId equals raiser.AgencyId
            join answerer in db.Set<Agency>() on difficulty.WithAgencyId equals answerer.AgencyId
            orderby difficulty.State, difficulty.RaisedAt descending, difficulty.DifficultyId
            select new DifficultyRow(difficulty.DifficultyId, difficulty.Text, difficulty.State, difficulty.RaisedAt, raiser.ShortName, answerer.ShortName, difficulty.WithAgencyId == me, plan.Reference ?? plan.Subject))
            .ToPageAsync(PageNumber, HttpContext.RequestAborted);
    }
}
