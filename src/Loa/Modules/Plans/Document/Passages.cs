using Loa.Documents.Plans;

namespace Loa.Modules.Plans.Document;

/// <summary>A passage that an item was read from.</summary>
/// <param name="ItemId">Id of the item on the page ("t3").</param>
/// <param name="Kind">Class of the mark ("task", "basis"): its colour.</param>
internal readonly record struct Passage(string ItemId, string Kind, TextSpan Span);

/// <summary>A piece of a paragraph; several passages may share it, the narrowest first.</summary>
internal sealed record TextPiece(string Text, IReadOnlyList<Passage> Passages);

/// <summary>Cuts paragraphs at the ends of their passages.</summary>
internal sealed class Passages
{
    private readonly ILookup<int, Passage> _byBlock;

    public Passages(IEnumerable<Passage> passages) =>
        _byBlock = passages.Where(p => p.Span.End > p.Span.Start && p.Span.Start >= 0).ToLookup(p => p.Span.Block);

    public IReadOnlyList<TextPiece> Cut(ViewParagraph paragraph)
    {
        var here = _byBlock[paragraph.Number].Where(p => p.Span.Start < paragraph.Text.Length).ToList();
        if (here.Count == 0)
            return [new TextPiece(paragraph.Text, [])];

        var edges = here.SelectMany(p => new[] { p.Span.Start, Math.Min(p.Span.End, paragraph.Text.Length) })
            .Append(0).Append(paragraph.Text.Length).Distinct().Order().ToList();
        var pieces = new List<TextPiece>(edges.Count);
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var (start, end) = (edges[i], edges[i + 1]);
            var covering = here.Where(p => p.Span.Start < end && p.Span.End > start)
                .OrderBy(p => p.Span.End - p.Span.Start).DistinctBy(p => p.ItemId).ToList();
            pieces.Add(new TextPiece(paragraph.Text[start..end], covering));
        }

        return Joined(pieces);
    }

    /// <summary>Neighbours with the same passages are one mark.</summary>
    private static List<TextPiece> Joined(List<TextPiece> pieces)
    {
        var joined = new List<TextPiece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Passages.Select(p => p.ItemId).SequenceEqual(piece.Passages.Select(p => p.ItemId), StringComparer.Ordinal))
                joined[^1] = joined[^1] with { Text = joined[^1].Text + piece.Text };
            else
                joined.Add(piece);
        }

        return joined;
    }
}
