namespace Loa.Documents.Blocks;

/// <summary>One block of a document's body in reading order: a <see cref="Paragraph"/> or a <see cref="Table"/>.</summary>
public abstract class Block;

/// <summary>A paragraph of the body or of a table cell, its text already cleaned (NFC, no soft hyphens, single spaces).</summary>
public sealed class Paragraph : Block
{
    private string _text = "";
    private bool _italic;

    /// <summary>Position in reading order over all paragraphs of the document, cells included, from 0. Spans count in it.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// The text as a reader sees it: where the file numbers the paragraph automatically, the computed label
    /// ("1.", "a)", "-") and one space stand in front. Line breaks inside the paragraph are '\n', tabs '\t'.
    /// </summary>
    public required string Text
    {
        get => _text;
        init => _text = value;
    }

    /// <summary>How many characters at the start of <see cref="Text"/> are an automatic label with its space; 0 when typed by hand.</summary>
    public int LabelLength { get; init; }

    /// <summary>All letters are bold.</summary>
    public bool Bold { get; init; }

    /// <summary>All letters are italic.</summary>
    public bool Italic
    {
        get => _italic;
        init => _italic = value;
    }

    public bool Centered { get; init; }

    /// <summary>The paragraph starts a new page (explicit break or section; form feed in PDF text).</summary>
    public bool StartsPage { get; init; }

    /// <summary>Empty lines or a visible gap stand before the paragraph. Empty paragraphs themselves are not kept.</summary>
    public bool AfterGap { get; init; }

    public override string ToString() => Text;

    /// <summary>A mark left by extraction closes paragraphs after it opened, so the opening paragraph is put right afterwards.</summary>
    internal void Amend(string text, bool italic)
    {
        _text = text;
        _italic = italic;
    }
}

/// <summary>A table with its cells placed on a grid of columns.</summary>
public sealed class Table : Block
{
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Number of grid columns.</summary>
    public required int ColumnCount { get; init; }

    /// <summary>The file draws no borders: typical of the heading block and the signature block.</summary>
    public bool Borderless { get; init; }
}

public sealed class TableRow
{
    public required IReadOnlyList<TableCell> Cells { get; init; }

    /// <summary>The file marks the row as a heading row repeated on every page.</summary>
    public bool RepeatsAsHeading { get; init; }
}

public sealed class TableCell
{
    /// <summary>0-based grid column the cell starts in.</summary>
    public required int Column { get; init; }

    public int ColumnSpan { get; init; } = 1;

    /// <summary>Vertically merged with the cell above; it then has no paragraphs of its own.</summary>
    public bool ContinuesAbove { get; init; }

    /// <summary>The cell's paragraphs; those of nested tables are flattened in reading order. An empty cell has none.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>The paragraphs' texts joined by '\n'.</summary>
    public string Text => Paragraphs.Count == 1 ? Paragraphs[0].Text : string.Join('\n', Paragraphs.Select(p => p.Text));
}
