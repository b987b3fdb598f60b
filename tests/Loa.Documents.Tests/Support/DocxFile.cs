using System.IO.Compression;
using System.Text;
using Loa.Documents.Blocks;

namespace Loa.Documents.Tests.Support;

/// <summary>A DOCX written by hand, part by part, so that tests can make what no program would write.</summary>
internal sealed class DocxFile
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);
    private readonly string _names;

    public DocxFile(string body, string wordNamespace = Transitional)
    {
        _names = $"xmlns:w=\"{wordNamespace}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"urn:wps\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
        _parts["word/document.xml"] = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {_names}><w:body>{body}</w:body></w:document>";
    }

    public static SourceDocument Read(string body) => new DocxFile(body).Read();

    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Run(string properties, string text) => $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    public DocxFile WithStyles(string styles) => With("word/styles.xml", $"<w:styles {_names}>{styles}</w:styles>");

    public DocxFile WithNumbering(string numbering) => With("word/numbering.xml", $"<w:numbering {_names}>{numbering}</w:numbering>");

    public DocxFile With(string name, string content)
    {
        _parts[name] = content;
        return this;
    }

    public DocxFile Without(string name)
    {
        _parts.Remove(name);
        return this;
    }

    public SourceDocument Read() => SourceReader.Read(new MemoryStream(ToBytes()));

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
}
