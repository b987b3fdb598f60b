namespace Loa.Documents.Writing.Parts;

/// <summary>Writes paragraphs: a style, the text, and nothing beside them but what no style can know.</summary>
internal sealed class ParagraphPen(Pen pen, Links links)
{
    public Pen Pen => pen;

    public void Write(Style style, RichText text, bool keepWithNext = false, string lead = "")
    {
        Begin(style, keepWithNext);
        if (lead.Length > 0)
            Run(new TextRun(lead));
        foreach (var run in text.Runs)
            Run(run);
        pen.End();
    }

    public void Write(Style style, string text, bool keepWithNext = false)
    {
        Begin(style, keepWithNext);
        Text(text);
        pen.End();
    }

    /// <summary>A rule of <paramref name="length"/> in the middle of a column; both in twentieths of a point.</summary>
    /// <remarks>The border of a paragraph of its own: every program draws it where it belongs, which is not so for drawn lines.</remarks>
    public void Rule(int column, double length, bool keepWithNext = false)
    {
        var side = Math.Max(0, (int)((column - length) / 2));
        Begin(Style.Rule, keepWithNext, open: true);
        pen.Element("ind", ("left", side), ("right", side));
        pen.End();
        pen.End();
    }

    /// <summary>An all but invisible paragraph that ends a section; null at the end of the document, whose section is the body's own.</summary>
    public void SectionEnd(Action? section)
    {
        Begin(Style.SectionEnd, keepWithNext: false, open: true);
        section?.Invoke();
        pen.End();
        pen.End();
    }

    private void Begin(Style style, bool keepWithNext, bool open = false)
    {
        pen.Start("p");
        pen.Start("pPr");
        pen.Value("pStyle", style.Id);
        if (keepWithNext)
            pen.Empty("keepNext");
        if (!open)
            pen.End();
    }

    private void Run(TextRun run)
    {
        if (run.Link is not null)
        {
            pen.Start("hyperlink");
            pen.Xml.WriteAttributeString("r", "id", Pen.Relations, links.IdOf(run.Link));
        }

        Text(run.Text, run.Bold, run.Italic, run.Link is not null);
        if (run.Link is not null)
            pen.End();
    }

    private void Text(string text, bool bold = false, bool italic = false, bool link = false)
    {
        var clean = XmlText.Clean(text);
        if (clean.Length == 0)
            return;
        pen.Start("r");
        if (bold || italic || link)
        {
            pen.Start("rPr");
            if (link)
                pen.Value("rStyle", Style.Link.Id);
            if (bold)
                pen.Empty("b");
            if (italic)
                pen.Empty("i");
            pen.End();
        }

        Letters(clean);
        pen.End();
    }

    private void Letters(string text)
    {
        var start = 0;
        while (true)
        {
            var at = text.AsSpan(start).IndexOfAny('\n', '\t');
            var piece = at < 0 ? text[start..] : text.Substring(start, at);
            if (piece.Length > 0)
            {
                pen.Start("t");
                if (piece[0] == ' ' || piece[^1] == ' ')
                    pen.Xml.WriteAttributeString("xml", "space", null, "preserve");
                pen.Xml.WriteString(piece);
                pen.End();
            }

            if (at < 0)
                return;
            pen.Empty(text[start + at] == '\n' ? "br" : "tab");
            start += at + 1;
        }
    }
}
