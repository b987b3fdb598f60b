using Loa.Documents.Blocks;
using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Checking.Layout;

/// <summary>Reads a DOCX for how it looks, in one pass over the main part.</summary>
internal sealed class LayoutReader
{
    private readonly DocxParts _parts;
    private readonly LookStyles _styles;
    private readonly ReadBudget _budget;
    private readonly List<LaidSection> _sections = [];

    private LayoutReader(DocxParts parts, LookStyles styles, ReadBudget budget)
    {
        _parts = parts;
        _styles = styles;
        _budget = budget;
    }

    public static LaidDocument Read(ReadOnlyMemory<byte> bytes, ReadBudget budget)
    {
        var parts = new DocxParts(ZipPackage.Open(bytes, budget));
        using var xml = new WordXml(parts.OpenMain(), budget.Limits);
        if (!xml.Root("document"))
            throw new DocumentException(DocumentFailure.NotDocx);
        var reader = new LayoutReader(parts, LookStyles.Read(parts.OpenStyles(), budget.Limits), budget);
        var blocks = new LaidBlocks(xml, parts, reader._styles, budget) { Section = reader.Section };
        blocks.ReadAll();
        if (reader._sections.Count == 0)
            reader._sections.Add(new LaidSection());
        return new LaidDocument { Paragraphs = blocks.Paragraphs, Sections = reader._sections };
    }

    private void Section(WordXml xml)
    {
        var previous = _sections.Count == 0 ? null : _sections[^1];

        // Headers and footers go on from section to section until one brings its own.
        var section = new LaidSection { Header = previous?.Header, FirstHeader = previous?.FirstHeader, Footer = previous?.Footer };
        if (xml.Reader.IsEmptyElement)
        {
            _sections.Add(section);
            return;
        }

        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            section = xml.Reader.LocalName switch
            {
                "pgSz" => section with { Width = Distance(xml, "w"), Height = Distance(xml, "h") },
                "pgMar" => section with { Top = Distance(xml, "top"), Bottom = Distance(xml, "bottom"), Left = Distance(xml, "left") + Distance(xml, "gutter"), Right = Distance(xml, "right") },
                "titlePg" => section with { TitlePage = xml.On },
                "pgNumType" => section with { FirstNumber = xml.Number("start") },
                "type" => section with { Continuous = xml.Value is "continuous" },
                "headerReference" => Furniture(xml, section, header: true),
                "footerReference" => Furniture(xml, section, header: false),
                _ => section,
            };
            xml.Skip();
        }

        _sections.Add(section);
    }

    /// <summary>Kept within what a page can have, so that sums of them stay numbers.</summary>
    private static int Distance(WordXml xml, string name) => Math.Clamp(Math.Abs((long)(xml.Number(name) ?? 0)), 0, 100_000) is var distance ? (int)distance : 0;

    private LaidSection Furniture(WordXml xml, LaidSection section, bool header)
    {
        var id = xml.Reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? xml.Reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
        if (id is null)
            return section;
        return (xml.Attribute("type"), header) switch
        {
            ("first", true) => section with { FirstHeader = Part(id, "hdr") },
            ("even", _) or ("first", false) => section,
            (_, true) => section with { Header = Part(id, "hdr") },
            (_, false) => section with { Footer = Part(id, "ftr") },
        };
    }

    private List<LaidParagraph>? Part(string id, string root)
    {
        if (_parts.OpenById(id) is not { } stream)
            return null;
        using var xml = new WordXml(stream, _budget.Limits);
        if (!xml.Root(root))
            return null;
        var blocks = new LaidBlocks(xml, _parts, _styles, _budget);
        blocks.ReadAll();
        return blocks.Paragraphs;
    }
}
