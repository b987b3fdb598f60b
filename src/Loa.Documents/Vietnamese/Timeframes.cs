using System.Text;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;
using Loa.Documents.Vietnamese.Timing;

namespace Loa.Documents.Vietnamese;

/// <summary>What a timeframe cell says.</summary>
/// <param name="Timeframe">Null for an empty cell. <see cref="Timeframe.Text"/> is the whole printed cell in one line.</param>
/// <param name="Range">The statement that was read; the whole cell when none was; empty for an empty cell.</param>
/// <param name="Unread">Further statements of the cell, and the whole cell when nothing was read.</param>
public sealed record TimeframeReading(Timeframe? Timeframe, TextRange Range, IReadOnlyList<TextRange> Unread);

/// <summary>Timeframe cells of annexes: the first statement counts, further ones are reported.</summary>
public static class Timeframes
{
    private static readonly TimeframeReading Empty = new(null, default, []);

    /// <summary>Reads a cell, its paragraphs joined by '\n'.</summary>
    /// <param name="cell">The printed text.</param>
    /// <param name="years">Programme years, for what prints no year; without them such periods have no days.</param>
    public static TimeframeReading Read(string cell, ProgrammeYears? years)
    {
        var tokens = Tokens.Read(cell);
        if (!HasLetterOrDigit(tokens))
            return Empty;
        var text = OneLine(cell);
        var whole = tokens.Range(0, tokens.Count);
        var statements = new Statements(tokens, years is { From: >= 1900 and <= 2199, To: >= 1900 and <= 2199 } ? years : null);
        if (statements.Next(0) is not { } first)
            return new(new(text, TimeframeKind.Text, null, null, null), whole, [whole]);
        return new(
            new(text, first.Kind, first.From, first.To, first.Every),
            tokens.Range(first.First, first.End),
            statements.Next(first.End) is null ? [] : [Leftover(tokens, first.End)]);
    }

    /// <summary>A dash or dots hold the place of nothing.</summary>
    private static bool HasLetterOrDigit(Tokens tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number)
                return true;
        }

        return false;
    }

    private static TextRange Leftover(Tokens tokens, int first)
    {
        var end = tokens.Count;
        while (first < end && tokens[first].Kind == TokenKind.Mark && tokens[first].Mark is ';' or ',' or '.' or '-' or ':' or '+' or '/')
            first++;
        while (end > first + 1 && tokens[end - 1].Kind == TokenKind.Mark && tokens[end - 1].Mark is '.' or ';' or ',')
            end--;
        return tokens.Range(first, end);
    }

    /// <summary>Line breaks and runs of spaces become one space.</summary>
    internal static string OneLine(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!NeedsCollapsing(text))
            return text.ToString();
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                result.Append(c);
            else if (result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString();
    }

    private static bool NeedsCollapsing(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || text[i + 1] == ' '))
                return true;
        }

        return false;
    }
}
