using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Notifications;

/// <summary>
/// Tells people something, once. It adds rows and the caller saves, so nobody hears of what did not happen. Title and text are Vietnamese
/// whatever language the actor sees: they are read by others.
/// </summary>
internal sealed class Notifier(LoaDbContext db, Outbox outbox, Calendar calendar, LoaSettings settings, IEnumerable<NotificationKind> kinds)
{
    /// <param name="link">An address of ours, beginning with a slash.</param>
    /// <param name="key">What happened, such as <c>plan.issued/{id}</c>: a person who has a notification with this key gets no second one.</param>
    public async Task NotifyAsync(IReadOnlyCollection<Guid> userIds, string kind, string title, string? text, string? link, string key, CancellationToken cancellationToken = default)
    {
        var known = kinds.FirstOrDefault(candidate => candidate.Name == kind) ?? throw new ArgumentException($"No module registered the kind '{kind}'.", nameof(kind));
        if (link is not null && (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal) || link.Length > Notification.LinkMaxLength))
        {
            throw new ArgumentException("A link leads to an address of ours, beginning with one slash.", nameof(link));
        }

        if (key.Length is 0 or > Notification.KeyMaxLength)
        {
            throw new ArgumentException($"A key has 1 to {Notification.KeyMaxLength} characters.", nameof(key));
        }

        var now = calendar.UtcNow;
        var (shortTitle, shortText) = (NotificationMail.OneLine(title, Notification.TitleMaxLength), text is null ? null : NotificationMail.Cut(text.Trim(), Notification.TextMaxLength));
        foreach (var recipient in await RecipientsAsync(userIds, kind, cancellationToken))
        {
            var mode = known.IsMandatory && recipient.Mode == NotificationMode.None ? NotificationPreference.Default : recipient.Mode;
            if (mode == NotificationMode.None)
            {
                continue;
            }

            db.Add(new Notification
            {
                NotificationId = Guid.CreateVersion7(), UserId = recipient.UserId, Kind = kind, Title = shortTitle, Text = shortText, Link = link, Key = key, CreatedAt = now,
            });
            if (mode == NotificationMode.Immediate)
            {
                AddMessages(recipient, shortTitle, shortText, link, key);
            }
        }
    }

    /// <summary>Everyone who holds the permission by a role granted on exactly this agency; those above it, whose role reaches down, are not disturbed.</summary>
    public async Task NotifyAgencyAsync(Guid agencyId, string permission, string kind, string title, string? text, string? link, string key, CancellationToken cancellationToken = default)
    {
        var roles = Permissions.HoldersOf(permission).ToList();
        var userIds = await db.Set<RoleGrant>().Where(grant => grant.AgencyId == agencyId && roles.Contains(grant.Role)).Select(grant => grant.UserId).Distinct().ToListAsync(cancellationToken);
        await NotifyAsync(userIds, kind, title, text, link, key, cancellationToken);
    }

    private void AddMessages(Recipient recipient, string title, string? text, string? link, string key)
    {
        var mail = NotificationMail.Single(title, text, link is null ? null : settings.Absolute(link), settings.Absolute(NotificationLinks.Preferences));
        foreach (var (channel, address) in recipient.Addresses)
        {
            var isMail = channel == IChannel.Mail;
            outbox.Add(channel, address, title, isMail ? mail.Text : NotificationMail.Short(title, link is null ? null : settings.Absolute(link)), isMail ? mail.Html : null, $"n/{key}/{recipient.UserId:N}/{channel}");
        }
    }

    private async Task<List<Recipient>> RecipientsAsync(IReadOnlyCollection<Guid> userIds, string kind, CancellationToken cancellationToken)
    {
        var found = new List<Recipient>();
        foreach (var some in userIds.Distinct().Chunk(1000))
        {
            found.AddRange(await (
                from user in db.Set<User>()
                where some.Contains(user.Id) && !user.IsDisabled
                join preference in db.Set<NotificationPreference>().Where(preference => preference.Kind == kind) on user.Id equals preference.UserId into chosen
                from preference in chosen.DefaultIfEmpty()
                join row in db.Set<NotificationSettings>() on user.Id equals row.UserId into wanted
                from row in wanted.DefaultIfEmpty()
                select new Recipient(user.Id, user.Email, user.PhoneNumber, preference == null ? NotificationPreference.Default : preference.Mode, row == null ? IChannel.Mail : row.Channels))
                .ToListAsync(cancellationToken));
        }

        return found;
    }
}

/// <summary>A person with the ways that lead to them.</summary>
internal sealed record Recipient(Guid UserId, string? Email, string? Phone, NotificationMode Mode, string Channels)
{
    public IEnumerable<(string Channel, string Address)> Addresses =>
        from channel in Channels.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let address = channel == IChannel.Mail ? Email : Phone
        where !string.IsNullOrWhiteSpace(address)
        select (channel, address);
}
