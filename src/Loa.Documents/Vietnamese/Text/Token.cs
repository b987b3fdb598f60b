namespace Loa.Documents.Vietnamese.Text;

internal enum TokenKind : byte
{
    /// <summary>Before the first and after the last token.</summary>
    End,
    Word,
    Number,
    Mark,
}

/// <summary>
/// A word, a run of digits or one mark. <see cref="Key"/> is the word itself as a number (letters and tone, case ignored,
/// "uỷ" = "ủy", "quí" = "quý"), so that comparing words costs one comparison and no allocation.
/// </summary>
internal readonly struct Token
{
    public required int Start { get; init; }
    public required int End { get; init; }
    public required TokenKind Kind { get; init; }

    /// <summary>No space stands before it.</summary>
    public bool Glued { get; init; }

    /// <summary>A line break stands before it.</summary>
    public bool StartsLine { get; init; }

    /// <summary>The first letter is a capital.</summary>
    public bool Capital { get; init; }

    /// <summary>All letters are capitals.</summary>
    public bool AllCapitals { get; init; }

    public ulong Key { get; init; }

    /// <summary>The key without diacritics.</summary>
    public ulong Loose { get; init; }

    /// <summary>The value of a run of up to nine digits, else -1.</summary>
    public int Value { get; init; }

    /// <summary>The mark, dashes and quotes made plain.</summary>
    public char Mark { get; init; }

    public int Length => End - Start;

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Mark == mark;
    public bool Is(ulong key) => Kind == TokenKind.Word && Key == key;
}
