using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Splits running text into sentences.</summary>
public static class Sentences
{
    private static readonly Words Abbreviations = new("tp|tt|th|ts|pgs|gs|ths|bs|tm|kt|tl|tuq|tx|st|dr|mr|stt|vd|sđt|đt|tel|tr|đ/c|ubnd|p|q|h|x");

    /// <summary>Ranges of the sentences in order, trimmed; a dot in a date, reference, number, abbreviation or label ends none.</summary>
    public static IReadOnlyList<TextRange> Split(string text)
    {
        var tokens = Tokens.Read(text);
        var sentences = new List<TextRange>();
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].StartsLine && i > first)
            {
                sentences.Add(tokens.Range(first, i));
                first = i;
            }

            if (!Ends(tokens, i))
                continue;
            while (tokens[i + 1].Kind == TokenKind.Mark && tokens[i + 1].Glued && tokens[i + 1].Mark is '.' or '!' or '?' or '…' or '"' or ')' or '/' or '\'')
                i++;
            sentences.Add(tokens.Range(first, i + 1));
            first = i + 1;
        }

        if (first < tokens.Count)
            sentences.Add(tokens.Range(first, tokens.Count));
        return sentences;
    }

    private static bool Ends(Tokens tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Kind != TokenKind.Mark || token.Mark is not ('.' or '!' or '?' or '…'))
            return false;
        ref readonly var next = ref tokens[index + 1];
        if (next.Kind == TokenKind.End || next.StartsLine)
            return true;
        if (next.Kind == TokenKind.Mark)
            return next.Mark is '"' or ')' or '-' or '+' or '/' ? next.Mark is '-' or '+' && !next.Glued || next.Mark is '/' && next.Glued || Opens(tokens, index + 2) && next.Mark == '"' : false;

        // "Tp. Vinh", "1. Nội dung", "a. Nội dung": the dot belongs to what stands before it.
        if (next.Glued || !(next.Capital || next.Kind == TokenKind.Number))
            return false;
        ref readonly var before = ref tokens[index - 1];
        if (before.Kind == TokenKind.Number && (tokens[index - 2].Kind == TokenKind.End || tokens[index - 1].StartsLine))
            return false;
        return before.Kind != TokenKind.Word || !(before.Length == 1 && (before.Capital || tokens[index - 1].StartsLine)) && !Abbreviations.At(tokens, index - 1);
    }

    private static bool Opens(Tokens tokens, int index) => tokens[index].Kind == TokenKind.End || tokens[index].Capital && !tokens[index].Glued;
}
