using System.Buffers.Binary;
using System.Text;

namespace Loa.Platform.Files;

/// <summary>A document of Office among the zip files: told by the names in the directory at the end; nothing is unpacked.</summary>
internal static class OfficeZip
{
    private const int EndLength = 22;
    private const int EndSearch = EndLength + 65_536;
    private const int EntryLength = 46;
    private const int DirectoryMost = 4 << 20;

    public static ContentKind? Tell(Stream content)
    {
        var names = Names(content);
        if (!names.Contains("[Content_Types].xml") || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return null;
        return names.Contains("word/document.xml") ? ContentKind.Docx : names.Contains("xl/workbook.xml") ? ContentKind.Xlsx : names.Contains("ppt/presentation.xml") ? ContentKind.Pptx : null;
    }

    private static HashSet<string> Names(Stream content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tail = Read(content, Math.Max(0, content.Length - EndSearch), (int)Math.Min(content.Length, EndSearch));
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength)
            return names;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (size > DirectoryMost || offset + (long)size > content.Length)
            return names;
        var directory = Read(content, offset, (int)size);
        for (var at = 0; directory.Length - at >= EntryLength && directory.AsSpan(at).StartsWith("PK\u0001\u0002"u8);)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 28));
            if (directory.Length - at - EntryLength < length)
                break;
            names.Add(Encoding.UTF8.GetString(directory, at + EntryLength, length));
            at += EntryLength + length + BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 30)) + BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 32));
        }

        return names;
    }

    private static byte[] Read(Stream content, long offset, int length)
    {
        var bytes = new byte[length];
        content.Position = offset;
        var read = content.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return read == length ? bytes : bytes[..read];
    }
}
