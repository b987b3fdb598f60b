using System.Buffers.Binary;
using System.Text;

namespace Loa.Platform.Files;

/// <summary>Word, Excel or PowerPoint of before 2007 among the compound files: told by the names of the streams. An installer is a compound file too, with other names.</summary>
internal static class OldOffice
{
    private const int EntryLength = 128;
    private const int InHeader = 109;
    private const int SectorsMost = 256;
    private const uint LastSector = 0xFFFFFFFA;

    public static ContentKind? Tell(Stream content)
    {
        var header = new byte[512];
        content.Position = 0;
        if (content.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            return null;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x1E));
        if (shift is not (9 or 12))
            return null;
        var size = 1 << shift;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(0x30));
        var bytes = new byte[size];
        for (var seen = 0; seen < SectorsMost && sector < LastSector && TryRead(content, sector, bytes); seen++)
        {
            for (var at = 0; at < size; at += EntryLength)
            {
                if (Kind(bytes.AsSpan(at, EntryLength)) is { } kind)
                    return kind;
            }

            sector = Next(content, header, sector, bytes);
        }

        return null;
    }

    private static ContentKind? Kind(ReadOnlySpan<byte> entry)
    {
        var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[0x40..]);
        return length is < 4 or > 64 ? null : Encoding.Unicode.GetString(entry[..(length - 2)]) switch
        {
            "WordDocument" => ContentKind.Doc,
            "Workbook" or "Book" => ContentKind.Xls,
            "PowerPoint Document" => ContentKind.Ppt,
            _ => null,
        };
    }

    /// <summary>The sector after this one, from the table of sectors whose first parts the header names.</summary>
    private static uint Next(Stream content, byte[] header, uint sector, byte[] bytes)
    {
        var perTable = (uint)bytes.Length / 4;
        var table = sector / perTable;
        if (table >= InHeader || !TryRead(content, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(0x4C + (int)(table * 4))), bytes))
            return LastSector;
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan((int)(sector % perTable * 4)));
    }

    private static bool TryRead(Stream content, uint sector, byte[] bytes)
    {
        var offset = (sector + 1L) * bytes.Length;
        if (offset >= content.Length)
            return false;
        content.Position = offset;
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        bytes.AsSpan(read).Clear();
        return read >= EntryLength;
    }
}
