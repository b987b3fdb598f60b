using System.Text;
using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>
/// A text that remembers where it was printed: slices, joins and trims keep the ranges of the paragraphs they come from,
/// so that every fact taken from it can show its passage.
/// </summary>
internal readonly struct SourceText
{
    /// <summary>A run of <see cref="Text"/> that is copied letter by letter from a paragraph.</summary>
    private readonly record struct Piece(int At, int Length, int Block, int Start);

    private readonly Piece[]? _pieces;

    private SourceText(string text, Piece[] pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    public static SourceText Empty { get; } = new("", []);

    public string Text { get => field ?? ""; }

    public int Length => Text.Length;

    public bool IsEmpty => Text.Length == 0;

    public static SourceText Of(Paragraph paragraph) =>
        new(paragraph.Text, [new Piece(0, paragraph.Text.Length, paragraph.Number, 0)]);

    /// <summary>Other words that stand for a printed passage: the name of a ticked column.</summary>
    public static SourceText Literal(string text, SourceText printed) => new(text, printed._pieces ?? []);

    public SourceText Slice(TextRange range) => Slice(range.Start, range.End);

    public SourceText Slice(int start, int end)
    {
        if (start <= 0 && end >= Length)
            return this;
        if (end <= start)
            return Empty;
        var pieces = _pieces ?? [];
        if (pieces.Length == 1 && pieces[0].Length == Length)
            return new SourceText(Text[start..end], [new Piece(0, end - start, pieces[0].Block, pieces[0].Start + start)]);

        var kept = new List<Piece>(pieces.Length);
        foreach (var piece in pieces)
        {
            var from = Math.Max(start, piece.At);
            var to = Math.Min(end, piece.At + piece.Length);
            if (from < to)
                kept.Add(new Piece(from - start, to - from, piece.Block, piece.Start + (from - piece.At)));
        }

        return new SourceText(Text[start..end], [.. kept]);
    }

    public SourceText From(int start) => Slice(start, Length);

    public SourceText Trim()
    {
        var text = Text;
        int start = 0, end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return Slice(start, end);
    }

    public SourceText TrimEnd(ReadOnlySpan<char> marks)
    {
        var end = Length;
        while (end > 0 && (char.IsWhiteSpace(Text[end - 1]) || marks.Contains(Text[end - 1])))
            end--;
        return Slice(0, end);
    }

    public SourceText Append(string separator, SourceText next)
    {
        if (IsEmpty)
            return next;
        if (next.IsEmpty)
            return this;
        var shift = Length + separator.Length;
        var pieces = new Piece[(_pieces?.Length ?? 0) + (next._pieces?.Length ?? 0)];
        _pieces?.CopyTo(pieces, 0);
        var at = _pieces?.Length ?? 0;
        foreach (var piece in next._pieces ?? [])
            pieces[at++] = piece with { At = piece.At + shift };
        return new SourceText(string.Concat(Text, separator, next.Text), pieces);
    }

    public static SourceText Join(string separator, IEnumerable<SourceText> parts)
    {
        var text = new StringBuilder();
        var pieces = new List<Piece>();
        foreach (var part in parts)
        {
            if (part.IsEmpty)
                continue;
            if (text.Length > 0)
                text.Append(separator);
            foreach (var piece in part._pieces ?? [])
                pieces.Add(piece with { At = piece.At + text.Length });
            text.Append(part.Text);
        }

        return new SourceText(text.ToString(), [.. pieces]);
    }

    /// <summary>Line breaks and tabs inside become single spaces; the spans still cover the printed passage.</summary>
    public SourceText OnOneLine() =>
        Text.AsSpan().IndexOfAny('\n', '\t') < 0 ? this : new SourceText(Text.Replace('\n', ' ').Replace('\t', ' '), _pieces ?? []);

    /// <summary>Where the text was printed, neighbouring ranges of one paragraph joined.</summary>
    public IReadOnlyList<TextSpan> Spans()
    {
        var pieces = _pieces ?? [];
        if (pieces.Length == 1)
            return [new TextSpan(pieces[0].Block, pieces[0].Start, pieces[0].Start + pieces[0].Length)];
        var spans = new List<TextSpan>(pieces.Length);
        foreach (var piece in pieces)
        {
            var end = piece.Start + piece.Length;
            if (spans.Count > 0 && spans[^1] is var last && last.Block == piece.Block && piece.Start >= last.Start && piece.Start <= last.End + 1)
                spans[^1] = last with { End = Math.Max(last.End, end) };
            else
                spans.Add(new TextSpan(piece.Block, piece.Start, end));
        }

        return spans;
    }

    public override string ToString() => Text;
}
