namespace Loa.Documents.Vietnamese.Text;

/// <summary>A text as words, numbers and marks. Every grammar walks over these with bounded lookahead, so reading is linear.</summary>
internal sealed class Tokens
{
    private readonly Token[] items;
    private readonly int offset;

    private Tokens(string text, Token[] items, int offset, int count)
    {
        Text = text;
        this.items = items;
        this.offset = offset;
        Count = count;
    }

    public string Text { get; }
    public int Count { get; }

    /// <summary>The token, or one of kind <see cref="TokenKind.End"/> outside the text: lookahead needs no bounds check.</summary>
    public ref readonly Token this[int index] =>
        ref (uint)index < (uint)Count ? ref items[offset + index] : ref Edge;

    private static readonly Token EdgeToken = new() { Start = 0, End = 0, Kind = TokenKind.End, Value = -1, StartsLine = true };
    private static ref readonly Token Edge => ref EdgeToken;

    public static Tokens Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SharedTokens.Current is { } shared ? shared.Read(text) : Scan(text);
    }

    public TextRange Range(int first, int end) => end > first ? new(this[first].Start, this[end - 1].End) : new(this[first].Start, this[first].Start);

    public string Slice(int first, int end)
    {
        var range = Range(first, end);
        return Text[range.Start..range.End];
    }

    /// <summary>The first token that starts at or after the character, or <see cref="Count"/>.</summary>
    public int IndexAt(int character)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (items[offset + middle].Start < character)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>In memory of their own.</summary>
    public static Tokens Scan(string text) => Scan(text, new Token[(text.Length / 4) + 8], 0);

    /// <summary>Written into <paramref name="items"/> from <paramref name="offset"/> on; where the room ends, into a larger copy.</summary>
    public static Tokens Scan(string text, Token[] items, int offset)
    {
        var count = 0;
        var space = true;
        var line = true;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                space |= c != '\u00AD';
                line |= c is '\n' or '\r';
                i++;
                continue;
            }

            if (offset + count == items.Length)
                Array.Resize(ref items, items.Length * 2);
            ref var token = ref items[offset + count++];
            token = char.IsAsciiDigit(c) ? Number(text, i, !space, line) : IsWord(c) ? Word(text, i, !space, line) : Mark(c, i, !space, line);
            i = token.End;
            space = line = false;
        }

        return new(text, items, offset, count);
    }

    private static bool IsWord(char c) => c < 128 ? char.IsAsciiLetter(c) : Letters.Code(c) != 0 || char.IsLetter(c);

    private static bool Continues(char c) => IsWord(c) || c is >= '\u0300' and <= '\u036F';

    private static Token Number(string text, int start, bool glued, bool line)
    {
        var end = start;
        var value = 0;
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
            value = end - start < 9 ? (value * 10) + (text[end] - '0') : -1;
        return new() { Start = start, End = end, Kind = TokenKind.Number, Glued = glued, StartsLine = line, Value = value };
    }

    private static Token Word(string text, int start, bool glued, bool line)
    {
        var key = new WordKey();
        var all = true;
        var end = start;
        for (; end < text.Length && Continues(text[end]); end++)
        {
            key.Add(text[end]);
            all = all && !char.IsLower(text[end]);
        }

        return new()
        {
            Start = start,
            End = end,
            Kind = TokenKind.Word,
            Glued = glued,
            StartsLine = line,
            Value = -1,
            Key = key.Key,
            Loose = key.Loose,
            Capital = char.IsUpper(text[start]),
            AllCapitals = all,
        };
    }

    private static Token Mark(char c, int start, bool glued, bool line) => Mark(c, start, glued, line, Plain(c));

    private static Token Mark(char c, int start, bool glued, bool line, char plain) => new()
    {
        Start = start,
        End = start + 1,
        Kind = TokenKind.Mark,
        Glued = glued,
        StartsLine = line,
        Value = -1,
        Mark = plain,

        // A key no word has (there is no tone 7), so that phrases may hold marks.
        Key = (7UL << 60) | plain,
        Loose = (7UL << 60) | plain,
    };

    private static char Plain(char c) => c switch
    {
        '–' or '—' or '‑' or '−' or '‐' => '-',
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' => '\'',
        '；' => ';',
        '，' => ',',
        _ => c,
    };
}
