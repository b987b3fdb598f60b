using System.Xml;

namespace Loa.Documents.Blocks.Docx;

/// <summary>Finds the parts of a DOCX: by their usual names, and through relationships where a program chose others.</summary>
internal sealed class DocxParts(ZipPackage package)
{
    private string _main = "word/document.xml";

    public Stream OpenMain()
    {
        if (!package.Has(_main))
        {
            if (package.Has("EncryptedPackage"))
                throw new DocumentException(DocumentFailure.Encrypted);
            _main = Related("_rels/.rels", "/officeDocument") ?? throw new DocumentException(DocumentFailure.UnknownFormat);
        }
        return package.Find(_main) ?? throw new DocumentException(DocumentFailure.UnknownFormat);
    }

    public Stream? OpenStyles() => Open("styles", "/styles");

    public Stream? OpenNumbering() => Open("numbering", "/numbering");

    /// <summary>A header or footer by the id of its relationship.</summary>
    public Stream? OpenById(string id)
    {
        var slash = _main.LastIndexOf('/') + 1;
        var folder = _main[..slash];
        return Related($"{folder}_rels/{_main[slash..]}.rels", reader => reader.GetAttribute("Id") == id) is { } target
            ? package.Find(target.StartsWith("word/", StringComparison.Ordinal) ? target : folder + target)
            : null;
    }

    private Stream? Open(string name, string type)
    {
        var slash = _main.LastIndexOf('/') + 1;
        var folder = _main[..slash];
        return package.Find(folder + name + ".xml")
            ?? (Related($"{folder}_rels/{_main[slash..]}.rels", type) is { } target
                ? package.Find(target.StartsWith("word/", StringComparison.Ordinal) ? target : folder + target)
                : null);
    }

    private string? Related(string relationships, string type) =>
        Related(relationships, reader => reader.GetAttribute("Type")?.EndsWith(type, StringComparison.Ordinal) == true);

    private string? Related(string relationships, Func<XmlReader, bool> wanted)
    {
        using var stream = package.Find(relationships);
        if (stream == null)
            return null;
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && wanted(reader))
                return reader.GetAttribute("Target")?.TrimStart('/');
        }
        return null;
    }
}
