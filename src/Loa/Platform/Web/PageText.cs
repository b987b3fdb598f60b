using System.Net;
using System.Text;

namespace Loa.Platform.Web;

/// <summary>
/// Title and words out of HTML, in one pass and without a tree: a page nested a hundred thousand deep costs no more than a flat one. It is not how a browser reads; it is enough to say
/// later what stood there.
/// </summary>
internal static class PageText
{
    public const int TitleMost = 300;
    public const int WordsMost = 20_000;

    /// <summary>What stands between these is not for readers.</summary>
    private static readonly string[] Silent = ["script", "style", "noscript", "template", "svg", "head", "title", "nav", "iframe"];

    private static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase) { "p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "td", "th", "header", "footer" };

    public static string? Title(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : html.IndexOf('>', start);
        if (open < 0)
            return null;
        var end = html.IndexOf('<', open);
        var title = Tidy(WebUtility.HtmlDecode(html[(open + 1)..(end < 0 ? html.Length : end)])).ReplaceLineEndings(" ");
        return title.Length == 0 ? null : title.Length > TitleMost ? title[..TitleMost] : title;
    }

    public static string Words(string html)
    {
        var text = new StringBuilder();
        var unclosed = new HashSet<string>();
        for (var at = 0; at < html.Length && text.Length < WordsMost * 2;)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
                tag = html.Length;
            text.Append(WebUtility.HtmlDecode(html[at..tag]));
            at = tag == html.Length ? tag : AfterTag(html, tag, text, unclosed);
        }

        return Tidy(text.ToString());
    }

    /// <summary>Spaces collapsed, empty lines dropped, cut; no characters that a database refuses.</summary>
    public static string Tidy(string text)
    {
        var lines = text.Split('\n').Select(line => string.Join(' ', line.Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
        var tidy = string.Join('\n', lines);
        return tidy.Length > WordsMost ? tidy[..WordsMost] : tidy;
    }

    private static int AfterTag(string html, int tag, StringBuilder text, HashSet<string> unclosed)
    {
        if (string.CompareOrdinal(html, tag, "<!--", 0, 4) == 0)
            return After(html, "-->", tag);
        var name = NameAt(html, tag + 1);
        var end = After(html, ">", tag);
        if (Array.Find(Silent, silent => silent.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } hidden)
        {
            // Looked for once and not found, it is not looked for again: a page of nothing but openings would take minutes.
            var close = unclosed.Contains(hidden) ? -1 : html.IndexOf("</" + hidden, end, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
                unclosed.Add(hidden);
            // A head that nobody closed must not swallow the page.
            return close < 0 ? hidden is "script" or "style" ? html.Length : end : After(html, ">", close);
        }

        if (Breaking.Contains(name.TrimStart('/')))
            text.Append('\n');
        return end;
    }

    private static string NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 12 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '/'))
            end++;
        return html[at..end];
    }

    private static int After(string html, string end, int from)
    {
        var found = html.IndexOf(end, from, StringComparison.Ordinal);
        return found < 0 ? html.Length : found + end.Length;
    }
}
