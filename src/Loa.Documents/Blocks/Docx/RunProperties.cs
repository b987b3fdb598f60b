namespace Loa.Documents.Blocks.Docx;

/// <summary>Reads <c>w:rPr</c>: what changes the letters themselves, not their size or colour.</summary>
internal static class RunProperties
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
                case "rStyle":
                    if (xml.Value is { } id)
                        Apply(ref draft.Run, context.Styles.Character(id));
                    break;
                case "b":
                    draft.Run.Bold = xml.On;
                    break;
                case "i":
                    draft.Run.Italic = xml.On;
                    break;
                case "caps":
                    draft.Run.Capitals = xml.On;
                    break;
                case "vanish":
                    draft.Run.Hidden = xml.On;
                    break;
                case "rFonts":
                    draft.Run.Font = Font(xml) ?? draft.Run.Font;
                    break;
                case "rPrChange":
                    xml.Skip();
                    break;
            }
        }
    }

    /// <summary>The font of letters beyond ASCII, which is where legacy encodings put Vietnamese; "" for a theme font.</summary>
    public static string? Font(WordXml xml) =>
        xml.Attribute("hAnsi") ?? xml.Attribute("ascii") ?? ((xml.Attribute("hAnsiTheme") ?? xml.Attribute("asciiTheme")) is null ? null : "");

    private static void Apply(ref RunState run, DocxStyle style)
    {
        run.Bold = style.Bold ?? run.Bold;
        run.Italic = style.Italic ?? run.Italic;
        run.Capitals = style.Capitals ?? run.Capitals;
        run.Hidden = style.Hidden ?? run.Hidden;
        run.Font = style.Font ?? run.Font;
    }
}
