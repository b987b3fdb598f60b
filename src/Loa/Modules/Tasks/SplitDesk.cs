using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>The agreed split of a task: reading it, proposing, agreeing, and who hears of it.</summary>
internal sealed class SplitDesk(LoaDbContext db, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string Kind = "work.split";
    private const int Attempts = 5;

    /// <summary>Null where nobody ever proposed one.</summary>
    public async Task<SplitView?> ViewAsync(Guid planTaskId, CancellationToken cancellationToken)
    {
        if (await Whole().AsNoTracking().FirstOrDefaultAsync(split => split.PlanTaskId == planTaskId, cancellationToken) is not { } split)
        {
            return null;
        }

        // Also of an older edition of the plan, where lines had no successor.
        var named = split.Versions.SelectMany(version => version.Lines.Select(line => line.AssignmentId).Append(version.ProposedByAssignmentId)).Distinct().ToList();
        var agencies = await db.Set<Assignment>().Where(work => named.Contains(work.AssignmentId))
            .Join(db.Set<Agency>(), work => work.HolderAgencyId, agency => agency.AgencyId, (work, agency) => new { work.AssignmentId, agency.Name }).ToDictionaryAsync(row => row.AssignmentId, row => row.Name, cancellationToken);
        return new SplitView(split, agencies);
    }

    /// <summary>Those who may have a line: everyone with work in the task, leads first.</summary>
    public Task<List<SplitMember>> MembersAsync(Guid planTaskId, CancellationToken cancellationToken) => (
        from work in db.Set<Assignment>().AsNoTracking()
        where work.PlanTaskId == planTaskId && work.State != AssignmentState.Withdrawn && work.Role != AssignmentRole.Monitoring
        join agency in db.Set<Agency>() on work.HolderAgencyId equals agency.AgencyId
        orderby work.Role, agency.Level, agency.SortOrder, work.AssignmentId
        select new SplitMember(work.AssignmentId, agency.AgencyId, agency.Name, work.Role)).ToListAsync(cancellationToken);

    /// <exception cref="DbUpdateConcurrencyException">Another lead was a moment earlier.</exception>
    public async Task ProposeAsync(Assignment lead, long revision, IReadOnlyList<SplitLine> lines, CancellationToken cancellationToken)
    {
        audit.Describe("Đề xuất phân công chi tiết");
        var split = await Whole().FirstOrDefaultAsync(s => s.PlanTaskId == lead.PlanTaskId, cancellationToken);
        if (split is null)
        {
            db.Add(split = new TaskSplit { TaskSplitId = Guid.CreateVersion7(), PlanTaskId = lead.PlanTaskId });
        }
        else
        {
            db.Entry(split).Property(s => s.Revision).OriginalValue = revision;
            db.Entry(split).State = EntityState.Modified;
        }

        var version = split.Propose(lead.AssignmentId, user.UserId!.Value, calendar.UtcNow, lines);
        db.Add(version);
        await TellAsync(version.Parties.Select(party => party.AssignmentId), "Có phân công chi tiết cần cơ quan bạn đồng ý", null, $"{version.SplitVersionId:N}/proposed", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>False where the version does not wait for this agency (any more).</returns>
    public Task<bool> AgreeAsync(Assignment work, int number, CancellationToken cancellationToken) => ChangeAsync(work, "Đồng ý phân công chi tiết", async (split, at) =>
    {
        var version = split.Proposed;
        if (!split.Agree(number, work.AssignmentId, user.UserId!.Value, at))
        {
            return false;
        }

        if (version!.State == SplitState.InForce)
        {
            await TellAsync(version.Parties.Select(party => party.AssignmentId).Append(version.ProposedByAssignmentId), "Phân công chi tiết đã được mọi bên đồng ý", null, $"{version.SplitVersionId:N}/in-force", cancellationToken);
        }

        return true;
    }, cancellationToken);

    /// <returns>False where the version does not wait for this agency (any more).</returns>
    public Task<bool> AnswerAsync(Assignment work, int number, string remark, CancellationToken cancellationToken) => ChangeAsync(work, "Có ý kiến về phân công chi tiết", async (split, at) =>
    {
        if (!split.Answer(number, work.AssignmentId, user.UserId!.Value, at, remark))
        {
            return false;
        }

        await TellAsync([split.Proposed!.ProposedByAssignmentId], "Có ý kiến về phân công chi tiết", remark, $"{split.Proposed.SplitVersionId:N}/{work.AssignmentId:N}/{at.Ticks:x}", cancellationToken);
        return true;
    }, cancellationToken);

    /// <returns>False where it is not proposed (any more).</returns>
    public Task<bool> DropAsync(Assignment lead, int number, CancellationToken cancellationToken) => ChangeAsync(lead, "Rút đề xuất phân công chi tiết", async (split, _) =>
    {
        var version = split.Proposed;
        if (!split.Drop(number))
        {
            return false;
        }

        await TellAsync(version!.Parties.Select(party => party.AssignmentId), "Đề xuất phân công chi tiết đã được rút", null, $"{version.SplitVersionId:N}/dropped", cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Two agencies may answer at the same moment: the second looks again at what the first has saved, for whether all agree now depends on it.</summary>
    private async Task<bool> ChangeAsync(Assignment work, string process, Func<TaskSplit, DateTime, Task<bool>> change, CancellationToken cancellationToken)
    {
        audit.Describe(process);
        for (var attempt = 1; ; attempt++)
        {
            if (await Whole().FirstOrDefaultAsync(s => s.PlanTaskId == work.PlanTaskId, cancellationToken) is not { } split || !await change(split, calendar.UtcNow))
            {
                return false;
            }

            // Parties are rows of their own; the split itself must count as changed too.
            db.Entry(split).State = EntityState.Modified;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private IQueryable<TaskSplit> Whole() => db.Set<TaskSplit>().AsSplitQuery()
        .Include(split => split.Versions).ThenInclude(version => version.Lines).Include(split => split.Versions).ThenInclude(version => version.Parties);

    private async Task TellAsync(IEnumerable<Guid> assignmentIds, string title, string? text, string what, CancellationToken cancellationToken)
    {
        var ids = assignmentIds.Distinct().ToList();
        var works = await db.Set<Assignment>().AsNoTracking().Where(work => ids.Contains(work.AssignmentId)).Select(work => new { work.AssignmentId, work.HolderAgencyId, work.PlanTaskId }).ToListAsync(cancellationToken);
        var content = works.Count == 0 ? null : await db.Set<PlanTask>().Where(task => task.PlanTaskId == works[0].PlanTaskId).Select(task => task.Content).FirstOrDefaultAsync(cancellationToken);
        foreach (var work in works)
        {
            await notifier.NotifyAgencyAsync(work.HolderAgencyId, Permissions.WorkDo, Kind, title, text ?? content, WorkLinks.Split(work.AssignmentId), $"{Kind}/{what}", cancellationToken);
        }
    }
}

/// <param name="Agencies">Of an assignment: the name of the agency that holds it now.</param>
internal sealed record SplitView(TaskSplit Split, IReadOnlyDictionary<Guid, string> Agencies)
{
    /// <summary>What the list of one version shows.</summary>
    /// <param name="own">The assignment whose lines are the reader's own; null: nobody's.</param>
    /// <param name="taskDueOn">A line after it is marked.</param>
    public SplitLines LinesOf(SplitVersion version, Guid? own, DateOnly? taskDueOn) => new([.. version.Lines.OrderBy(line => line.Ordinal)], Agencies, own, taskDueOn);
}

internal sealed record SplitLines(IReadOnlyList<SplitLine> Lines, IReadOnlyDictionary<Guid, string> Agencies, Guid? Own, DateOnly? TaskDueOn);

internal sealed record SplitMember(Guid AssignmentId, Guid AgencyId, string Name, AssignmentRole Role);
