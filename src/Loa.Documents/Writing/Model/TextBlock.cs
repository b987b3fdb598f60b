namespace Loa.Documents.Writing;

/// <summary>A piece of the text or of an annex (6).</summary>
public abstract record TextBlock;

/// <summary>Levels of the text in the order of the decree (6).</summary>
public enum SectionLevel
{
    /// <summary>"Phần I" over its title in capitals, both centred.</summary>
    Part = 1,

    /// <summary>"I." with its title in bold capitals as given.</summary>
    Roman = 2,

    /// <summary>"1."</summary>
    Arabic = 3,

    /// <summary>"a)" in the Vietnamese alphabet.</summary>
    Letter = 4,
}

/// <summary>A title that stands alone, numbered by its place in the document.</summary>
public sealed record SectionTitle(SectionLevel Level, RichText Title) : TextBlock
{
    /// <summary>A label to print instead of the counted one ("1.1."), none where it is empty; counting is not disturbed by it.</summary>
    public string? Label { get; init; }
}

/// <summary>A justified paragraph; with a <see cref="Level"/> it is numbered like the titles of that level.</summary>
public sealed record TextParagraph(RichText Text) : TextBlock
{
    public SectionLevel? Level { get; init; }

    /// <summary>A label to print instead of the counted one; counting is not disturbed by it.</summary>
    public string? Label { get; init; }
}

/// <summary>A line of a list, "- …".</summary>
public sealed record DashItem(RichText Text) : TextBlock;

/// <summary>A table with a heading that is repeated on every page. Rows are enumerated while they are written and may be without end in memory.</summary>
public sealed record TextTable : TextBlock
{
    public required IReadOnlyList<TableColumn> Columns { get; init; }
    public required IEnumerable<TextRow> Rows { get; init; }
}

/// <summary>A column; its width is its share of the sum of all shares.</summary>
public sealed record TableColumn(string Title, double Share, ColumnAlignment Alignment = ColumnAlignment.Text)
{
    /// <summary>Neighbouring columns of one group stand under a common heading cell.</summary>
    public string? Group { get; init; }
}

public enum ColumnAlignment
{
    /// <summary>Flush left.</summary>
    Text = 0,

    /// <summary>Ordinals, dates, ticks.</summary>
    Centre = 1,

    /// <summary>Figures, flush right.</summary>
    Number = 2,
}

public abstract record TextRow;

/// <summary>A row with one text a column; missing ones are empty. A line break in a cell begins a new paragraph.</summary>
public sealed record CellRow(params IReadOnlyList<RichText> Cells) : TextRow;

/// <summary>A heading row over all columns.</summary>
public sealed record GroupRow(RichText Title) : TextRow;
