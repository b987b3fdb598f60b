namespace Loa.Documents.Writing.Parts;

internal static class Sequences
{
    /// <summary>Each item with whether it is the last one, without holding more than one.</summary>
    public static IEnumerable<(T Item, bool Last)> WithLast<T>(this IEnumerable<T> items)
    {
        using var each = items.GetEnumerator();
        for (var more = each.MoveNext(); more;)
        {
            var item = each.Current;
            more = each.MoveNext();
            yield return (item, !more);
        }
    }

    /// <summary>The text cut at its line breaks; one at least.</summary>
    public static IEnumerable<RichText> Paragraphs(this RichText text)
    {
        if (text.Runs.Count == 0 || !text.Runs.Any(r => r.Text.AsSpan().ContainsAny('\n', '\r')))
            return [text];
        var paragraphs = new List<List<TextRun>> { new() };
        foreach (var run in text.Runs)
        {
            var lines = XmlText.Clean(run.Text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                    paragraphs.Add([]);
                paragraphs[^1].Add(run with { Text = lines[i] });
            }
        }

        return paragraphs.Select(runs => new RichText(runs));
    }
}
