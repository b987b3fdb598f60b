using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Circulations;

/// <summary>Who may see a circulation, and what readers and their agencies do with it.</summary>
internal sealed class CirculationDesk(LoaDbContext db, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string Kind = "circulation.read";
    public const string RemarkKind = "circulation.remark";

    /// <summary>Agencies for which the person may send.</summary>
    public IQueryable<Guid> Senders => db.Set<Agency>().Within(user.Scope(Permissions.PlansIssue), agency => agency.Path).Select(agency => agency.AgencyId);

    /// <summary>Agencies whose part of it the person may see: a leader's subtree.</summary>
    public IQueryable<Guid> Readers => db.Set<Agency>().Within(user.Scope(Permissions.WorkRead), agency => agency.Path).Select(agency => agency.AgencyId);

    /// <summary>Those one may follow: sent for one's agencies, or to one's agencies.</summary>
    public IQueryable<Circulation> Followed()
    {
        var (senders, readers) = (Senders, Readers);
        return db.Set<Circulation>().Where(c => senders.Contains(c.AgencyId) || db.Set<CirculationAgency>().Any(a => a.CirculationId == c.CirculationId && readers.Contains(a.AgencyId)));
    }

    /// <summary>Those one may read: also what one was asked to read and has since moved away from.</summary>
    public IQueryable<Circulation> Readable()
    {
        var (senders, readers, me) = (Senders, Readers, user.UserId);
        return db.Set<Circulation>().Where(c => senders.Contains(c.AgencyId)
            || db.Set<CirculationRecipient>().Any(r => r.CirculationId == c.CirculationId && r.UserId == me)
            || db.Set<CirculationAgency>().Any(a => a.CirculationId == c.CirculationId && readers.Contains(a.AgencyId)));
    }

    /// <summary>What the person still has to read.</summary>
    public static IQueryable<CirculationRecipient> Unread(LoaDbContext db, Guid userId) => db.Set<CirculationRecipient>().AsNoTracking()
        .Where(r => r.UserId == userId && r.AcknowledgedAt == null && db.Set<Circulation>().Any(c => c.CirculationId == r.CirculationId && c.State == CirculationState.Open));

    /// <summary>For the rail.</summary>
    public static async Task<int> CountUnreadAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<CurrentUser>().UserId is { } userId ? await Unread(services.GetRequiredService<LoaDbContext>(), userId).CountAsync(cancellationToken) : 0;

    public Task<CirculationRecipient?> MineAsync(Guid circulationId, CancellationToken cancellationToken) =>
        db.Set<CirculationRecipient>().AsNoTracking().FirstOrDefaultAsync(r => r.CirculationId == circulationId && r.UserId == user.UserId, cancellationToken);

    public Task NoteOpenedAsync(Guid circulationId, CancellationToken cancellationToken)
    {
        var now = calendar.UtcNow;
        return db.Set<CirculationRecipient>().Where(r => r.CirculationId == circulationId && r.UserId == user.UserId && r.OpenedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.OpenedAt, now), cancellationToken);
    }

    /// <summary>Said once; said again, or twice at the same moment, the first one counts.</summary>
    public async Task AcknowledgeAsync(Guid circulationId, CancellationToken cancellationToken)
    {
        audit.Describe("Xác nhận đã đọc và nắm rõ");
        if (await db.Set<CirculationRecipient>().SingleAsync(r => r.CirculationId == circulationId && r.UserId == user.UserId, cancellationToken) is not { AcknowledgedAt: null } mine)
        {
            return;
        }

        mine.AcknowledgedAt = calendar.UtcNow;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same person in another window: the row says what they said there.
            db.ChangeTracker.Clear();
        }
    }

    /// <param name="readerId">Whose conversation with the sender it belongs to.</param>
    public async Task RemarkAsync(Circulation circulation, Guid readerId, string text, bool isAnswer, CancellationToken cancellationToken)
    {
        audit.Describe(isAnswer ? "Trả lời người đọc" : "Hỏi về văn bản quán triệt");
        var remark = new CirculationRemark
        {
            CirculationRemarkId = Guid.CreateVersion7(),
            CirculationId = circulation.CirculationId,
            ReaderId = readerId,
            ById = user.UserId!.Value,
            At = calendar.UtcNow,
            Text = text,
            IsAnswer = isAnswer,
        };
        db.Add(remark);
        var key = $"{RemarkKind}/{remark.CirculationRemarkId:N}";
        if (isAnswer)
        {
            await notifier.NotifyAsync([readerId], RemarkKind, "Nơi gửi văn bản quán triệt đã trả lời bạn", text, CirculationLinks.Reading(circulation.CirculationId), key, cancellationToken);
        }
        else
        {
            await notifier.NotifyAgencyAsync(circulation.AgencyId, Permissions.PlansIssue, RemarkKind, "Có câu hỏi về văn bản quán triệt", text, CirculationLinks.Follow(circulation.CirculationId), key, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RecordDirectAsync(CirculationDirect direct, CancellationToken cancellationToken)
    {
        audit.Describe("Ghi quán triệt trực tiếp");
        (direct.CirculationDirectId, direct.RecordedAt, direct.RecordedById) = (Guid.CreateVersion7(), calendar.UtcNow, user.UserId!.Value);
        db.Add(direct);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>False when it was taken back already.</returns>
    public async Task<bool> TakeBackDirectAsync(Guid circulationId, Guid agencyId, Guid directId, CancellationToken cancellationToken)
    {
        audit.Describe("Bỏ lần ghi quán triệt trực tiếp");
        if (await db.Set<CirculationDirect>().FirstOrDefaultAsync(d => d.CirculationDirectId == directId && d.CirculationId == circulationId && d.AgencyId == agencyId, cancellationToken) is not { } direct)
        {
            return false;
        }

        db.Remove(direct);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
