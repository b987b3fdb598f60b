namespace Loa.Documents.Tests.Generation;

/// <summary>One piece of a page as a typist sets it; the printers write it in their format.</summary>
internal abstract record Layout;

/// <summary>The heading: left column (issuer lines, number) beside the right one (state name, motto, place and date).</summary>
internal sealed record HeadingLayout(IReadOnlyList<string> Issuer, string NumberLine, string PlaceLine) : Layout;

internal enum Look
{
    Plain = 0,
    Bold = 1,
    Centered = 2,
    CenteredBold = 3,
    CenteredItalic = 4,
}

/// <summary>A paragraph. <paramref name="Label"/> ("1.", "a)", "-") is typed before the text, or left to automatic numbering.</summary>
internal sealed record TextLayout(string Text, Look Look = Look.Plain, string? Label = null, bool Automatic = false) : Layout
{
    public string Typed => Label is null ? Text : $"{Label} {Text}";
}

internal sealed record SignatureLayout(IReadOnlyList<string> Recipients, IReadOnlyList<string> Lines, string Name, bool InTable) : Layout;

internal sealed record PageBreakLayout : Layout;

internal sealed record TableLayout(IReadOnlyList<IReadOnlyList<CellLayout>> Rows, int HeadingRows) : Layout;

/// <summary>A cell of a printed row; the cells of a row together span all columns.</summary>
internal sealed record CellLayout(IReadOnlyList<string> Paragraphs, int Span = 1, Merge Merge = Merge.None)
{
    public CellLayout(string text) : this([text])
    {
    }
}

internal enum Merge
{
    None = 0,

    /// <summary>The first cell of a vertical merge.</summary>
    Starts = 1,

    /// <summary>A further cell of a vertical merge, empty.</summary>
    Continues = 2,
}
