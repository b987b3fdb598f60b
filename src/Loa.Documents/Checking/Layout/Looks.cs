namespace Loa.Documents.Checking.Layout;

/// <summary>How letters look; null means that nothing says so here. Size in half points, as the file has it.</summary>
internal sealed record LetterLook
{
    public static LetterLook None { get; } = new();

    /// <summary>"" for a font of the theme.</summary>
    public string? Font { get; init; }
    public int? HalfPoints { get; init; }
    public bool? Bold { get; init; }
    public bool? Italic { get; init; }
    public bool? Capitals { get; init; }
    public bool? Hidden { get; init; }

    /// <summary>Six hexadecimal digits or "auto".</summary>
    public string? Colour { get; init; }

    public LetterLook On(LetterLook under) => ReferenceEquals(this, None) ? under : ReferenceEquals(under, None) ? this : new LetterLook
    {
        Font = Font ?? under.Font,
        HalfPoints = HalfPoints ?? under.HalfPoints,
        Bold = Bold ?? under.Bold,
        Italic = Italic ?? under.Italic,
        Capitals = Capitals ?? under.Capitals,
        Hidden = Hidden ?? under.Hidden,
        Colour = Colour ?? under.Colour,
    };
}

/// <summary>How a paragraph is set; null means that nothing says so here. Distances in twentieths of a point.</summary>
internal sealed record ParagraphLook
{
    public static ParagraphLook None { get; } = new();

    public string? Justify { get; init; }
    public int? Before { get; init; }
    public int? After { get; init; }
    public int? Line { get; init; }
    public string? LineRule { get; init; }
    public int? FirstLine { get; init; }
    public int? Left { get; init; }
    public int? Right { get; init; }
    public bool? TopBorder { get; init; }
    public bool? BottomBorder { get; init; }
    public bool? Contextual { get; init; }
    public int? ListId { get; init; }
    public bool? CentredFrame { get; init; }

    public ParagraphLook On(ParagraphLook under) => ReferenceEquals(this, None) ? under : ReferenceEquals(under, None) ? this : new ParagraphLook
    {
        Justify = Justify ?? under.Justify,
        Before = Before ?? under.Before,
        After = After ?? under.After,
        Line = Line ?? under.Line,
        LineRule = LineRule ?? under.LineRule,
        FirstLine = FirstLine ?? under.FirstLine,
        Left = Left ?? under.Left,
        Right = Right ?? under.Right,
        TopBorder = TopBorder ?? under.TopBorder,
        BottomBorder = BottomBorder ?? under.BottomBorder,
        Contextual = Contextual ?? under.Contextual,
        ListId = ListId ?? under.ListId,
        CentredFrame = CentredFrame ?? under.CentredFrame,
    };
}
