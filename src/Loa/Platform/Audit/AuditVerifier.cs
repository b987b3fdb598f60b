using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Audit;

internal enum AuditFaultKind
{
    RecordChanged = 1,
    RecordMissing = 2,
    RecordSurplus = 3,
    ChangeSurplus = 4,
    SealChanged = 5,
    SealMissing = 6,
    LinkBroken = 7,
    SignatureWrong = 8,
    KeyMissing = 9,
    Unreadable = 10,
}

/// <summary>One thing that is not as it was sealed, named so that someone can look.</summary>
internal sealed record AuditFault(AuditFaultKind Kind, string Text, long? Seal = null, Guid? Process = null);

/// <param name="Tail">Records that wait for their seal: not yet protected.</param>
internal sealed record AuditVerdict(long Seals, long Records, long Changes, long Tail, long Faults)
{
    public bool IsIntact => Faults == 0;
}

/// <summary>Walks every seal from the first, holding one batch at a time, and tells each fault as it is found.</summary>
internal sealed class AuditVerifier(LoaDbContext db, LoaSettings settings)
{
    private const int SealsAtOnce = 100;
    private readonly HashSet<string> keysMissed = new(StringComparer.Ordinal);
    private Action<AuditFault> tell = _ => { };
    private long faults;
    private long changes;

    public async Task<AuditVerdict> VerifyAsync(Action<AuditFault> report, CancellationToken cancellationToken = default)
    {
        (tell, faults, changes) = (report, 0, 0);
        keysMissed.Clear();
        // Read first: sealing may go on while we walk, so the database may be ahead of it, never behind.
        var head = AuditHead.Read(settings);
        var key = AuditKey.Find(settings);
        var (seals, records, previous) = (0L, 0L, default(AuditSeal));
        while (await NextAsync(previous, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var seal in page)
            {
                CheckLink(seal, previous);
                records += await CheckBatchAsync(seal, key, cancellationToken);
                head = CheckHead(seal, head);
                previous = seal;
                seals++;
            }
        }

        if (head is not null)
        {
            Fault(AuditFaultKind.SealMissing, $"batch {head.Number}, noted in keys/audit.head, is missing: the end of the chain was cut off", head.Number);
        }

        await CheckStrayAsync(cancellationToken);
        return new AuditVerdict(seals, records, changes, await new AuditStrays(db).TailAsync(cancellationToken), faults);
    }

    private Task<List<AuditSeal>> NextAsync(AuditSeal? previous, CancellationToken cancellationToken)
    {
        var after = previous?.AuditSealId ?? long.MinValue;
        return db.Set<AuditSeal>().AsNoTracking().Where(seal => seal.AuditSealId > after).OrderBy(seal => seal.AuditSealId).Take(SealsAtOnce).ToListAsync(cancellationToken);
    }

    private void CheckLink(AuditSeal seal, AuditSeal? previous)
    {
        var expected = (previous?.AuditSealId ?? 0) + 1;
        if (seal.AuditSealId != expected)
        {
            Fault(AuditFaultKind.SealMissing, $"batches {expected} to {seal.AuditSealId - 1} are missing", expected);
        }

        if (!seal.PreviousHash.AsSpan().SequenceEqual(previous?.Hash ?? AuditSealer.NoHash))
        {
            Fault(AuditFaultKind.LinkBroken, $"batch {seal.AuditSealId} does not continue the batch before it", seal.AuditSealId);
        }
    }

    /// <summary>Null once the noted seal was met; the chain may have gone on behind it.</summary>
    private AuditHead? CheckHead(AuditSeal seal, AuditHead? head)
    {
        if (head is null || seal.AuditSealId != head.Number)
        {
            return head;
        }

        if (!head.Fits(seal))
        {
            Fault(AuditFaultKind.SealChanged, $"batch {head.Number} is not the one noted in keys/audit.head", head.Number);
        }

        return null;
    }

    private async Task<int> CheckBatchAsync(AuditSeal seal, AuditKey? key, CancellationToken cancellationToken)
    {
        try
        {
            var members = await db.Set<AuditSealMember>().AsNoTracking().Where(member => member.AuditSealId == seal.AuditSealId).OrderBy(member => member.Position).ToListAsync(cancellationToken);
            CheckSeal(seal, members, key);
            await CheckMembersAsync(seal, members, cancellationToken);
            return members.Count;
        }
        catch (Exception problem) when (problem is FormatException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            Fault(AuditFaultKind.Unreadable, $"batch {seal.AuditSealId} or one of its records holds a value that cannot be read: {problem.Message}", seal.AuditSealId);
            return 0;
        }
    }

    private void CheckSeal(AuditSeal seal, List<AuditSealMember> members, AuditKey? key)
    {
        if (seal.ProcessCount != members.Count || !AuditDigest.Of(seal, members).AsSpan().SequenceEqual(seal.Hash))
        {
            Fault(AuditFaultKind.SealChanged, $"batch {seal.AuditSealId} or its list of records was changed", seal.AuditSealId);
        }

        if (key is null || key.Id != seal.KeyId)
        {
            if (keysMissed.Add(seal.KeyId))
            {
                Fault(AuditFaultKind.KeyMissing, $"key {seal.KeyId} is not in keys/audit.key: signatures from batch {seal.AuditSealId} on cannot be checked", seal.AuditSealId);
            }
        }
        else if (!key.Verify(seal.Hash, seal.Signature))
        {
            Fault(AuditFaultKind.SignatureWrong, $"batch {seal.AuditSealId} was not signed with our key", seal.AuditSealId);
        }
    }

    private async Task CheckMembersAsync(AuditSeal seal, List<AuditSealMember> members, CancellationToken cancellationToken)
    {
        var listed = db.Set<AuditSealMember>().AsNoTracking().Where(member => member.AuditSealId == seal.AuditSealId);
        var processes = await (from member in listed
                               join process in db.Set<AuditProcess>().AsNoTracking() on member.AuditProcessId equals process.AuditProcessId
                               orderby member.Position
                               select process).Take(AuditSealer.BatchSize * 2).ToListAsync(cancellationToken);
        var rows = from member in listed
                   join process in db.Set<AuditProcess>().AsNoTracking() on member.AuditProcessId equals process.AuditProcessId
                   join change in db.Set<AuditChange>().AsNoTracking() on member.AuditProcessId equals change.AuditProcessId
                   orderby member.Position, change.AuditChangeId
                   select change;
        var hashes = await AuditHashes.ComputeAsync(processes, CountedAsync(rows), cancellationToken);
        foreach (var member in members)
        {
            if (!hashes.TryGetValue(member.AuditProcessId, out var hash))
            {
                Fault(AuditFaultKind.RecordMissing, $"record {member.AuditProcessId} of batch {seal.AuditSealId} is missing", seal.AuditSealId, member.AuditProcessId);
            }
            else if (!hash.AsSpan().SequenceEqual(member.Hash))
            {
                Fault(AuditFaultKind.RecordChanged, $"record {member.AuditProcessId} of batch {seal.AuditSealId} or one of its changes was changed, removed or added", seal.AuditSealId, member.AuditProcessId);
            }
        }
    }

    private async IAsyncEnumerable<AuditChange> CountedAsync(IQueryable<AuditChange> rows)
    {
        await foreach (var change in rows.AsAsyncEnumerable())
        {
            changes++;
            yield return change;
        }
    }

    private async Task CheckStrayAsync(CancellationToken cancellationToken)
    {
        await foreach (var fault in new AuditStrays(db).FindAsync(cancellationToken))
        {
            faults++;
            tell(fault);
        }
    }

    private void Fault(AuditFaultKind kind, string text, long? seal = null, Guid? process = null)
    {
        faults++;
        tell(new AuditFault(kind, text, seal, process));
    }
}
