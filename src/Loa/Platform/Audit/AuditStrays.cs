using System.Runtime.CompilerServices;
using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Audit;

/// <summary>What stands outside the chain though nothing may: each found by one statement, so that writers and the sealer may go on meanwhile.</summary>
internal sealed class AuditStrays(LoaDbContext db)
{
    private IQueryable<AuditProcess> Processes => db.Set<AuditProcess>().AsNoTracking();

    private IQueryable<AuditPending> Pending => db.Set<AuditPending>().AsNoTracking();

    private IQueryable<AuditSealMember> Members => db.Set<AuditSealMember>().AsNoTracking();

    /// <summary>Records that wait for their seal as they should.</summary>
    public Task<long> TailAsync(CancellationToken cancellationToken) => (
        from pending in Pending
        where Processes.Any(process => process.AuditProcessId == pending.AuditProcessId) && !Members.Any(member => member.AuditProcessId == pending.AuditProcessId)
        select pending).LongCountAsync(cancellationToken);

    public async IAsyncEnumerable<AuditFault> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var surplus = Processes.Where(process => !Members.Any(member => member.AuditProcessId == process.AuditProcessId) && !Pending.Any(pending => pending.AuditProcessId == process.AuditProcessId))
            .Select(process => process.AuditProcessId);
        await foreach (var id in surplus.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new AuditFault(AuditFaultKind.RecordSurplus, $"record {id} is neither sealed nor waiting for its seal: it did not come from the program, or its mark was removed", Process: id);
        }

        var again = Pending.Where(pending => Members.Any(member => member.AuditProcessId == pending.AuditProcessId)).Select(pending => pending.AuditProcessId);
        await foreach (var id in again.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new AuditFault(AuditFaultKind.RecordSurplus, $"record {id} is sealed and yet marked as waiting", Process: id);
        }

        var gone = Pending.Where(pending => !Processes.Any(process => process.AuditProcessId == pending.AuditProcessId)).Select(pending => pending.AuditProcessId);
        await foreach (var id in gone.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new AuditFault(AuditFaultKind.RecordMissing, $"record {id} was waiting for its seal and is missing", Process: id);
        }

        var changes = db.Set<AuditChange>().AsNoTracking().Where(change => !Processes.Any(process => process.AuditProcessId == change.AuditProcessId)).Select(change => new { change.AuditChangeId, change.AuditProcessId });
        await foreach (var change in changes.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new AuditFault(AuditFaultKind.ChangeSurplus, $"change {change.AuditChangeId} belongs to record {change.AuditProcessId}, which is missing", Process: change.AuditProcessId);
        }

        var members = Members.Where(member => !db.Set<AuditSeal>().Any(seal => seal.AuditSealId == member.AuditSealId)).Select(member => new { member.AuditSealId, member.AuditProcessId });
        await foreach (var member in members.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new AuditFault(AuditFaultKind.SealMissing, $"record {member.AuditProcessId} belongs to batch {member.AuditSealId}, which is missing", member.AuditSealId, member.AuditProcessId);
        }
    }
}
