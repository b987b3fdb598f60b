namespace Loa.Documents.Checking.Layout;

/// <summary>A document as paragraphs in reading order, each with the look it has after all styles, and its sections.</summary>
internal sealed class LaidDocument
{
    public required IReadOnlyList<LaidParagraph> Paragraphs { get; init; }
    public required IReadOnlyList<LaidSection> Sections { get; init; }

    /// <summary>The section a paragraph stands in.</summary>
    public LaidSection SectionOf(LaidParagraph paragraph) => Sections[Math.Min(paragraph.Section, Sections.Count - 1)];

    /// <summary>Width the paragraph's line may take, points.</summary>
    public double ColumnOf(LaidParagraph paragraph) =>
        (paragraph.Cell is { Width: > 0 } cell ? cell.Width : SectionOf(paragraph) is var section ? section.Width - section.Left - section.Right : 0) / 20.0;
}

/// <summary>Where a paragraph stands in a table: tables are counted over the document, width in twentieths of a point.</summary>
internal sealed record LaidCell(int Table, int Row, int Column, int Width);

internal readonly record struct LaidRun(string Text, LetterLook Look);

internal sealed class LaidParagraph
{
    public required int Index { get; init; }
    public required string Text { get; init; }
    public required string StyleId { get; init; }
    public required IReadOnlyList<LaidRun> Runs { get; init; }
    public required ParagraphLook Look { get; init; }
    public required int Section { get; init; }
    public LaidCell? Cell { get; init; }

    /// <summary>Length of a line drawn at this paragraph, points; NaN where the file does not say.</summary>
    public double? DrawnLine { get; init; }

    /// <summary>Prints the number of the page.</summary>
    public bool HasPageNumber { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public string Folded => field ??= Vietnamese.Folding.Fold(Text.Trim());
}

/// <summary>A section's page, in twentieths of a point; a footer or header is null where the section prints none.</summary>
internal sealed record LaidSection
{
    public int Width { get; init; }
    public int Height { get; init; }
    public int Top { get; init; }
    public int Bottom { get; init; }
    public int Left { get; init; }
    public int Right { get; init; }
    public bool TitlePage { get; init; }
    public int? FirstNumber { get; init; }
    public bool Continuous { get; init; }
    public IReadOnlyList<LaidParagraph>? Header { get; init; }
    public IReadOnlyList<LaidParagraph>? FirstHeader { get; init; }
    public IReadOnlyList<LaidParagraph>? Footer { get; init; }

    public bool IsLandscape => Width > Height;
}
