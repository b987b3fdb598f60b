using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Circulations;

/// <summary>The last days of what a person still has to read.</summary>
internal sealed class CirculationCalendarSource(LoaDbContext db) : ICalendarSource
{
    private const int Most = 500;

    public string Title => "Hạn đọc văn bản quán triệt";

    public async IAsyncEnumerable<CalendarItem> ItemsAsync(Guid userId, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = (from, to);
        var rows = await (
            from recipient in CirculationDesk.Unread(db, userId)
            join circulation in db.Set<Circulation>() on recipient.CirculationId equals circulation.CirculationId
            where circulation.ReadBy >= first && circulation.ReadBy <= last
            orderby circulation.ReadBy, circulation.CirculationId
            select new { circulation.CirculationId, circulation.Title, circulation.ReadBy, circulation.SentAt }).Take(Most).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            yield return new CalendarItem($"quan-triet-{row.CirculationId:N}", row.Title, row.ReadBy!.Value, null, null, CirculationLinks.Reading(row.CirculationId), row.SentAt);
        }
    }
}
