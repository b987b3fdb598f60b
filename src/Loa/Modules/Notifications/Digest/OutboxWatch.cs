using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Notifications.Digest;

/// <summary>Tells administrators, once a day, that messages failed or wait for their decision: nobody looks at that page by themselves.</summary>
internal sealed class OutboxWatch(LoaDbContext db, Notifier notifier, Calendar calendar)
{
    public static readonly NotificationKind Kind = new("outbox", "Thư không gửi được", IsMandatory: false, Permissions.OutboxManage);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var since = Calendar.ToUtc(today.ToDateTime(TimeOnly.MinValue));
        var stuck = await db.Set<OutgoingMessage>().CountAsync(message => (message.State == MessageState.Failed || message.State == MessageState.Uncertain) && message.FinishedAt >= since, cancellationToken);
        var key = $"outbox/{today:yyyy-MM-dd}";
        if (stuck == 0)
        {
            return;
        }

        var holders = Permissions.HoldersOf(Permissions.OutboxManage).ToList();
        var administrators = await db.Set<RoleGrant>().Where(grant => grant.AgencyId == null && holders.Contains(grant.Role)
                && !db.Set<Notification>().Any(notification => notification.UserId == grant.UserId && notification.Key == key))
            .Select(grant => grant.UserId).Distinct().ToListAsync(cancellationToken);
        if (administrators.Count > 0)
        {
            var title = string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0} thư không gửi được hoặc không rõ kết quả", Formats.Number(stuck));
            await notifier.NotifyAsync(administrators, Kind.Name, title, null, NotificationLinks.Outbox, key, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
