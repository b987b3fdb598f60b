namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads <c>w:pPr</c>.</summary>
internal static class ParagraphProperties
{
    public static void Read(DocxContext context, ParagraphDraft draft)
    {
        var xml = context.Xml;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "pStyle":
                    draft.StyleId = xml.Value;
                    draft.Style = draft.StyleId == null ? null : context.Styles.Paragraph(draft.StyleId);
                    break;
                case "jc":
                    draft.Justification = xml.Value;
                    break;
                case "pageBreakBefore":
                    draft.BreakBefore = xml.On;
                    break;
                case "numPr":
                    Numbering(xml, draft);
                    break;
                case "sectPr":
                    draft.EndsSection = !Continuous(xml);
                    break;
                case "rPr":
                    Mark(context, draft);
                    break;
                case "pPrChange":
                    xml.Skip();
                    break;
            }
        }
    }

    private static void Numbering(WordXml xml, ParagraphDraft draft)
    {
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            if (xml.Reader.LocalName == "numId")
                draft.ListId = xml.Number("val");
            else if (xml.Reader.LocalName == "ilvl")
                draft.ListLevel = xml.Number("val");
            else
                xml.Skip();
        }
    }

    private static bool Continuous(WordXml xml)
    {
        if (xml.Reader.IsEmptyElement)
            return false;
        var depth = xml.Reader.Depth;
        var continuous = false;
        while (xml.Next(depth))
        {
            if (xml.Reader.LocalName == "type")
                continuous = xml.Value is "continuous";
            else
                xml.Skip();
        }
        return continuous;
    }

    // The properties of the paragraph mark: only whether the mark itself was deleted matters.
    private static void Mark(DocxContext context, ParagraphDraft draft)
    {
        var xml = context.Xml;
        if (xml.Reader.IsEmptyElement)
            return;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            if (xml.Reader.LocalName is "del" or "moveFrom")
            {
                draft.MarkDeleted = true;
                context.Omissions.Add(SourceOmission.DeletedText);
            }
            xml.Skip();
        }
    }
}
