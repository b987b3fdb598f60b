using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Loa.Documents.Blocks.Docx;

/// <summary>
/// The few parts of a ZIP archive that a document needs. Written for hostile input: nothing is allocated by what the
/// archive claims, only by what is really read, and a whole directory is never materialised.
/// </summary>
internal sealed class ZipPackage
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ReadBudget _budget;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private ZipPackage(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        _bytes = bytes;
        _budget = budget;
    }

    private readonly record struct Entry(long Offset, long Compressed, int Method, bool Encrypted);

    public static ZipPackage Open(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        var package = new ZipPackage(bytes, budget);
        package.ReadDirectory();
        return package;
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>A stream over the uncompressed part; null when the archive has none of that name.</summary>
    public Stream? Find(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            return null;
        if (entry.Encrypted)
            throw new DocumentException(DocumentFailure.Encrypted);
        var data = Data(entry);
        return entry.Method switch
        {
            0 => new BoundedStream(new MemoryBytes(data), data.Length, _budget),
            8 => new BoundedStream(new DeflateStream(new MemoryBytes(data), CompressionMode.Decompress), data.Length, _budget),
            _ => throw new InvalidDataException("Unknown compression method."),
        };
    }

    private ReadOnlyMemory<byte> Data(Entry entry)
    {
        var all = _bytes.Span;
        if (entry.Offset + 30 > all.Length || BinaryPrimitives.ReadUInt32LittleEndian(all[(int)entry.Offset..]) != 0x04034B50)
            throw new InvalidDataException("Local header is missing.");
        var header = all.Slice((int)entry.Offset, 30);
        var start = entry.Offset + 30 + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (start + entry.Compressed > all.Length)
            throw new InvalidDataException("Part is cut off.");
        return _bytes.Slice((int)start, (int)entry.Compressed);
    }

    private void ReadDirectory()
    {
        var all = _bytes.Span;
        var end = FindEnd(all);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(all[(end + 10)..]);
        // A document never needs the 64-bit directory: 65,535 entries mean it is used.
        if (count > _budget.Limits.ArchiveEntries)
            throw new DocumentException(DocumentFailure.TooLarge);
        long at = BinaryPrimitives.ReadUInt32LittleEndian(all[(end + 16)..]);
        for (var i = 0; i < count; i++)
        {
            if (at + EntryLength > all.Length || BinaryPrimitives.ReadUInt32LittleEndian(all[(int)at..]) != 0x02014B50)
                throw new InvalidDataException("Directory is damaged.");
            at = ReadEntry(all, (int)at);
        }
    }

    private long ReadEntry(ReadOnlySpan<byte> all, int at)
    {
        var header = all.Slice(at, EntryLength);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var next = (long)at + EntryLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        if (at + EntryLength + nameLength > all.Length)
            throw new InvalidDataException("Directory is damaged.");
        var name = Encoding.UTF8.GetString(all.Slice(at + EntryLength, nameLength)).Replace('\\', '/').TrimStart('/');
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        // Two parts of one name: programs disagree on which is meant, so the first one wins as in most of them.
        _entries.TryAdd(name, new Entry(
            BinaryPrimitives.ReadUInt32LittleEndian(header[42..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
            BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            (flags & 1) != 0));
        return next;
    }

    private static int FindEnd(ReadOnlySpan<byte> all)
    {
        // The end record is followed by a comment of at most 65,535 bytes.
        var from = Math.Max(0, all.Length - EndLength - ushort.MaxValue);
        var found = all[from..].LastIndexOf("PK\x05\x06"u8);
        if (found < 0 || from + found + EndLength > all.Length)
            throw new InvalidDataException("Archive is cut off.");
        return from + found;
    }
}
