using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Audit;

/// <summary>
/// Seals waiting records in batches. Hashing happens outside any transaction; what is written is one short transaction that touches no row of
/// a writer: a seal, its members, and the waiting marks taken away. Two sealers cannot both win, because the seal's number is unique.
/// Takes a scope of its own: it saves whatever the context tracks.
/// </summary>
internal sealed class AuditSealer(LoaDbContext db, SealLock locks, LoaSettings settings, Calendar calendar)
{
    public const int BatchSize = 500;

    /// <summary>Before the first seal there is nothing.</summary>
    public static readonly byte[] NoHash = new byte[32];

    /// <summary>How many records were sealed; null when another sealer is at work. Throws <see cref="AuditChainException"/> when the chain was tampered with.</summary>
    public async Task<int?> SealNextAsync(CancellationToken cancellationToken = default)
    {
        await using var held = await locks.TryTakeAsync(db, cancellationToken);
        if (held is null)
        {
            return null;
        }

        var waiting = await WaitingAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(seal => seal.AuditSealId).FirstOrDefaultAsync(cancellationToken);
        await CheckHeadAsync(last, cancellationToken);
        var key = KeyFor(last);
        var members = await DigestAsync(waiting, (last?.AuditSealId ?? 0) + 1, cancellationToken);
        var seal = Seal(last, members, key);
        if (!await SaveAsync(seal, members, cancellationToken))
        {
            return null;
        }

        AuditHead.Write(settings, seal);
        return members.Count;
    }

    /// <summary>What has committed and is not sealed. A record whose transaction is still open is not visible here, and is taken when it is.</summary>
    private Task<List<AuditProcess>> WaitingAsync(CancellationToken cancellationToken) => (
        from pending in db.Set<AuditPending>().AsNoTracking()
        join process in db.Set<AuditProcess>().AsNoTracking() on pending.AuditProcessId equals process.AuditProcessId
        where !db.Set<AuditSealMember>().Any(member => member.AuditProcessId == process.AuditProcessId)
        orderby process.AuditProcessId
        select process).Take(BatchSize).ToListAsync(cancellationToken);

    private async Task CheckHeadAsync(AuditSeal? last, CancellationToken cancellationToken)
    {
        if (AuditHead.Read(settings) is not { } head || head.Fits(last))
        {
            return;
        }

        // Another server may have gone on; then the seal we noted is still there, as we noted it.
        if (!head.Fits(await db.Set<AuditSeal>().AsNoTracking().SingleOrDefaultAsync(seal => seal.AuditSealId == head.Number, cancellationToken)))
        {
            throw new AuditChainException($"The data folder remembers seal {head.Number}, which the database does not hold (any more). Run loa audit verify; if an older database was restored on purpose, delete keys/audit.head.");
        }
    }

    private AuditKey KeyFor(AuditSeal? last)
    {
        var key = AuditKey.Find(settings);
        if (last is not null && key?.Id != last.KeyId)
        {
            throw new AuditChainException($"The records were sealed with key {last.KeyId}, and keys/audit.key {(key is null ? "is missing" : "is another one")}. Restore the keys folder that belongs to this database; several servers share one.");
        }

        return key ?? AuditKey.Create(settings);
    }

    private async Task<List<AuditSealMember>> DigestAsync(List<AuditProcess> waiting, long number, CancellationToken cancellationToken)
    {
        var ids = waiting.ConvertAll(process => process.AuditProcessId);
        var changes = db.Set<AuditChange>().AsNoTracking().Where(change => ids.Contains(change.AuditProcessId))
            .OrderBy(change => change.AuditProcessId).ThenBy(change => change.AuditChangeId).AsAsyncEnumerable();
        var hashes = await AuditHashes.ComputeAsync(waiting, changes, cancellationToken);
        return [.. waiting.Select((process, index) => new AuditSealMember { AuditSealId = number, Position = index + 1, AuditProcessId = process.AuditProcessId, Hash = hashes[process.AuditProcessId] })];
    }

    private AuditSeal Seal(AuditSeal? last, List<AuditSealMember> members, AuditKey key)
    {
        var now = calendar.UtcNow;
        var seal = new AuditSeal
        {
            AuditSealId = members[0].AuditSealId,
            PreviousHash = last?.Hash ?? NoHash,
            Hash = NoHash,
            Signature = NoHash,
            KeyId = key.Id,
            ProcessCount = members.Count,
            // No finer than the columns keep, or the hash could not be computed again.
            SealedAt = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc),
        };
        seal.Hash = AuditDigest.Of(seal, members);
        seal.Signature = key.Sign(seal.Hash);
        return seal;
    }

    private async Task<bool> SaveAsync(AuditSeal seal, List<AuditSealMember> members, CancellationToken cancellationToken)
    {
        try
        {
            db.Add(seal);
            db.AddRange(members);
            db.RemoveRange(members.Select(member => new AuditPending { AuditProcessId = member.AuditProcessId }));
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another sealer was first with this number or these records; nothing of ours was written.
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Hashes of records from two streams: the records, and all their changes in order of record and number.</summary>
internal static class AuditHashes
{
    public static async Task<Dictionary<Guid, byte[]>> ComputeAsync(IReadOnlyList<AuditProcess> processes, IAsyncEnumerable<AuditChange> changes, CancellationToken cancellationToken)
    {
        var digests = processes.ToDictionary(process => process.AuditProcessId, AuditDigest.Of);
        try
        {
            await foreach (var change in changes.WithCancellation(cancellationToken))
            {
                digests[change.AuditProcessId].Add(change);
            }

            return digests.ToDictionary(pair => pair.Key, pair => pair.Value.Finish());
        }
        finally
        {
            foreach (var digest in digests.Values)
            {
                digest.Dispose();
            }
        }
    }
}
