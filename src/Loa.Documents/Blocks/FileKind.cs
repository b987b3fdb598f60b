using System.Text;

namespace Loa.Documents.Blocks;

internal enum FileKind
{
    Empty,
    Unknown,
    Zip,
    Pdf,
    OldWord,
    EncryptedOffice,
    Text,
}

/// <summary>What a file is by its first bytes and, for the OLE container, by the streams it names.</summary>
internal static class FileKinds
{
    public static FileKind Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return FileKind.Empty;
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
            return FileKind.Zip;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return InsideOle(bytes);
        // Readers accept a PDF whose header stands within the first 1024 bytes.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        if (bytes.StartsWith("{\\rtf"u8))
            return FileKind.OldWord;
        return LooksLikeText(bytes) && !IsMarkup(bytes) ? FileKind.Text : FileKind.Unknown;
    }

    // A web page or an XML file is text, but its words stand between marks that no plan has.
    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 256)]).Trim('\uFEFF', '?', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An old Word file says in its file information block whether it is encrypted.</summary>
    public static bool IsEncryptedOldWord(ReadOnlySpan<byte> bytes)
    {
        for (var sector = 512; sector + 12 < bytes.Length && sector < 512 * 256; sector += 512)
        {
            if (bytes[sector] == 0xEC && bytes[sector + 1] == 0xA5)
                return (bytes[sector + 11] & 1) != 0;
        }
        return false;
    }

    private static FileKind InsideOle(ReadOnlySpan<byte> bytes)
    {
        // Directory names are UTF-16 in 128-byte entries; looking for them anywhere is enough to tell the three apart.
        if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
            return FileKind.EncryptedOffice;
        return bytes.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0 ? FileKind.OldWord : FileKind.Unknown;
    }

    // A UTF-16 file is full of zeros, so it is told by its mark or by zeros on one side only.
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        if (Text.TextEncodings.HasUnicodeMark(bytes) || Text.TextEncodings.LooksLikeUtf16(bytes) != null)
            return true;
        var sample = bytes[..Math.Min(bytes.Length, 64 << 10)];
        var control = 0;
        foreach (var b in sample)
        {
            if (b == 0)
                return false;
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x0B))
                control++;
        }
        return control * 200 <= sample.Length;
    }
}
