using System.Globalization;
using Loa.Documents.Blocks.Text;

namespace Loa.Documents.Blocks;

/// <summary>How a paragraph looks, before it has a number.</summary>
internal readonly record struct Look(bool Bold = false, bool Italic = false, bool Centered = false, bool StartsPage = false, bool AfterGap = false);

/// <summary>Cleans and numbers paragraphs in reading order and holds the document to its limits.</summary>
internal sealed class BlockCollector(ReadLimits limits)
{
    private readonly List<Paragraph> _paragraphs = [];
    private readonly ExtractionMarkup _markup = new();
    private long _characters;

    public IReadOnlyList<Paragraph> Paragraphs => _paragraphs;

    /// <summary>Adds a paragraph; null when nothing visible is left of it. A <paramref name="label"/> is already clean.</summary>
    public Paragraph? Add(ReadOnlySpan<char> raw, Look look = default, string? label = null)
    {
        var text = TextCleaner.Clean(raw, out var markup);
        var (bold, italic) = (look.Bold, look.Italic);
        if (markup)
            text = _markup.Strip(text, _paragraphs.Count, ref bold, ref italic);
        if (text.Length == 0 && string.IsNullOrEmpty(label))
            return null;
        var labelLength = 0;
        if (!string.IsNullOrEmpty(label))
        {
            labelLength = text.Length == 0 ? label.Length : label.Length + 1;
            text = text.Length == 0 ? label : string.Concat(label, " ", text);
        }
        Count(text.Length);
        var paragraph = new Paragraph
        {
            Number = _paragraphs.Count,
            Text = text,
            LabelLength = labelLength,
            Bold = bold,
            Italic = italic,
            Centered = look.Centered,
            StartsPage = look.StartsPage,
            AfterGap = look.AfterGap,
        };
        _paragraphs.Add(paragraph);
        if (markup)
            _markup.Added(paragraph);
        return paragraph;
    }

    private void Count(int characters)
    {
        _characters += characters;
        if (_characters > limits.Characters)
            throw new DocumentException(DocumentFailure.TooLarge, string.Create(CultureInfo.InvariantCulture, $"> {limits.Characters}"));
        if (_paragraphs.Count >= limits.Paragraphs)
            throw new DocumentException(DocumentFailure.TooLarge, string.Create(CultureInfo.InvariantCulture, $"> {limits.Paragraphs}"));
    }
}
