using Loa.Documents.Blocks;

namespace Loa.Documents.Plans;

/// <summary>The lines of a cell and how they become one fact.</summary>
internal static class CellText
{
    /// <summary>
    /// Adds the paragraph's list items: a line break starts one only before a list dash or after a finished one; otherwise the line goes on.
    /// A paragraph that opens with a dash and holds " - " before a capital is a list that lost its line breaks.
    /// </summary>
    public static void AddLines(List<SourceText> lines, Paragraph paragraph)
    {
        var whole = SourceText.Of(paragraph);
        var first = lines.Count;
        var start = 0;
        while (start <= whole.Length)
        {
            var end = whole.Text.IndexOf('\n', start);
            if (end < 0)
                end = whole.Length;
            var line = whole.Slice(start, end).Trim();
            if (!line.IsEmpty)
            {
                if (lines.Count > first && !IsItem(line.Text) && !lines[^1].Text.EndsWith(';'))
                    lines[^1] = lines[^1].Append(" ", line);
                else
                    AddItems(lines, line);
            }

            start = end + 1;
        }
    }

    /// <summary>Paragraphs of a content cell as one text: "; " between them unless the first ends with a mark, list dashes dropped.</summary>
    public static SourceText Content(List<SourceText> paragraphs)
    {
        var result = SourceText.Empty;
        foreach (var paragraph in paragraphs)
        {
            var item = WithoutInnerDashes(WithoutDash(paragraph));
            if (item.IsEmpty)
                continue;
            result = result.IsEmpty ? item : result.Append(Casing.EndsWithMark(result.Text) || result.Text.EndsWith(',') ? " " : "; ", item);
        }

        return result;
    }

    /// <summary>"…: - Hội nghị; - Hội thảo": a list that lost its line breaks.</summary>
    private static SourceText WithoutInnerDashes(SourceText text)
    {
        var result = SourceText.Empty;
        for (var i = 1; i + 3 < text.Length; i++)
        {
            if (text.Text[i] != ' ' || text.Text[i + 1] is not ('-' or '–' or '+') || text.Text[i + 2] != ' ' || text.Text[i - 1] is not (';' or ':' or '.'))
                continue;
            result = result.IsEmpty ? text.Slice(0, i) : result.Append(" ", text.Slice(0, i));
            text = text.From(i + 3).Trim();
            i = 0;
        }

        return result.IsEmpty ? text : result.Append(" ", text);
    }

    public static SourceText WithoutDash(SourceText text)
    {
        text = text.Trim();
        while (IsItem(text.Text))
            text = text.From(1).Trim();
        return text;
    }

    private static void AddItems(List<SourceText> lines, SourceText line)
    {
        if (IsItem(line.Text))
        {
            for (var at = Break(line.Text, 1); at > 0; at = Break(line.Text, 1))
            {
                lines.Add(line.Slice(0, at).Trim());
                line = line.From(at).Trim();
            }
        }

        lines.Add(line);
    }

    private static int Break(string text, int from)
    {
        for (var i = from; i + 3 < text.Length; i++)
        {
            // " - Hà": between two capitals the dash belongs to a name ("Văn phòng - Thanh tra", "Phát thanh - Truyền hình").
            if (text[i] == ' ' && text[i + 1] is '-' or '+' && text[i + 2] == ' ' && char.IsUpper(text[i + 3]) && StartsItem(text, i))
                return i;
        }

        return -1;
    }

    private static bool StartsItem(string text, int dash)
    {
        if (text[dash - 1] is ';' or '.' or ',')
            return true;
        var word = text.LastIndexOf(' ', dash - 1) + 1;
        return char.IsUpper(text[word]) && text[dash - 1] is var last && char.IsUpper(last) && dash - word > 2;
    }

    private static bool IsItem(string text) =>
        text.Length > 1 && text[0] is '-' or '–' or '+' or '•' or '*' or '−' && !char.IsAsciiDigit(text[1]);
}
