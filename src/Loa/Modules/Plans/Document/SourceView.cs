using System.Text.Json.Serialization;
using Loa.Documents.Blocks;

namespace Loa.Modules.Plans.Document;

/// <summary>The document as it is shown beside its items: what <see cref="SourceDocument"/> holds, in a form that is stored.</summary>
internal sealed record SourceView(SourceFormat Format, bool IsScan, string? ConvertedFrom, IReadOnlyList<SourceOmission> Omissions, IReadOnlyList<ViewBlock> Blocks)
{
    [JsonIgnore]
    public IEnumerable<ViewParagraph> Paragraphs => Blocks.SelectMany(ParagraphsOf);

    public static SourceView Of(SourceDocument source) => new(
        source.Format, source.IsScan, source.ConvertedFrom, source.Omissions,
        [.. source.Blocks.Select(block => block is Table table ? new ViewBlock(null, ViewTable.Of(table)) : new ViewBlock(ViewParagraph.Of((Paragraph)block), null))]);

    private static IEnumerable<ViewParagraph> ParagraphsOf(ViewBlock block) =>
        block.Paragraph is { } paragraph ? [paragraph] : block.Table?.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs) ?? [];
}

/// <summary>A paragraph or a table; one of the two is null.</summary>
internal sealed record ViewBlock(ViewParagraph? Paragraph, ViewTable? Table);

internal sealed record ViewParagraph(int Number, string Text, bool Bold, bool Italic, bool Centered, bool StartsPage)
{
    public static ViewParagraph Of(Paragraph paragraph) =>
        new(paragraph.Number, paragraph.Text, paragraph.Bold, paragraph.Italic, paragraph.Centered, paragraph.StartsPage);
}

internal sealed record ViewTable(bool Borderless, IReadOnlyList<ViewRow> Rows)
{
    /// <summary>Cells that continue the one above disappear into its row span.</summary>
    public static ViewTable Of(Table table) => new(table.Borderless, [.. table.Rows.Select((row, i) => new ViewRow(
        row.RepeatsAsHeading,
        [.. row.Cells.Where(cell => !cell.ContinuesAbove || !HasStart(table, i, cell.Column)).Select(cell => new ViewCell(
            cell.ColumnSpan, RowSpan(table, i, cell.Column), [.. cell.Paragraphs.Select(ViewParagraph.Of)]))]))]);

    private static bool HasStart(Table table, int row, int column)
    {
        for (var above = row - 1; above >= 0; above--)
        {
            if (Cell(table, above, column) is not { } cell)
                return false;
            if (!cell.ContinuesAbove)
                return true;
        }

        return false;
    }

    private static int RowSpan(Table table, int row, int column)
    {
        var span = 1;
        while (row + span < table.Rows.Count && Cell(table, row + span, column) is { ContinuesAbove: true })
            span++;
        return span;
    }

    private static TableCell? Cell(Table table, int row, int column) => table.Rows[row].Cells.FirstOrDefault(cell => cell.Column == column);
}

internal sealed record ViewRow(bool Heading, IReadOnlyList<ViewCell> Cells);

internal sealed record ViewCell(int ColumnSpan, int RowSpan, IReadOnlyList<ViewParagraph> Paragraphs);
