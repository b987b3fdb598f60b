using System.IO.Compression;
using System.Text;
using Loa.Documents.Checking;
using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Writing;

/// <summary>A document as the writer wrote it, which a test may then break in one place.</summary>
internal sealed class WrittenFile
{
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    public WrittenFile(AdministrativeDocument document)
    {
        using var archive = new ZipArchive(new MemoryStream(Bytes(document)));
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            _parts[entry.FullName] = reader.ReadToEnd();
        }
    }

    public string this[string part] => _parts[part];

    public static byte[] Bytes(AdministrativeDocument document)
    {
        var stream = new MemoryStream();
        DocumentWriter.Write(document, stream);
        return stream.ToArray();
    }

    public static FormatReport Check(AdministrativeDocument document) => FormatChecker.Check(new MemoryStream(Bytes(document)));

    /// <summary>Replaces text of one part; what is not there cannot be broken.</summary>
    public WrittenFile Break(string part, string from, string to)
    {
        _parts[part].ShouldContain(from);
        var at = _parts[part].IndexOf(from, StringComparison.Ordinal);
        _parts[part] = string.Concat(_parts[part].AsSpan(0, at), to, _parts[part].AsSpan(at + from.Length));
        return this;
    }

    /// <summary>Adds to the properties that one style gives to letters ("w:rPr") or paragraphs ("w:pPr").</summary>
    public WrittenFile BreakStyle(string style, string from, string to)
    {
        var styles = _parts["word/styles.xml"];
        var start = styles.IndexOf($"w:styleId=\"{style}\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        var end = styles.IndexOf("</w:style>", start, StringComparison.Ordinal);
        var definition = styles[start..end];
        definition.ShouldContain(from);
        _parts["word/styles.xml"] = styles[..start] + definition.Replace(from, to, StringComparison.Ordinal) + styles[end..];
        return this;
    }

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    public FormatReport Check() => FormatChecker.Check(new MemoryStream(ToBytes()));
}
