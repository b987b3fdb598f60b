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
    private const int AgenciesAtOnce = 500;

    /// <param name="link">An address of ours, beginning with a slash.</param>
    /// <param name="key">What happened, such as <c>plan.issued/{id}</c>: a person who has a notification with this key gets no second one.</param>
    public async Task NotifyAsync(IReadOnlyCollection<Guid> userIds, string kind, string title, string? text, string? link, string key, CancellationToken cancellationToken = default)
    {
        Check(link, key);
        await NotifyAsync(kind, [.. userIds.Distinct().Select(userId => new Notice(userId, title, text, link, key))], cancellationToken);
    }

    /// <summary>Many at once, each person their own words: what the people want is asked once for all of them, and the rows are written many a statement.</summary>
    public async Task NotifyAsync(string kind, IReadOnlyCollection<Notice> notices, CancellationToken cancellationToken = default)
    {
        var known = kinds.FirstOrDefault(candidate => candidate.Name == kind) ?? throw new ArgumentException($"No module registered the kind '{kind}'.", nameof(kind));
        foreach (var notice in notices)
        {
            Check(notice.Link, notice.Key);
        }

        var now = calendar.UtcNow;
        var recipients = (await RecipientsAsync([.. notices.Select(notice => notice.UserId)], kind, cancellationToken)).ToDictionary(recipient => recipient.UserId);
        foreach (var notice in notices)
        {
            if (recipients.TryGetValue(notice.UserId, out var recipient))
            {
                Add(recipient, known, notice, now);
            }
        }
    }

    /// <summary>Everyone who holds the permission by a role granted on exactly this agency; those above it, whose role reaches down, are not disturbed.</summary>
    public async Task NotifyAgencyAsync(Guid agencyId, string permission, string kind, string title, string? text, string? link, string key, CancellationToken cancellationToken = default) =>
        await NotifyAsync([.. (await PeopleAsync([agencyId], permission, cancellationToken))[agencyId]], kind, title, text, link, key, cancellationToken);

    /// <summary>Agency → its people, as <see cref="NotifyAgencyAsync"/> means them, in one query for up to a few thousand agencies.</summary>
    public async Task<ILookup<Guid, Guid>> PeopleAsync(IReadOnlyCollection<Guid> agencyIds, string permission, CancellationToken cancellationToken)
    {
        var roles = Permissions.HoldersOf(permission).ToList();
        var wanted = agencyIds.Select(id => (Guid?)id).ToList();
        var rows = await db.Set<RoleGrant>().Where(grant => wanted.Contains(grant.AgencyId) && roles.Contains(grant.Role) && db.Set<User>().Any(person => person.Id == grant.UserId && !person.IsDisabled))
            .Select(grant => new { grant.AgencyId, grant.UserId }).Distinct().ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.AgencyId!.Value, row => row.UserId);
    }

    /// <summary>
    /// For jobs: the people of many agencies, each agency its own words. Some hundred agencies at a time are asked for, told and saved, so that a job killed midway begins again
    /// and the keys leave out whoever was told. What else the context holds is saved too, and it is empty afterwards.
    /// </summary>
    public async Task TellAgenciesAsync(string kind, string permission, IReadOnlyCollection<AgencyNotice> notices, Func<int, Task> report, CancellationToken cancellationToken)
    {
        var told = 0;
        foreach (var some in notices.Chunk(AgenciesAtOnce))
        {
            var people = await PeopleAsync([.. some.Select(notice => notice.AgencyId)], permission, cancellationToken);
            await NotifyAsync(kind, [.. some.SelectMany(notice => people[notice.AgencyId].Select(person => new Notice(person, notice.Title, notice.Text, notice.Link, notice.Key)))], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            told += some.Length;
            await report(100 * told / notices.Count);
        }
    }

    private static void Check(string? link, string key)
    {
        if (link is not null && (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal) || link.Length > Notification.LinkMaxLength))
        {
            throw new ArgumentException("A link leads to an address of ours, beginning with one slash.", nameof(link));
        }

        if (key.Length is 0 or > Notification.KeyMaxLength)
        {
            throw new ArgumentException($"A key has 1 to {Notification.KeyMaxLength} characters.", nameof(key));
        }
    }

    private void Add(Recipient recipient, NotificationKind kind, Notice notice, DateTime now)
    {
        var mode = kind.IsMandatory && recipient.Mode == NotificationMode.None ? NotificationPreference.Default : recipient.Mode;
        if (mode == NotificationMode.None)
        {
            return;
        }

        var (title, text) = (NotificationMail.OneLine(notice.Title, Notification.TitleMaxLength), notice.Text is null ? null : NotificationMail.Cut(notice.Text.Trim(), Notification.TextMaxLength));
        db.Add(new Notification
        {
            NotificationId = Guid.CreateVersion7(),
            UserId = recipient.UserId,
            Kind = kind.Name,
            Title = title,
            Text = text,
            Link = notice.Link,
            Key = notice.Key,
            CreatedAt = now,
        });
        if (mode == NotificationMode.Immediate)
        {
            AddMessages(recipient, title, text, notice.Link, notice.Key);
        }
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

/// <summary>What one person is told.</summary>
/// <param name="Link">An address of ours, beginning with a slash.</param>
/// <param name="Key">A person who has a notification with this key gets no second one.</param>
internal sealed record Notice(Guid UserId, string Title, string? Text, string? Link, string Key);

/// <summary>What the people of one agency are told. The key should name the agency: a person of two agencies hears of both.</summary>
internal sealed record AgencyNotice(Guid AgencyId, string Title, string? Text, string? Link, string Key);

/// <summary>A person with the ways that lead to them.</summary>
internal sealed record Recipient(Guid UserId, string? Email, string? Phone, NotificationMode Mode, string Channels)
{
    public IEnumerable<(string Channel, string Address)> Addresses =>
        from channel in Channels.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let address = channel == IChannel.Mail ? Email : Phone
        where !string.IsNullOrWhiteSpace(address)
        select (channel, address);
}
