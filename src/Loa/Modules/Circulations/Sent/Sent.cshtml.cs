using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Circulations.Sent;

internal sealed record SentRow(Guid CirculationId, string Title, string Sender, DateOnly SentOn, DateOnly? ReadBy, CirculationState State, int Asked, int Read);

/// <summary>Circulations one may follow, newest first. Who only leads some of the agencies sees the numbers of those.</summary>
internal sealed class SentModel(LoaDbContext db, CirculationDesk desk, CirculationFigures figures, CurrentUser user, Calendar calendar) : PageModel
{
    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<SentRow> Rows { get; private set; } = null!;

    public bool MaySend => user.Has(Permissions.PlansIssue);

    public DateOnly Today => calendar.VietnamToday;

    public async Task OnGetAsync()
    {
        var (senders, readers) = (desk.Senders, desk.Readers);
        var counted = figures.Counted();
        Rows = await (
            from c in desk.Followed().AsNoTracking()
            join sender in db.Set<Agency>() on c.AgencyId equals sender.AgencyId
            orderby c.SentAt descending, c.CirculationId
            select new SentRow(
                c.CirculationId, c.Title, sender.Name, c.SentOn, c.ReadBy, c.State,
                counted.Count(r => r.CirculationId == c.CirculationId && (senders.Contains(c.AgencyId) || readers.Contains(r.AgencyId))),
                counted.Count(r => r.CirculationId == c.CirculationId && r.AcknowledgedAt != null && (senders.Contains(c.AgencyId) || readers.Contains(r.AgencyId)))))
            .ToPageAsync(PageNumber, HttpContext.RequestAborted);
    }
}
