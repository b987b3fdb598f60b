using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Loa.Platform.Audit;

/// <summary>
/// The canonical bytes of a record, hashed as they come: every field with its length or a mark for "none", changes in the order of their
/// numbers, their count last. Nothing depends on the provider, the culture or the layout of a table.
/// </summary>
internal sealed class AuditDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int changes;

    private AuditDigest()
    {
    }

    public static AuditDigest Of(AuditProcess process)
    {
        var digest = new AuditDigest();
        digest.Add("loa.audit.record/1");
        digest.Add(process.AuditProcessId);
        digest.Add(process.Name);
        digest.Add(process.ActorId);
        digest.Add(process.OnBehalfOfId);
        digest.Add(process.At);
        digest.Add(process.Reason);
        digest.Add(process.RequestId);
        return digest;
    }

    public void Add(AuditChange change)
    {
        Add(change.AuditChangeId);
        Add(change.SubjectType);
        Add(change.SubjectId);
        Add(change.EntityType);
        Add(change.EntityKey);
        Add((long)change.Action);
        Add(change.Before);
        Add(change.After);
        changes++;
    }

    public byte[] Finish()
    {
        Add((long)changes);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of a batch: its header, the hash of the batch before it, and its members in their order.</summary>
    public static byte[] Of(AuditSeal seal, IEnumerable<AuditSealMember> members)
    {
        using var digest = new AuditDigest();
        digest.Add("loa.audit.seal/1");
        digest.Add(seal.AuditSealId);
        digest.Add(seal.PreviousHash);
        digest.Add(seal.KeyId);
        digest.Add((long)seal.ProcessCount);
        digest.Add(seal.SealedAt);
        foreach (var member in members)
        {
            digest.Add((long)member.Position);
            digest.Add(member.AuditProcessId);
            digest.Add(member.Hash);
        }

        return digest.hash.GetHashAndReset();
    }

    public void Dispose() => hash.Dispose();

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1L);
            return;
        }

        Add(Encoding.UTF8.GetBytes(text));
    }

    private void Add(byte[] bytes)
    {
        Add(bytes.LongLength);
        hash.AppendData(bytes);
    }

    private void Add(Guid? id) => Add(id is { } value ? value.ToByteArray(bigEndian: true) : []);

    /// <summary>Microseconds: what both databases keep.</summary>
    private void Add(DateTime at) => Add(at.Ticks / TimeSpan.TicksPerMicrosecond);

    private void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
