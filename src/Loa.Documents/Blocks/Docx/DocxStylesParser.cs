namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads styles.xml: only what changes text, lists and table borders.</summary>
internal sealed class DocxStylesParser(WordXml xml)
{
    public Dictionary<string, DocxStyle> Styles { get; } = new(StringComparer.Ordinal);
    public DocxStyle Defaults { get; private set; } = DocxStyle.None;
    public string? DefaultParagraph { get; private set; }

    public void Parse()
    {
        if (!xml.Root("styles"))
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "docDefaults":
                    Defaults = Properties(DocxStyle.None);
                    break;
                case "style":
                    Style();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    private void Style()
    {
        var id = xml.Attribute("styleId");
        if (id == null)
        {
            xml.Skip();
            return;
        }
        if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on")
            DefaultParagraph ??= id;
        Styles[id] = Properties(new DocxStyle { Id = id });
    }

    private DocxStyle Properties(DocxStyle style)
    {
        if (xml.Reader.IsEmptyElement)
            return style;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "basedOn":
                    style = style with { BasedOn = xml.Value };
                    break;
                case "b":
                    style = style with { Bold = xml.On };
                    break;
                case "i":
                    style = style with { Italic = xml.On };
                    break;
                case "caps":
                    style = style with { Capitals = xml.On };
                    break;
                case "vanish":
                    style = style with { Hidden = xml.On };
                    break;
                case "rFonts":
                    style = style with { Font = RunProperties.Font(xml) };
                    break;
                case "jc":
                    style = style with { Justification = xml.Value };
                    break;
                case "pageBreakBefore":
                    style = style with { PageBreakBefore = xml.On };
                    break;
                case "numId":
                    style = style with { ListId = xml.Number("val") };
                    break;
                case "ilvl":
                    style = style with { ListLevel = xml.Number("val") };
                    break;
                case "tblBorders":
                    style = style with { TableBorders = AnyBorder() };
                    break;
                case "tblStylePr" or "pBdr" or "rPrChange" or "pPrChange":
                    xml.Skip();
                    break;
            }
        }
        return style;
    }

    private bool AnyBorder()
    {
        var any = false;
        if (xml.Reader.IsEmptyElement)
            return any;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
            any |= xml.Value is not (null or "nil" or "none");
        return any;
    }
}
