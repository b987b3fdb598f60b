using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Tasks;

/// <summary>
/// Open work and open difficulties pass to the successor of an agency that ends, and return when the reorganisation is taken back. Each piece of work tells it in an entry of
/// the program's own; the end of a level can move thousands, so they are written in bulk, and their record is that of the reorganisation.
/// </summary>
internal sealed class WorkFollower(LoaDbContext db, Calendar calendar) : IAgencyChangeFollower
{
    public async Task FollowAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault() is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        var open = db.Set<Assignment>().Where(a => ended.Contains(a.HolderAgencyId) && a.State == AssignmentState.Open);
        var moved = await open.Select(a => new { a.AssignmentId, a.HolderAgencyId }).ToListAsync(cancellationToken);
        await TellAsync([.. moved.Select(work => (work.AssignmentId, work.HolderAgencyId, successor))], change.Document, cancellationToken);
        await open.ExecuteUpdateAsync(set => set.SetProperty(a => a.HolderAgencyId, successor).SetProperty(a => a.AssigneeId, (Guid?)null).SetProperty(a => a.Revision, a => a.Revision + 1), cancellationToken);
        await db.Set<Difficulty>().Where(d => ended.Contains(d.WithAgencyId) && d.State == DifficultyState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.WithAgencyId, successor).SetProperty(d => d.Revision, d => d.Revision + 1), cancellationToken);
    }

    /// <summary>Only what was given to the agency itself returns: what it had taken over before is its successor's to sort out.</summary>
    public async Task TakeBackAsync(AgencyChange change, CancellationToken cancellationToken)
    {
        if (change.Of(AgencyPartRole.Successor).Select(id => (Guid?)id).FirstOrDefault() is not { } successor)
        {
            return;
        }

        var ended = change.Of(AgencyPartRole.Predecessor).Where(id => id != successor).ToList();
        var passed = db.Set<Assignment>().Where(a => ended.Contains(a.AgencyId) && a.HolderAgencyId == successor);
        var moved = await passed.Select(a => new { a.AssignmentId, a.AgencyId }).ToListAsync(cancellationToken);
        await TellAsync([.. moved.Select(work => (work.AssignmentId, successor, work.AgencyId))], $"hủy {change.Document}", cancellationToken);
        await passed.ExecuteUpdateAsync(set => set.SetProperty(a => a.HolderAgencyId, a => a.AgencyId).SetProperty(a => a.Revision, a => a.Revision + 1), cancellationToken);
    }

    private async Task TellAsync(IReadOnlyList<(Guid AssignmentId, Guid From, Guid To)> moved, string document, CancellationToken cancellationToken)
    {
        var ids = moved.SelectMany(work => new[] { work.From, work.To }).Distinct().ToList();
        var names = await db.Set<Agency>().Where(agency => ids.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        var now = calendar.UtcNow;
        await db.InsertRowsAsync([.. moved.Select(work => new WorkEntry
        {
            WorkEntryId = Guid.CreateVersion7(),
            AssignmentId = work.AssignmentId,
            Kind = WorkEntryKind.PassedOn,
            At = now,
            Text = $"{names[work.From]} → {names[work.To]} ({document})",
        })], cancellationToken);
    }
}
