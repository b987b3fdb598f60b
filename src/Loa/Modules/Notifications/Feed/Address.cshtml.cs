using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Notifications.Feed;

/// <summary>Makes, renews and withdraws the person's calendar address. It is shown on the one page that follows its making.</summary>
internal sealed class AddressModel(LoaDbContext db, CurrentUser current, Calendar calendar, LoaSettings settings, AuditScope audit, IEnumerable<ICalendarSource> sources, IStringLocalizer words) : PageModel
{
    private const string SecretKey = "loa-lich";

    public DateTime? CreatedAt { get; private set; }

    /// <summary>Only just after it was made.</summary>
    public string? Address { get; private set; }

    public IReadOnlyList<string> Contents => [.. sources.Select(source => words[source.Title].Value)];

    public async Task OnGetAsync()
    {
        CreatedAt = await db.Set<CalendarFeed>().Where(feed => feed.UserId == current.UserId).Select(feed => (DateTime?)feed.CreatedAt).FirstOrDefaultAsync(HttpContext.RequestAborted);
        Address = CreatedAt is not null && TempData[SecretKey] is string secret ? settings.Absolute(NotificationLinks.Feed(secret)) : null;
    }

    public async Task<IActionResult> OnPostCreateAsync()
    {
        var secret = CalendarFeed.NewSecret();
        var userId = current.UserId!.Value;
        var feed = await db.Set<CalendarFeed>().FirstOrDefaultAsync(known => known.UserId == userId, HttpContext.RequestAborted) ?? db.Add(new CalendarFeed { UserId = userId, SecretHash = "" }).Entity;
        (feed.SecretHash, feed.CreatedAt) = (CalendarFeed.HashOf(secret), calendar.UtcNow);
        audit.Describe("Tạo địa chỉ lịch");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData[SecretKey] = secret;
        return LocalRedirect(NotificationLinks.Calendar);
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        var feed = await db.Set<CalendarFeed>().FirstOrDefaultAsync(known => known.UserId == current.UserId, HttpContext.RequestAborted);
        if (feed is not null)
        {
            db.Remove(feed);
            audit.Describe("Thu hồi địa chỉ lịch");
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        TempData.Flash(Tone.Good, words["Đã thu hồi địa chỉ lịch; chương trình lịch không đọc được nữa."]);
        return LocalRedirect(NotificationLinks.Calendar);
    }
}
