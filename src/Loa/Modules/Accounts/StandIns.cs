using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts;

/// <summary>A stand-in and what is wrong with it; fields as the form names them.</summary>
internal sealed record StandInOrder(Guid FromUserId, string? Email, DateOnly? FirstDay, DateOnly? LastDay, string? Reason);

/// <summary>Arranges that someone stands in for a person on leave: the person does it, or an administrator of theirs.</summary>
internal sealed class StandIns(LoaDbContext db, AccountMails mails, Calendar calendar, CurrentUser current, AuditScope audit, IStringLocalizer words)
{
    /// <summary>Adds and saves it and tells both; otherwise what to correct, by field.</summary>
    public async Task<IReadOnlyList<(string Field, string Problem)>> AddAsync(StandInOrder order, CancellationToken cancellationToken)
    {
        var from = await db.Set<User>().Include(user => user.Grants).SingleAsync(user => user.Id == order.FromUserId, cancellationToken);
        var wanted = (order.Email ?? "").Trim().ToUpperInvariant();
        var to = await db.Set<User>().FirstOrDefaultAsync(user => user.NormalizedEmail == wanted && !user.IsDisabled, cancellationToken);
        var problems = await CheckAsync(order, from, to, cancellationToken);
        if (problems.Count > 0)
        {
            return problems;
        }

        var delegation = new Delegation
        {
            DelegationId = Guid.CreateVersion7(),
            FromUserId = from.Id,
            ToUserId = to!.Id,
            FirstDay = order.FirstDay!.Value,
            LastDay = order.LastDay!.Value,
            Reason = order.Reason!.Trim(),
            CreatedBy = current.UserId,
            CreatedAt = calendar.UtcNow,
        };
        audit.Describe("Giao người làm thay", delegation.Reason);
        db.Add(delegation);
        mails.StandIn(delegation, from, to);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Those not over yet that the person gave or received, soonest first.</summary>
    public Task<List<StandInRow>> OpenAsync(Guid userId, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        return (
            from delegation in db.Set<Delegation>()
            join absent in db.Set<User>() on delegation.FromUserId equals absent.Id
            join standIn in db.Set<User>() on delegation.ToUserId equals standIn.Id
            where (delegation.FromUserId == userId || delegation.ToUserId == userId) && delegation.EndedAt == null && delegation.LastDay >= today
            orderby delegation.FirstDay, delegation.DelegationId
            select new StandInRow(delegation.DelegationId, absent.Id, absent.DisplayName, standIn.DisplayName, delegation.FirstDay, delegation.LastDay, delegation.Reason)).ToListAsync(cancellationToken);
    }

    /// <summary>Ends it now; false when this person gave none with that id, or it is over.</summary>
    public async Task<bool> EndAsync(Guid delegationId, Guid fromUserId, CancellationToken cancellationToken)
    {
        var delegation = await db.Set<Delegation>().FirstOrDefaultAsync(d => d.DelegationId == delegationId && d.FromUserId == fromUserId && d.EndedAt == null, cancellationToken);
        if (delegation is null)
        {
            return false;
        }

        audit.Describe("Kết thúc làm thay");
        delegation.EndedAt = calendar.UtcNow;
        var people = await db.Set<User>().Where(user => user.Id == delegation.FromUserId || user.Id == delegation.ToUserId).ToDictionaryAsync(user => user.Id, cancellationToken);
        mails.StandInEnded(delegation, people[delegation.FromUserId], people[delegation.ToUserId]);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<(string Field, string Problem)>> CheckAsync(StandInOrder order, User from, User? to, CancellationToken cancellationToken)
    {
        var problems = new List<(string, string)>();
        if (to is null || to.Id == from.Id)
        {
            problems.Add((nameof(order.Email), words["Không có người dùng khác nào với địa chỉ này."]));
        }

        if (from.Grants.TrueForAll(grant => grant.Role == Role.Administrator))
        {
            problems.Add(("", words["Quyền quản trị không giao cho người làm thay; hãy giao vai trò cho người đó nếu cần."]));
        }

        if (order.FirstDay is null || order.FirstDay < calendar.VietnamToday)
        {
            problems.Add((nameof(order.FirstDay), words["Hãy nhập ngày bắt đầu, từ hôm nay trở đi."]));
        }

        if (order.LastDay is null || order.LastDay < order.FirstDay || order.LastDay > order.FirstDay?.AddDays(Delegation.MaxDays - 1))
        {
            problems.Add((nameof(order.LastDay), words["Hãy nhập ngày kết thúc, sau ngày bắt đầu và không quá {0} ngày.", Delegation.MaxDays]));
        }

        if (string.IsNullOrWhiteSpace(order.Reason) || order.Reason.Trim().Length > Delegation.ReasonMaxLength)
        {
            problems.Add((nameof(order.Reason), words["Hãy ghi lý do, không quá {0} chữ.", Delegation.ReasonMaxLength]));
        }

        if (problems.Count == 0 && await db.Set<Delegation>().AnyAsync(
            other => other.FromUserId == from.Id && other.ToUserId == to!.Id && other.EndedAt == null && other.FirstDay <= order.LastDay && other.LastDay >= order.FirstDay, cancellationToken))
        {
            problems.Add((nameof(order.FirstDay), words["Người này đã được giao làm thay trong khoảng ngày đó."]));
        }

        return problems;
    }
}

internal sealed record StandInRow(Guid DelegationId, Guid FromUserId, string From, string To, DateOnly FirstDay, DateOnly LastDay, string Reason);
