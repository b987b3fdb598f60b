using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Circulations;

/// <summary>What the sender does: sending, adding who joined, reminding, another day, taking it back.</summary>
internal sealed class CirculationSender(LoaDbContext db, CirculationFigures figures, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    /// <summary>The circulation, its agencies, its readers and what tells them, in one transaction.</summary>
    public async Task SendAsync(Circulation circulation, IReadOnlyList<Guid> agencyIds, CancellationToken cancellationToken)
    {
        audit.Describe("Gửi quán triệt");
        (circulation.SentById, circulation.SentAt, circulation.SentOn) = (user.UserId!.Value, calendar.UtcNow, calendar.VietnamToday);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(circulation);
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertRowsAsync([.. agencyIds.Distinct().Select(id => new CirculationAgency { CirculationId = circulation.CirculationId, AgencyId = id })], cancellationToken);
        var asked = await AskAsync(circulation, agencyIds, cancellationToken);
        await TellAsync(circulation, asked, "Có văn bản cần đọc và xác nhận nắm rõ", circulation.Title, "sent", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>People who came to one of the agencies after it was sent.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AddJoinedAsync(Circulation circulation, CancellationToken cancellationToken)
    {
        audit.Describe("Gửi quán triệt cho người mới đến");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The circulation counts as changed, so that two who add at once do not add the same people twice.
        db.Entry(circulation).State = EntityState.Modified;
        await db.SaveChangesAsync(cancellationToken);
        var agencies = await db.Set<CirculationAgency>().Where(a => a.CirculationId == circulation.CirculationId).Select(a => a.AgencyId).ToListAsync(cancellationToken);
        var asked = await AskAsync(circulation, agencies, cancellationToken);
        await TellAsync(circulation, asked, "Có văn bản cần đọc và xác nhận nắm rõ", circulation.Title, "sent", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return asked.Count;
    }

    public IQueryable<RoleGrant> Joined(Guid circulationId) => db.Set<RoleGrant>().AsNoTracking().Where(grant =>
        db.Set<CirculationAgency>().Any(a => a.CirculationId == circulationId && a.AgencyId == grant.AgencyId)
        && db.Set<User>().Any(person => person.Id == grant.UserId && !person.IsDisabled)
        && !db.Set<CirculationRecipient>().Any(r => r.CirculationId == circulationId && r.UserId == grant.UserId));

    /// <summary>Whoever has not read it; each person at most once a day.</summary>
    /// <param name="agencyId">Only of this agency; null: of all.</param>
    /// <returns>How many were told.</returns>
    public async Task<int> RemindAsync(Circulation circulation, Guid? agencyId, CancellationToken cancellationToken)
    {
        audit.Describe("Nhắc đọc văn bản quán triệt");
        var today = calendar.VietnamToday;
        var late = await figures.Counted().Where(r => r.CirculationId == circulation.CirculationId && r.AcknowledgedAt == null && (agencyId == null || r.AgencyId == agencyId) && (r.RemindedOn == null || r.RemindedOn < today))
            .Select(r => r.UserId).ToListAsync(cancellationToken);
        if (late.Count == 0)
        {
            return 0;
        }

        var until = circulation.ReadBy is { } day ? $"{circulation.Title} ({Formats.Date(day)})" : circulation.Title;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await TellAsync(circulation, late, "Nhắc đọc văn bản và xác nhận nắm rõ", until, $"remind/{today:yyyyMMdd}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var some in late.Chunk(1000))
        {
            await db.Set<CirculationRecipient>().Where(r => r.CirculationId == circulation.CirculationId && some.Contains(r.UserId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.RemindedOn, today), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return late.Count;
    }

    public async Task ExtendAsync(Circulation circulation, DateOnly readBy, CancellationToken cancellationToken)
    {
        audit.Describe("Lùi hạn đọc văn bản quán triệt");
        var title = circulation.ReadBy is { } before && before < readBy ? "Hạn đọc văn bản được lùi" : "Hạn đọc văn bản đã thay đổi";
        circulation.ReadBy = readBy;
        var unread = await figures.Counted().Where(r => r.CirculationId == circulation.CirculationId && r.AcknowledgedAt == null).Select(r => r.UserId).ToListAsync(cancellationToken);
        await TellAsync(circulation, unread, title, $"{circulation.Title} ({Formats.Date(readBy)})", $"extended/{circulation.Revision}/{readBy:yyyyMMdd}", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task WithdrawAsync(Circulation circulation, string reason, CancellationToken cancellationToken)
    {
        audit.Describe("Thu hồi văn bản quán triệt", reason);
        circulation.Withdraw(reason, calendar.UtcNow);
        var asked = await figures.Counted().Where(r => r.CirculationId == circulation.CirculationId).Select(r => r.UserId).ToListAsync(cancellationToken);
        await TellAsync(circulation, asked, "Văn bản quán triệt đã được thu hồi", $"{circulation.Title}\n{reason}", "withdrawn", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Everyone with an open account and a role on exactly those agencies who was not asked yet: a row each.</summary>
    private async Task<List<Guid>> AskAsync(Circulation circulation, IReadOnlyList<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var place = agencyIds.Select((id, index) => (id, index)).DistinctBy(pair => pair.id).ToDictionary(pair => pair.id, pair => pair.index);
        var grants = await Joined(circulation.CirculationId).Select(grant => new { grant.UserId, AgencyId = grant.AgencyId!.Value }).ToListAsync(cancellationToken);
        var now = calendar.UtcNow;
        var rows = grants.GroupBy(grant => grant.UserId).Select(person => new CirculationRecipient
        {
            CirculationId = circulation.CirculationId,
            UserId = person.Key,
            AgencyId = person.Select(grant => grant.AgencyId).MinBy(id => place.GetValueOrDefault(id, int.MaxValue)),
            AskedAt = now,
            Revision = 1,
        }).ToList();
        await db.InsertRowsAsync(rows, cancellationToken);
        return [.. rows.Select(row => row.UserId)];
    }

    private Task TellAsync(Circulation circulation, IReadOnlyCollection<Guid> people, string title, string text, string what, CancellationToken cancellationToken) =>
        notifier.NotifyAsync(people, CirculationDesk.Kind, title, text, CirculationLinks.Reading(circulation.CirculationId), $"{CirculationDesk.Kind}/{circulation.CirculationId:N}/{what}", cancellationToken);
}
