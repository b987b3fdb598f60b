using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Notifications.Digest;

/// <summary>
/// One look at who is due a digest. A person gets one mail a day: what came before their hour and is still unread. The message's key
/// names person and day, and it is saved together with how far the digest reached, so neither a restart nor a second server sends another.
/// </summary>
internal sealed partial class DigestRound(LoaDbContext db, Outbox outbox, Calendar calendar, LoaSettings settings, IEnumerable<NotificationKind> kinds, ILogger<DigestRound> logger)
{
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = calendar.VietnamNow;
        var hours = await db.Set<NotificationSettings>().Where(row => row.DigestHour <= now.Hour).Select(row => row.DigestHour).Distinct().ToListAsync(cancellationToken);
        foreach (var hour in hours.Append(NotificationSettings.DefaultHour).Distinct().Where(hour => hour <= now.Hour).Order())
        {
            var cutoff = Calendar.ToUtc(now.Date.AddHours(hour));
            while (await DueAsync(hour, Calendar.ToUtc(now.Date), cutoff, cancellationToken) is { Count: > 0 } due)
            {
                var done = 0;
                foreach (var person in due)
                {
                    done += await SendAsync(person, DateOnly.FromDateTime(now), cutoff, cancellationToken) ? 1 : 0;
                }

                if (done == 0)
                {
                    return; // Another server is at them, or the database refuses; the next round looks again.
                }
            }
        }
    }

    private Task<List<Recipient>> DueAsync(int hour, DateTime today, DateTime cutoff, CancellationToken cancellationToken) => (
        from user in db.Set<User>().AsNoTracking()
        where !user.IsDisabled
        join row in db.Set<NotificationSettings>() on user.Id equals row.UserId into rows
        from row in rows.DefaultIfEmpty()
        where (row == null ? NotificationSettings.DefaultHour : row.DigestHour) == hour
            && (row == null || row.DigestedTo == null || row.DigestedTo < today)
            && db.Set<Notification>().Any(notification => notification.UserId == user.Id && notification.ReadAt == null && notification.CreatedAt <= cutoff
                && (row == null || row.DigestedTo == null || notification.CreatedAt > row.DigestedTo))
        orderby user.Id
        select new Recipient(user.Id, user.Email, user.PhoneNumber, NotificationMode.Digest, row == null ? IChannel.Mail : row.Channels))
        .Take(AtOnce).ToListAsync(cancellationToken);

    private async Task<bool> SendAsync(Recipient person, DateOnly day, DateTime cutoff, CancellationToken cancellationToken)
    {
        var row = await db.Set<NotificationSettings>().FirstOrDefaultAsync(candidate => candidate.UserId == person.UserId, cancellationToken);
        var since = row?.DigestedTo ?? DateTime.MinValue;
        var elsewhere = await db.Set<NotificationPreference>().Where(preference => preference.UserId == person.UserId && preference.Mode != NotificationMode.Digest)
            .Select(preference => preference.Kind).ToListAsync(cancellationToken);
        var unread = db.Set<Notification>().AsNoTracking().Where(notification => notification.UserId == person.UserId && notification.ReadAt == null
            && notification.CreatedAt <= cutoff && notification.CreatedAt > since && !elsewhere.Contains(notification.Kind));
        var count = await unread.CountAsync(cancellationToken);
        if (count > 0)
        {
            AddMessages(person, day, count, await unread.OrderByDescending(notification => notification.NotificationId).Take(NotificationMail.LongestDigest).ToListAsync(cancellationToken));
        }

        row ??= db.Add(new NotificationSettings { UserId = person.UserId }).Entity;
        row.DigestedTo = cutoff;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException problem)
        {
            LogFailed(problem, person.UserId);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private void AddMessages(Recipient person, DateOnly day, int count, List<Notification> newest)
    {
        var titles = kinds.ToDictionary(kind => kind.Name, kind => kind.Title, StringComparer.Ordinal);
        var groups = newest.GroupBy(notification => notification.Kind).Select(group => (titles.GetValueOrDefault(group.Key, "Khác"), (IReadOnlyList<Notification>)[.. group])).OrderBy(group => group.Item1, VietnameseOrder.Comparer).ToList();
        var (subject, text, html) = NotificationMail.Digest(day, groups, count, settings);
        foreach (var (channel, address) in person.Addresses)
        {
            var isMail = channel == IChannel.Mail;
            outbox.Add(channel, address, subject, isMail ? text : NotificationMail.Short(subject, settings.Absolute(NotificationLinks.Centre)), isMail ? html : null, $"digest/{person.UserId:N}/{day:yyyy-MM-dd}/{channel}");
        }
    }

    [LoggerMessage(420, LogLevel.Warning, "The digest of {UserId} was not saved; the next round looks again")]
    private partial void LogFailed(Exception problem, Guid userId);
}
