using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Number and symbol of a document.</summary>
/// <param name="Reference">Without spaces, "122/KH-UBND"; "/KH-SYT" while the number is open.</param>
/// <param name="Number">The leading number; null while open.</param>
/// <param name="Symbol">What follows the number and the year: "KH-UBND", "NĐ-CP", "NQ/TU".</param>
/// <param name="Range">Where it stands, without "Số:".</param>
public sealed record DocumentReference(string Reference, int? Number, string? Symbol, TextRange Range);

/// <summary>References of administrative and party documents, with the spaces a scan puts into them.</summary>
public static class DocumentReferences
{
    private static readonly ulong NumberWord = WordKey.Of("số");

    /// <summary>The heading's own line "Số: 122 /KH-UBND", "Số:      /KH-SYT", "Số 12-KH/TU", "122/KH-UBND"; null when the line is none.</summary>
    public static DocumentReference? ReadHeading(string line)
    {
        var tokens = Tokens.Read(line);
        var i = 0;
        if (tokens[0].Is(NumberWord))
        {
            i++;
            while (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is ':' or '.')
                i++;
        }

        return MatchOpen(tokens, i, out var open) > 0 ? open : Match(tokens, i, out var reference) > 0 ? reference : null;
    }

    /// <summary>"/KH-UBND", "…/KH-UBND": dots or an ellipsis keep the place of a number that is not given yet.</summary>
    internal static int MatchOpen(Tokens tokens, int index, out DocumentReference? reference)
    {
        reference = null;
        var i = index;
        while (i - index < 40 && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '.' or '…' or '_')
            i++;
        if (tokens[i].Kind != TokenKind.Mark || tokens[i].Mark is not ('/' or '-') || Symbol(tokens, i + 1) is not (var symbol and > 0))
            return 0;
        reference = Make(tokens, i, i + 1 + symbol, null);
        return i + 1 + symbol - index;
    }

    /// <summary>Every reference with a number in the text.</summary>
    public static IReadOnlyList<DocumentReference> FindAll(string text)
    {
        var tokens = Tokens.Read(text);
        List<DocumentReference>? found = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && !(tokens[i].Glued && tokens[i - 1].Kind == TokenKind.Mark && tokens[i - 1].Mark is '/' or '-')
                && Match(tokens, i, out var reference) is var length and > 0)
            {
                (found ??= []).Add(reference!);
                i += length - 1;
            }
        }

        return found ?? (IReadOnlyList<DocumentReference>)[];
    }

    /// <summary>How many tokens the reference at <paramref name="index"/> takes: "20/2008/NĐ-CP", "30a/2008/NQ-CP", "12-NQ/TU", "122 /KH-UBND".</summary>
    internal static int Match(Tokens tokens, int index, out DocumentReference? reference)
    {
        reference = null;
        if (tokens[index] is not { Kind: TokenKind.Number, Length: <= 6 })
            return 0;
        var i = index + 1;
        // A letter belongs to the number only without a space: "30a/2008".
        if (tokens[i] is { Kind: TokenKind.Word, Glued: true, Length: 1 })
            i++;
        if (tokens[i].Kind != TokenKind.Mark || tokens[i].Mark is not ('/' or '-'))
            return 0;
        if (tokens[i].Mark == '/' && tokens[i + 1] is { Kind: TokenKind.Number, Length: 4 } && tokens[i + 2].IsMark('/'))
            i += 2;
        else if (tokens[i].Mark == '/' && tokens[i + 1] is { Kind: TokenKind.Number, Length: 4 } && tokens[i + 2].IsMark('-') && tokens[i + 3].Kind == TokenKind.Word)
            i += 2;
        var symbol = Symbol(tokens, i + 1);
        if (symbol == 0)
            return 0;
        var end = i + 1 + symbol;
        reference = Make(tokens, index, end, tokens[index].Value);
        return end - index;
    }

    /// <summary>
    /// "KH-UBND", "NQ/TU", "UBND-VX", "STTTT-TTBCXB", "QH15": capital words joined by '-' or '/'. The first part and every
    /// continuation hold at least one capital ("QĐ-TTg"); a space is let through only beside the joining mark.
    /// </summary>
    private static int Symbol(Tokens tokens, int index)
    {
        var i = index;
        if (!IsSymbolWord(tokens, i))
            return 0;
        i++;
        while (true)
        {
            if (tokens[i] is { Kind: TokenKind.Number, Glued: true, Length: <= 3 })
                i++;
            else if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '-' or '/' or '.' or '&' && IsSymbolWord(tokens, i + 1)
                && !(tokens[i].Mark is '.' or '&' && !(tokens[i].Glued && tokens[i + 1].Glued))
                && !(tokens[i].Mark == '-' && !tokens[i].Glued && !tokens[i + 1].Glued && !tokens[i + 1].AllCapitals))
                i += 2;
            else if (tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '(' && tokens[i].Glued && IsSymbolWord(tokens, i + 1) && tokens[i + 2].IsMark(')'))
                i += 3;
            else
                return i - index;
        }
    }

    /// <summary>Two capitals at least ("QĐ", "TTg", "CTr"); where no space stands before it one is enough ("Ktr").</summary>
    private static bool IsSymbolWord(Tokens tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind != TokenKind.Word || !token.Capital || token.Length > 12)
            return false;
        var capitals = 0;
        foreach (var c in tokens.Text.AsSpan(token.Start, token.Length))
            capitals += char.IsUpper(c) ? 1 : 0;
        return capitals >= 2 ? token.Length - capitals <= 3 : token.Glued && token.Length <= 4;
    }

    private static DocumentReference Make(Tokens tokens, int first, int end, int? number)
    {
        var range = tokens.Range(first, end);
        var reference = Compact(tokens.Text.AsSpan(range.Start, range.Length));
        return new(reference, number, SymbolOf(reference), range);
    }

    private static string Compact(ReadOnlySpan<char> text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                result.Append(c is '–' or '—' or '‑' or '−' or '‐' ? '-' : c);
        }

        return result.ToString();
    }

    private static string? SymbolOf(string reference)
    {
        var start = 0;
        while (start < reference.Length && !(reference[start] is '/' or '-' && start + 1 < reference.Length && char.IsLetter(reference[start + 1])))
            start++;
        return start + 1 < reference.Length ? reference[(start + 1)..] : null;
    }
}
