using System.Security.Cryptography;
using System.Text;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Loa.Modules.Notifications.Feed;

/// <summary>A person's days for a calendar program. The address is the only key: whoever has it reads, nobody writes.</summary>
internal sealed class FeedModel(LoaDbContext db, Calendar calendar, LoaSettings settings, IEnumerable<ICalendarSource> sources) : PageModel
{
    private const int DaysBack = 90;
    private const int DaysAhead = 400;

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var hash = CalendarFeed.HashOf(secret);
        var userId = await db.Set<CalendarFeed>().Where(feed => feed.SecretHash == hash)
            .Join(db.Set<User>().Where(user => !user.IsDisabled), feed => feed.UserId, user => user.Id, (feed, _) => (Guid?)feed.UserId).FirstOrDefaultAsync(cancellationToken);
        if (userId is null)
        {
            return NotFound();
        }

        var today = calendar.VietnamToday;
        var items = new List<CalendarItem>();
        foreach (var source in sources)
        {
            await foreach (var item in source.ItemsAsync(userId.Value, today.AddDays(-DaysBack), today.AddDays(DaysAhead), cancellationToken))
            {
                items.Add(item);
            }
        }

        var text = Encoding.UTF8.GetBytes(CalendarText.Write("Loa", items.OrderBy(item => item.From).ThenBy(item => item.Uid, StringComparer.Ordinal), settings));
        Response.Headers.CacheControl = "private, max-age=900";
        Response.Headers["X-Robots-Tag"] = "noindex";
        // The file result answers 304 by itself when the program already has this text.
        return new FileContentResult(text, "text/calendar; charset=utf-8") { EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(text))}\"") };
    }
}
