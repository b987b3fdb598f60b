using System.Text.RegularExpressions;

namespace Loa.Documents.Blocks.Text;

/// <summary>
/// Removes Markdown and HTML marks that extraction tools leave in the text: <c>**bold**</c>, <c>*italic*</c>, <c>&lt;i&gt;</c>.
/// A pair may open in one paragraph and close in one of the next few, so paragraphs are given in reading order.
/// </summary>
internal sealed partial class ExtractionMarkup
{
    private const int Reach = 4;
    private int _boldUntil = -1;
    private Paragraph? _starred;

    /// <summary>Cleans the paragraph that will get <paramref name="number"/>; a mark around all of it sets its emphasis.</summary>
    public string Strip(string text, int number, ref bool bold, ref bool italic)
    {
        text = StripTags(text, ref bold, ref italic);
        if (number <= _boldUntil || text.Contains("**", StringComparison.Ordinal))
            text = StripBold(text, number, ref bold);
        if (text.Contains("__", StringComparison.Ordinal))
            text = Underlines().Replace(text, "${text}");
        if (text.Contains('*', StringComparison.Ordinal))
            text = StripItalic(text, number, ref italic);
        if (text.StartsWith('#'))
            text = Hashes().Replace(text, "");
        return Spaces().Replace(QuotedSpaces().Replace(text, "“${text}”"), " ").Trim(' ', '\n', '\t');
    }

    /// <summary>A paragraph that begins with a lone star waits for the one that closes it.</summary>
    public void Added(Paragraph paragraph)
    {
        if (paragraph.Text is ['*', not ('*' or ' '), ..])
            _starred = paragraph;
    }

    private static string StripTags(string text, ref bool bold, ref bool italic)
    {
        if (text.Contains('<', StringComparison.Ordinal))
        {
            bold |= Wrapped(text, "<b>", "</b>") || Wrapped(text, "<strong>", "</strong>");
            italic |= Wrapped(text, "<i>", "</i>") || Wrapped(text, "<em>", "</em>");
            text = Tags().Replace(Breaks().Replace(text, "\n"), "");
        }
        return text.Contains('&', StringComparison.Ordinal) ? Entities().Replace(text, Entity) : text;
    }

    private string StripBold(string text, int number, ref bool bold)
    {
        var open = number <= _boldUntil;
        var marks = Stars().Count(text);
        bold |= open ? marks == 0 || Ends(text, "**") : text.StartsWith("**", StringComparison.Ordinal) && (marks == 1 || (marks == 2 && Ends(text, "**")));
        if (marks % 2 == 1)
            _boldUntil = open ? -1 : number + Reach;
        return Stars().Replace(text, "");
    }

    private string StripItalic(string text, int number, ref bool italic)
    {
        italic |= text.StartsWith('*') && Ends(text, "*") && Italic().Count(text) == 1;
        text = Italic().Replace(text, "${text}");
        if (_starred is { } opener && number - opener.Number <= Reach && text.Length > 1 && Ends(text, "*") && text.IndexOf('*', StringComparison.Ordinal) == text.LastIndexOf('*'))
        {
            opener.Amend(opener.Text[1..], italic: true);
            _starred = null;
            italic = true;
            text = text.Replace("*", "", StringComparison.Ordinal);
        }
        return text;
    }

    private static bool Wrapped(string text, string open, string close) =>
        text.StartsWith(open, StringComparison.OrdinalIgnoreCase) && text.EndsWith(close, StringComparison.OrdinalIgnoreCase)
        && text.IndexOf(close, StringComparison.OrdinalIgnoreCase) == text.Length - close.Length;

    private static bool Ends(string text, string mark) => text.AsSpan().TrimEnd(" .;,:").EndsWith(mark, StringComparison.Ordinal);

    private static string Entity(Match match) => match.Value switch
    {
        "&nbsp;" => " ",
        "&amp;" => "&",
        "&lt;" => "<",
        "&gt;" => ">",
        _ => "\"",
    };

    [GeneratedRegex("<br ?/?>", RegexOptions.IgnoreCase, ReadLimits.Patience)]
    private static partial Regex Breaks();

    [GeneratedRegex("</?(?:i|b|u|em|strong|s|del|ins|sup|sub|p|span|small|big|mark|font|center)>", RegexOptions.IgnoreCase, ReadLimits.Patience)]
    private static partial Regex Tags();

    [GeneratedRegex("&(?:nbsp|amp|lt|gt|quot);", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Entities();

    // Two or three stars, not a row of them drawn as a line.
    [GeneratedRegex(@"(?<!\*)\*{2,3}(?!\*)", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Stars();

    [GeneratedRegex(@"(?<![\w_])__(?=[^\s_])(?<text>[^_\n]+)(?<=[^\s_])__(?![\w_])", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Underlines();

    // A star that opens before a letter and closes after one; a lone star is a footnote or a bullet and stays.
    [GeneratedRegex(@"(?<![\w*])\*(?=[^\s*])(?<text>[^*]+?)(?<=[^\s*])\*(?![\w*])", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Italic();

    [GeneratedRegex("^#{1,6} +", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Hashes();

    // Marks inside quotation marks leave spaces behind: “ <i>name</i> ”.
    [GeneratedRegex("“ (?<text>[^“”\n]+) ”", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex QuotedSpaces();

    [GeneratedRegex(" {2,}", RegexOptions.None, ReadLimits.Patience)]
    private static partial Regex Spaces();
}
