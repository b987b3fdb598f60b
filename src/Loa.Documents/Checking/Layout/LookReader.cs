using Loa.Documents.Blocks.Docx;

namespace Loa.Documents.Checking.Layout;

/// <summary>Reads <c>w:rPr</c> and <c>w:pPr</c> as far as the decree speaks of them.</summary>
internal static class LookReader
{
    /// <summary>The letters' look, and the character style it names.</summary>
    public static (LetterLook Look, string? Style) Letters(WordXml xml)
    {
        var look = LetterLook.None;
        string? style = null;
        if (xml.Reader.IsEmptyElement)
            return (look, style);
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "rStyle":
                    style = xml.Value;
                    break;
                case "rFonts":
                    look = look with { Font = RunProperties.Font(xml) ?? look.Font };
                    break;
                case "sz":
                    look = look with { HalfPoints = xml.Number("val") ?? look.HalfPoints };
                    break;
                case "b":
                    look = look with { Bold = xml.On };
                    break;
                case "i":
                    look = look with { Italic = xml.On };
                    break;
                case "caps":
                    look = look with { Capitals = xml.On };
                    break;
                case "vanish":
                    look = look with { Hidden = xml.On };
                    break;
                case "color":
                    look = look with { Colour = xml.Value ?? look.Colour };
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return (look, style);
    }

    /// <summary>The paragraph's look; elements it does not know go to <paramref name="other"/>, which consumes them.</summary>
    public static ParagraphLook Paragraph(WordXml xml, Action<string> other)
    {
        var look = ParagraphLook.None;
        if (xml.Reader.IsEmptyElement)
            return look;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "jc":
                    look = look with { Justify = xml.Value };
                    break;
                case "spacing":
                    look = look with
                    {
                        Before = Spacing(xml, "before") ?? look.Before,
                        After = Spacing(xml, "after") ?? look.After,
                        Line = xml.Number("line") ?? look.Line,
                        LineRule = xml.Attribute("lineRule") ?? (xml.Number("line") is null ? look.LineRule : "auto"),
                    };
                    break;
                case "ind":
                    look = look with
                    {
                        FirstLine = xml.Number("firstLine") ?? -xml.Number("hanging") ?? look.FirstLine,
                        Left = xml.Number("left") ?? xml.Number("start") ?? look.Left,
                        Right = xml.Number("right") ?? xml.Number("end") ?? look.Right,
                    };
                    break;
                case "pBdr":
                    look = Borders(xml, look);
                    break;
                case "contextualSpacing":
                    look = look with { Contextual = xml.On };
                    break;
                case "framePr":
                    look = look with { CentredFrame = xml.Attribute("xAlign") is "center" };
                    break;
                case "numPr":
                    look = look with { ListId = Numbering(xml) ?? look.ListId };
                    break;
                default:
                    other(xml.Reader.LocalName);
                    break;
            }
        }

        return look;
    }

    // The program chooses the distance itself: about one line, more than the decree's least.
    private static int? Spacing(WordXml xml, string side) =>
        xml.Attribute(side + "Autospacing") is "1" or "true" or "on" ? 280 : xml.Number(side);

    private static int? Numbering(WordXml xml)
    {
        int? list = null;
        if (xml.Reader.IsEmptyElement)
            return list;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            if (xml.Reader.LocalName == "numId")
                list = xml.Number("val");
            xml.Skip();
        }

        return list;
    }

    private static ParagraphLook Borders(WordXml xml, ParagraphLook look)
    {
        if (xml.Reader.IsEmptyElement)
            return look;
        var depth = xml.Reader.Depth;
        while (xml.Next(depth))
        {
            var drawn = xml.Value is not (null or "nil" or "none");
            if (xml.Reader.LocalName == "top")
                look = look with { TopBorder = drawn };
            else if (xml.Reader.LocalName == "bottom")
                look = look with { BottomBorder = drawn };
            xml.Skip();
        }

        return look;
    }
}
