using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>Everything people do with an assignment: the change, the entry that tells it, and who hears of it. The caller saves.</summary>
internal sealed class WorkDesk(LoaDbContext db, CarriedWork carried, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string ExtensionKind = "work.extension";
    public const string GivenKind = "work.given";
    public const string HandedOverKind = "work.handed-over";

    /// <summary>
    /// The assignment when the person has the permission on the agency that carries it; to read it, also who may issue for the body whose plan it is.
    /// Null for a stranger as for what does not exist.
    /// </summary>
    public async Task<Assignment?> FindAsync(Guid assignmentId, string permission, CancellationToken cancellationToken)
    {
        var holders = db.Set<Agency>().Within(user.Scope(permission), agency => agency.Path);
        var owners = db.Set<Agency>().Within(permission == Permissions.WorkRead ? user.Scope(Permissions.PlansIssue) : AccessScope.Nothing, agency => agency.Path);
        return await db.Set<Assignment>().FirstOrDefaultAsync(
            a => a.AssignmentId == assignmentId
                && (holders.Any(agency => agency.AgencyId == a.HolderAgencyId) || db.Set<Plan>().Any(plan => plan.PlanId == a.PlanId && owners.Any(agency => agency.AgencyId == plan.OwnerAgencyId))),
            cancellationToken);
    }

    public void Note(Assignment assignment, string text) => Write(assignment, WorkEntryKind.Note, text, "Ghi tiến độ");

    /// <summary>Products delivered; on a task of the agency's own plan they count for the work above that it carries out.</summary>
    public async Task DeliverAsync(Assignment assignment, int done, int total, string? text, CancellationToken cancellationToken)
    {
        (assignment.ProductsTotal, assignment.ProductsDone) = (total, Math.Min(done, total));
        Write(assignment, WorkEntryKind.Progress, text, "Ghi tiến độ").ProductsDone = assignment.ProductsDone;
        if (await carried.AboveAsync(assignment, cancellationToken) is { } above && await carried.AddUpAsync(above, cancellationToken))
        {
            Write(above, WorkEntryKind.Progress, "Theo kế hoạch của cơ quan.", "Ghi tiến độ").ProductsDone = above.ProductsDone;
        }
    }

    /// <summary>
    /// The whole; of a recurring task the turn that is open, after which the next one is due. A task of the agency's own plan takes the work it carries out for a
    /// plan above along, once the agency has finished everything it planned for that.
    /// </summary>
    public async Task FinishAsync(Assignment assignment, string? text, CancellationToken cancellationToken)
    {
        await FinishOneAsync(assignment, text, cancellationToken);
        if (await CarriedOutAsync(assignment, cancellationToken) is { } above)
        {
            await FinishAsync(above, "Đã xong theo kế hoạch của cơ quan.", cancellationToken);
        }
    }

    private async Task<Assignment?> CarriedOutAsync(Assignment done, CancellationToken cancellationToken)
    {
        var above = await carried.AboveAsync(done, cancellationToken);
        if (above is null || done.IsOpen)
        {
            // A turn that is over says something only about a turn above.
            return above is not null && await TurnsAsync(above, cancellationToken) is not null ? above : null;
        }

        var unfinished = await db.Set<Assignment>().AnyAsync(
            a => a.AssignmentId != done.AssignmentId && a.HolderAgencyId == done.HolderAgencyId && a.State == AssignmentState.Open
                && db.Set<PlanTask>().Any(task => task.PlanTaskId == a.PlanTaskId && task.ParentTaskId == above.PlanTaskId),
            cancellationToken);
        return unfinished ? null : above;
    }

    private async Task FinishOneAsync(Assignment assignment, string? text, CancellationToken cancellationToken)
    {
        var entry = Write(assignment, WorkEntryKind.Done, text, "Hoàn thành nhiệm vụ");
        if (await TurnsAsync(assignment, cancellationToken) is { Open: { } turn } turns)
        {
            entry.Occurrence = turn.Ordinal;
            if (turns.Next is { } next)
            {
                (assignment.DueOn, assignment.OpenTurn) = (next.DueOn, next.Ordinal);
                return;
            }
        }

        (assignment.State, assignment.DoneOn, assignment.ProductsDone) = (AssignmentState.Done, calendar.VietnamToday, assignment.ProductsTotal);
        foreach (var open in await db.Set<ExtensionRequest>().Where(request => request.AssignmentId == assignment.AssignmentId && request.State == ExtensionState.Asked).ToListAsync(cancellationToken))
        {
            open.State = ExtensionState.Withdrawn;
        }
    }

    public void Reopen(Assignment assignment, string? text)
    {
        (assignment.State, assignment.DoneOn, assignment.Reason) = (AssignmentState.Open, null, null);
        Write(assignment, WorkEntryKind.Reopened, text, "Mở lại nhiệm vụ");
    }

    public void SetAside(Assignment assignment, string reason)
    {
        (assignment.State, assignment.Reason) = (AssignmentState.NotApplicable, reason);
        Write(assignment, WorkEntryKind.NotApplicable, reason, "Đánh dấu không áp dụng");
    }

    /// <param name="to">Null: back to whoever works for the agency.</param>
    public async Task HandOverAsync(Assignment assignment, Guid? to, string? text, CancellationToken cancellationToken)
    {
        assignment.AssigneeId = to;
        var entry = Write(assignment, WorkEntryKind.HandedOver, text, "Giao người phụ trách");
        if (to is { } userId && userId != user.UserId)
        {
            await notifier.NotifyAsync([userId], HandedOverKind, "Bạn được giao phụ trách một nhiệm vụ", text, WorkLinks.Item(assignment.AssignmentId), $"{HandedOverKind}/{entry.WorkEntryId:N}", cancellationToken);
        }
    }

    /// <summary>Asks whoever set the day: one that lies behind the day of the plan above is asked for there, and when it is granted both move.</summary>
    public async Task AskExtensionAsync(Assignment assignment, DateOnly dueOn, string reason, CancellationToken cancellationToken)
    {
        if (await carried.AboveAsync(assignment, cancellationToken) is { DueOn: { } day, IsRequest: false } above && dueOn > day)
        {
            Write(assignment, WorkEntryKind.ExtensionAsked, $"{Formats.Date(dueOn)}: {reason}", "Xin gia hạn");
            assignment = above;
        }

        var request = new ExtensionRequest
        {
            ExtensionRequestId = Guid.CreateVersion7(),
            AssignmentId = assignment.AssignmentId,
            AskedById = user.UserId!.Value,
            AskedAt = calendar.UtcNow,
            DueOn = assignment.DueOn!.Value,
            AskedDueOn = dueOn,
            Reason = reason,
        };
        db.Add(request);
        Write(assignment, WorkEntryKind.ExtensionAsked, $"{Formats.Date(dueOn)}: {reason}", "Xin gia hạn");
        var owner = await db.Set<Plan>().Where(plan => plan.PlanId == assignment.PlanId).Select(plan => plan.OwnerAgencyId).SingleAsync(cancellationToken);
        await notifier.NotifyAgencyAsync(owner, Permissions.PlansIssue, ExtensionKind, "Có đề nghị gia hạn cần trả lời", reason, WorkLinks.Extensions, $"{ExtensionKind}/{request.ExtensionRequestId:N}", cancellationToken);
    }

    public async Task DecideAsync(Assignment assignment, ExtensionRequest request, bool granted, DateOnly? dueOn, string? answer, CancellationToken cancellationToken)
    {
        request.Decide(granted, dueOn, answer, user.UserId, calendar.UtcNow);
        var words = granted ? $"{Formats.Date(request.GrantedDueOn)}{(answer is null ? "" : $": {answer}")}" : answer;
        if (request.GrantedDueOn is { } day)
        {
            assignment.DueOn = day;
            foreach (var own in await carried.MoveAsync(assignment, request.DueOn, day, cancellationToken))
            {
                Write(own, WorkEntryKind.ExtensionGranted, words, "Trả lời đề nghị gia hạn");
            }
        }

        Write(assignment, granted ? WorkEntryKind.ExtensionGranted : WorkEntryKind.ExtensionRefused, words, "Trả lời đề nghị gia hạn");
        await notifier.NotifyAsync([request.AskedById], ExtensionKind, granted ? "Đề nghị gia hạn được chấp thuận" : "Đề nghị gia hạn không được chấp thuận", words,
            WorkLinks.Item(assignment.AssignmentId), $"{ExtensionKind}/{request.ExtensionRequestId:N}/answer", cancellationToken);
    }

    public WorkEntry Write(Assignment assignment, WorkEntryKind kind, string? text, string act)
    {
        audit.Describe(act);
        assignment.ChangedAt = calendar.UtcNow;
        var entry = new WorkEntry
        {
            WorkEntryId = Guid.CreateVersion7(),
            AssignmentId = assignment.AssignmentId,
            Kind = kind,
            At = assignment.ChangedAt,
            ById = user.UserId,
            Text = text is { Length: > WorkEntry.TextMaxLength } ? text[..WorkEntry.TextMaxLength] : text,
        };
        db.Add(entry);
        return entry;
    }

    /// <summary>The turn that is open and the one after it; turns are finished in their order. Null where the task does not recur, or is only followed.</summary>
    public async Task<Turns?> TurnsAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        if (assignment.OpenTurn is not { } open)
        {
            return null;
        }

        var all = await db.Set<TaskOccurrence>().AsNoTracking().Where(turn => turn.PlanTaskId == assignment.PlanTaskId).OrderBy(turn => turn.Ordinal).ToListAsync(cancellationToken);
        var done = await db.Set<WorkEntry>().Where(entry => entry.AssignmentId == assignment.AssignmentId && entry.Occurrence != null).Select(entry => entry.Occurrence!.Value).ToListAsync(cancellationToken);
        return new Turns(all, assignment.IsOpen ? all.Find(turn => turn.Ordinal == open) : null, all.Find(turn => turn.Ordinal == open + 1), done.ToHashSet());
    }
}

/// <param name="Done">Ordinals of the turns that were finished; what lies before the open one and is not among them was over before the work was given.</param>
internal sealed record Turns(IReadOnlyList<TaskOccurrence> All, TaskOccurrence? Open, TaskOccurrence? Next, IReadOnlySet<int> Done);
