using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Circulations.Inbox;

internal sealed record ReadingRow(Guid CirculationId, string Title, string Sender, DateOnly SentOn, DateOnly? ReadBy, DateTime? OpenedAt, DateTime? AcknowledgedAt);

/// <summary>What one was asked to read: what is due first comes first; what was read stands in a list of its own.</summary>
internal sealed class InboxModel(LoaDbContext db, CurrentUser user, Calendar calendar) : PageModel
{
    public const string Read = "da-doc";

    [BindProperty(Name = "xem", SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<ReadingRow> Rows { get; private set; } = null!;

    public int UnreadCount { get; private set; }

    public bool ShowsRead => Show == Read;

    public bool MaySend => user.Has(Permissions.PlansIssue);

    public DateOnly Today => calendar.VietnamToday;

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var me = user.UserId!.Value;
        var unread = CirculationDesk.Unread(db, me);
        UnreadCount = await unread.CountAsync(cancellation);
        var mine = ShowsRead ? db.Set<CirculationRecipient>().AsNoTracking().Where(r => r.UserId == me && r.AcknowledgedAt != null) : unread;
        var rows =
            from recipient in mine
            join circulation in db.Set<Circulation>() on recipient.CirculationId equals circulation.CirculationId
            join sender in db.Set<Agency>() on circulation.AgencyId equals sender.AgencyId
            select new { recipient, circulation, sender.Name };
        rows = ShowsRead
            ? rows.OrderByDescending(row => row.recipient.AcknowledgedAt).ThenBy(row => row.circulation.CirculationId)
            : rows.OrderBy(row => row.circulation.ReadBy == null).ThenBy(row => row.circulation.ReadBy).ThenByDescending(row => row.circulation.SentAt).ThenBy(row => row.circulation.CirculationId);
        Rows = await rows.Select(row => new ReadingRow(row.circulation.CirculationId, row.circulation.Title, row.Name, row.circulation.SentOn, row.circulation.ReadBy, row.recipient.OpenedAt, row.recipient.AcknowledgedAt))
            .ToPageAsync(PageNumber, cancellation);
    }
}
