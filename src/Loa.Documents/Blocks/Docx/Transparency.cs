using System.Xml;

namespace Loa.Documents.Blocks.Docx;

/// <summary>
/// The wrappers that may stand anywhere: alternate content is read once, content controls are read unless they show their
/// placeholder, and what was deleted with tracked changes is left out.
/// </summary>
internal sealed class Transparency(WordXml xml)
{
    private readonly Dictionary<int, bool> _choiceTaken = [];
    private int _placeholderDepth = -1;

    /// <summary>Handles the current element when it is a wrapper or something never shown; false when it is content.</summary>
    public bool Handle(DocxContext context)
    {
        var reader = xml.Reader;
        if (!xml.IsWord)
        {
            if (reader.NamespaceURI == "http://schemas.openxmlformats.org/markup-compatibility/2006")
                AlternateContent(reader);
            return true;
        }
        switch (reader.LocalName)
        {
            case "del" or "moveFrom":
                context.Omissions.Add(SourceOmission.DeletedText);
                xml.Skip();
                return true;
            case "sdtPr":
                Placeholder(reader);
                return true;
            case "sdtContent":
                if (_placeholderDepth == reader.Depth)
                    xml.Skip();
                _placeholderDepth = -1;
                return true;
            case "altChunk":
                context.Omissions.Add(SourceOmission.EmbeddedFile);
                return true;
            case "sdtEndPr" or "customXmlPr" or "smartTagPr" or "rt" or "rubyPr" or "fldData"
                or "pPrChange" or "rPrChange" or "tblPrChange" or "trPrChange" or "tcPrChange" or "sectPrChange" or "tblGridChange" or "tblPrExChange" or "numberingChange":
                xml.Skip();
                return true;
            default:
                return false;
        }
    }

    private void AlternateContent(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "AlternateContent":
                _choiceTaken[reader.Depth + 1] = false;
                break;
            case "Choice" or "Fallback":
                if (_choiceTaken.GetValueOrDefault(reader.Depth))
                    xml.Skip();
                else
                    _choiceTaken[reader.Depth] = true;
                break;
        }
    }

    // A control that shows "Click here to enter text", or a table of contents, which repeats the headings.
    private void Placeholder(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (xml.Next(depth))
        {
            if (reader.LocalName == "showingPlcHdr" || (reader.LocalName == "docPartGallery" && xml.Value == "Table of Contents"))
                _placeholderDepth = depth;
        }
    }
}
