namespace Loa.Documents.Writing.Parts;

/// <summary>Paper, margins and columns in twentieths of a point. The decree: A4; top and bottom 20–25 mm, left 30–35, right 15–20.</summary>
internal static class Sheet
{
    public const int Short = 11906;
    public const int Long = 16838;
    public const int Top = 1134;
    public const int Bottom = 1134;
    public const int Left = 1701;
    public const int Right = 851;

    /// <summary>The page number stands in the middle of the top margin.</summary>
    public const int Header = 510;
    public const int Footer = 397;

    /// <summary>Left column of the heading block; the right one holds the state name on one line.</summary>
    public const int HeadingLeft = 3724;
    public const int ClosingLeft = 4535;

    public static int TextWidth(bool landscape) => (landscape ? Long : Short) - Left - Right;
}
