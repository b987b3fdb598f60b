using System.IO.Compression;
using System.Text;

namespace Loa.Benchmarks.Fuzz;

/// <summary>Damages a file in the ways that transport, bad programs and attackers do. The same seed gives the same file.</summary>
internal sealed class FileMutator(byte[] original)
{
    private static readonly string[] Parts = ["word/document.xml", "word/document.xml", "word/document.xml", "word/numbering.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"];

    // Pieces that mean something to a reader of WordprocessingML, set down where they do not belong.
    private static readonly string[] Pieces =
    [
        "<w:tbl>", "</w:tbl>", "<w:tc>", "</w:tc>", "<w:tr/>", "<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:t>", "<w:t/>", "<w:tbl/>", "<w:tc/>",
        "<w:tcPr><w:gridSpan w:val=\"-5\"/></w:tcPr>", "<w:tcPr><w:gridSpan w:val=\"999999999999\"/><w:vMerge/></w:tcPr>", "<w:tcPr><w:hMerge/></w:tcPr>",
        "<w:trPr><w:gridBefore w:val=\"70\"/><w:del/></w:trPr>", "<w:numPr><w:ilvl w:val=\"-1\"/><w:numId w:val=\"1\"/></w:numPr>", "<w:numPr><w:ilvl w:val=\"2147483647\"/></w:numPr>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:instrText>TOC \\o</w:instrText>",
        "<w:br w:type=\"page\"/>", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", "<w:del>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", "<w:sym w:char=\"ZZ\"/>",
        "<w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr>", "<w:rPr><w:rFonts w:hAnsi=\"VNI-Times\"/></w:rPr>", "&#1;", "&#xD800;", "&amp;", "&x;", "<![CDATA[", "<!--", "<?x?>", "\u0301\u0301", "\u200B", "*", "**", "<i>",
        "<w:pPr><w:pStyle w:val=\"a\"/></w:pPr>", "<w:lvl w:ilvl=\"99\"><w:lvlText w:val=\"%9%1%\"/></w:lvl>", "<w:start w:val=\"-2147483648\"/>", "<w:basedOn w:val=\"TableGrid\"/>",
    ];

    public byte[] Mutate(int seed)
    {
        var random = new Random(seed);
        if (original.AsSpan().StartsWith("PK"u8) && random.Next(10) < 7 && MutatePart(random) is { } rebuilt)
            return rebuilt;
        var bytes = (byte[])original.Clone();
        return Damage(bytes, random, pieces: false);
    }

    private byte[]? MutatePart(Random random)
    {
        using var source = new ZipArchive(new MemoryStream(original), ZipArchiveMode.Read);
        var chosen = Parts[random.Next(Parts.Length)];
        if (source.GetEntry(chosen) == null)
            return null;
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.Where(e => Parts.Contains(e.FullName)))
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                    part.CopyTo(content);
                var bytes = entry.FullName == chosen ? Damage(content.ToArray(), random, pieces: true) : content.ToArray();
                using var written = archive.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(bytes);
            }
        }
        return target.ToArray();
    }

    private static byte[] Damage(byte[] bytes, Random random, bool pieces)
    {
        for (var times = random.Next(1, 6); times > 0 && bytes.Length > 8; times--)
        {
            var at = random.Next(bytes.Length);
            var length = Math.Min(random.Next(1, 1 << random.Next(1, 12)), bytes.Length - at);
            bytes = random.Next(pieces ? 10 : 6) switch
            {
                0 => Flip(bytes, random),
                1 => [.. bytes[..at], .. bytes[(at + length)..]],
                2 => [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]],
                3 => random.Next(4) == 0 ? bytes[..at] : Flip(bytes, random),
                4 => Overwrite(bytes, at, length, (byte)random.Next(256)),
                5 => [.. bytes[at..], .. bytes[..at]],
                _ => Insert(bytes, random),
            };
        }
        return bytes;
    }

    private static byte[] Flip(byte[] bytes, Random random)
    {
        for (var times = random.Next(1, 8); times > 0; times--)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static byte[] Overwrite(byte[] bytes, int at, int length, byte value)
    {
        bytes.AsSpan(at, length).Fill(value);
        return bytes;
    }

    // Behind the end of a tag, so that many of the results are still well formed.
    private static byte[] Insert(byte[] bytes, Random random)
    {
        var from = random.Next(bytes.Length);
        var tag = bytes.AsSpan(from).IndexOf((byte)'>');
        var at = tag < 0 ? from : from + tag + 1;
        return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. bytes[at..]];
    }
}
