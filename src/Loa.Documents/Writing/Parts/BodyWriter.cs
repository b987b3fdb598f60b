namespace Loa.Documents.Writing.Parts;

/// <summary>Writes the blocks of the text or of one annex, counting its sections.</summary>
internal sealed class BodyWriter(ParagraphPen text, int width)
{
    private readonly SectionNumbers _numbers = new();

    /// <param name="blocks">Enumerated once.</param>
    /// <param name="keepLast">The last block stays on the page of what follows: a signature never stands alone.</param>
    public void Write(IEnumerable<TextBlock> blocks, bool keepLast)
    {
        foreach (var (block, last) in blocks.WithLast())
            Write(block, keepLast && last);
    }

    private void Write(TextBlock block, bool keep)
    {
        switch (block)
        {
            case SectionTitle { Level: SectionLevel.Part } part:
                text.Write(Style.PartLabel, part.Label ?? _numbers.Next(SectionLevel.Part));
                text.Write(Style.PartTitle, new RichText([.. part.Title.Runs.Select(r => r with { Text = XmlText.Clean(r.Text).ToUpperInvariant() })]));
                break;
            case SectionTitle title:
                text.Write(StyleOf(title.Level), title.Title, lead: Lead(title.Label, title.Level));
                break;
            case TextParagraph { Level: { } level } paragraph:
                text.Write(Style.Body, paragraph.Text, keep, Lead(paragraph.Label, level));
                break;
            case TextParagraph paragraph:
                text.Write(Style.Body, paragraph.Text, keep, paragraph.Label is { } label ? label + " " : "");
                break;
            case DashItem item:
                text.Write(Style.Dash, item.Text, keep, "- ");
                break;
            case TextTable table:
                new DataTable(text, table.Columns, width).Write(table.Rows, keep);
                break;
            default:
                throw new ArgumentException($"A block of type {block?.GetType().Name} cannot be written.", nameof(block));
        }
    }

    private string Lead(string? label, SectionLevel level) => (label ?? _numbers.Next(level)) is { Length: > 0 } lead ? lead + " " : "";

    private static Style StyleOf(SectionLevel level) => level switch
    {
        SectionLevel.Roman => Style.Roman,
        SectionLevel.Arabic => Style.Arabic,
        _ => Style.Letter,
    };
}
