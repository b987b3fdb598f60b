using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

public enum LabelKind
{
    /// <summary>"Phần I", "Phần thứ nhất".</summary>
    Part = 1,

    /// <summary>"Chương I".</summary>
    Chapter = 2,

    /// <summary>"Mục 1".</summary>
    Section = 3,

    /// <summary>"Điều 1."</summary>
    Article = 4,

    /// <summary>"I.", "II)", "A." before a title is <see cref="CapitalLetter"/>.</summary>
    Roman = 5,

    /// <summary>"1.", "1.2.", "1)", "(1)".</summary>
    Arabic = 6,

    /// <summary>"a)", "a.", "(a)", "đ)".</summary>
    Letter = 7,

    /// <summary>"A.", "B)".</summary>
    CapitalLetter = 8,

    /// <summary>"-", "+", "•", "*".</summary>
    Bullet = 9,

    /// <summary>"Phụ lục I", "PHỤ LỤC".</summary>
    Annex = 10,
}

/// <summary>The label at the start of a paragraph.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Number">As printed, without final dot or brackets: "I", "1.2", "đ", "-"; "" for an annex without a number.</param>
/// <param name="Value">Place in its row: I → 1, đ → 5, "1.2" → 2; 0 for a bullet.</param>
/// <param name="Depth">Numbers in it: "1.2." → 2; 1 for every other kind, 2 for "+".</param>
/// <param name="Length">Characters of the paragraph it takes, with the space behind it: the text starts there.</param>
public readonly record struct ListLabel(LabelKind Kind, string Number, int Value, int Depth, int Length);

/// <summary>The numbering of Vietnamese administrative documents.</summary>
public static class ListLabels
{
    /// <summary>The order of list letters: no f, j, w, z and no ă, â, ê, ô, ơ, ư, but đ.</summary>
    public const string Alphabet = "abcdđeghiklmnopqrstuvxy";

    private static readonly Phrases<LabelKind> Named = new(
        ("phần", LabelKind.Part), ("chương", LabelKind.Chapter), ("mục", LabelKind.Section), ("điều", LabelKind.Article), ("phụ lục", LabelKind.Annex));

    private static readonly Phrases<int> Ordinals = new(
        ("thứ nhất", 1), ("thứ hai", 2), ("thứ ba", 3), ("thứ tư", 4), ("thứ năm", 5), ("thứ sáu", 6), ("thứ bảy", 7), ("thứ tám", 8), ("thứ chín", 9), ("thứ mười", 10));

    /// <summary>The label at the start of the paragraph, or null.</summary>
    public static ListLabel? Read(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        var start = 0;
        while (start < paragraph.Length && char.IsWhiteSpace(paragraph[start]))
            start++;
        if (start == paragraph.Length)
            return null;
        return Bullet(paragraph, start)
            ?? Bracketed(paragraph, start)
            ?? ReadNamed(paragraph)
            ?? Arabic(paragraph, start)
            ?? Lettered(paragraph, start);
    }

    private static ListLabel? Bullet(string text, int start)
    {
        var depth = text[start] switch
        {
            '-' or '–' or '—' or '−' or '•' or '●' or '▪' or '■' or '\uF0B7' or '\uF0A7' or '*' or '·' or '➢' or '►' or '✓' => 1,
            '+' or 'o' or '○' or '◦' => 2,
            _ => 0,
        };
        if (depth == 0 || start + 1 >= text.Length)
            return null;

        // The letter o is Word's second bullet; it must stand alone. A dash before a figure is a sign, "**" is markup.
        var next = text[start + 1];
        var needsSpace = text[start] == 'o';
        if (needsSpace ? !char.IsWhiteSpace(next) || !StartsCapital(text, start + 1) : next == text[start] || (text[start] is '-' or '+' && char.IsAsciiDigit(next)))
            return null;
        return new(LabelKind.Bullet, text[start].ToString(), 0, depth, SkipSpace(text, start + 1));
    }

    private static bool StartsCapital(string text, int index)
    {
        index = SkipSpace(text, index);
        return index < text.Length && char.IsUpper(text[index]);
    }

    /// <summary>"(1)", "(a)", "(i)".</summary>
    private static ListLabel? Bracketed(string text, int start)
    {
        if (text[start] != '(')
            return null;
        var end = text.IndexOf(')', start, Math.Min(6, text.Length - start));
        if (end < start + 2)
            return null;
        var inner = text[(start + 1)..end].Trim();
        var length = SkipSpace(text, end + 1);
        if (inner.All(char.IsAsciiDigit) && inner.Length is > 0 and < 4)
            return new(LabelKind.Arabic, inner, int.Parse(inner, System.Globalization.CultureInfo.InvariantCulture), 1, length);
        if (inner.Length == 1 && Alphabet.IndexOf(inner[0], StringComparison.Ordinal) is var place and >= 0)
            return new(LabelKind.Letter, inner, place + 1, 1, length);
        return Numerals.Roman(inner.ToUpperInvariant()) is { } roman ? new(LabelKind.Roman, inner, roman, 1, length) : null;
    }

    private static ListLabel? ReadNamed(string text)
    {
        // The first letters of the named labels: other paragraphs, which are nearly all, need no words made of them.
        if (text.AsSpan().TrimStart()[0] is not ('P' or 'C' or 'M' or 'Đ'))
            return null;
        var tokens = Tokens.Read(text);
        var length = Named.Match(tokens, 0, out var kind);
        if (length == 0 || !tokens[0].Capital)
            return null;
        var number = tokens[length];
        if (number is { Kind: TokenKind.Number, Value: >= 0 })
            return Finish(text, kind, number, number.Value);
        if (Ordinals.Match(tokens, length, out var ordinal) is var words and > 0)
            return new(kind, tokens.Slice(length, length + words), ordinal, 1, SkipEnd(text, tokens[length + words - 1].End));
        var letters = number.Kind == TokenKind.Word ? text[number.Start..number.End] : "";
        if (Numerals.Roman(letters) is { } roman)
            return Finish(text, kind, number, roman);
        if (kind is LabelKind.Annex)
        {
            return number.Kind == TokenKind.Word && number.Length == 1 && number.Capital
                ? Finish(text, kind, number, letters[0] - 'A' + 1)
                : new(kind, "", 0, 1, SkipEnd(text, tokens[length - 1].End));
        }

        return null;
    }

    private static ListLabel Finish(string text, LabelKind kind, in Token number, int value) =>
        new(kind, text[number.Start..number.End], value, 1, SkipEnd(text, number.End));

    /// <summary>"1.", "1.2.", "1.2", "1)", "1/", "1 .", "1:"; a bare "2024 là…" or "100% …" is no label.</summary>
    private static ListLabel? Arabic(string text, int start)
    {
        var i = start;
        var depth = 0;
        var value = 0;
        var end = start;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            var first = i;
            value = 0;
            for (; i < text.Length && char.IsAsciiDigit(text[i]) && i - first < 4; i++)
                value = (value * 10) + (text[i] - '0');
            if (i - first > 3)
                return null;
            depth++;
            end = i;
            if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]) && depth < 6)
                i++;
            else
                break;
        }

        if (depth == 0)
            return null;
        var mark = i < text.Length && text[i] == ' ' && i + 1 < text.Length && text[i + 1] is '.' or ')' ? i + 1 : i;
        if (mark < text.Length && text[mark] is '.' or ')' or '/' or ':' && !IsFigure(text, mark + 1))
            return new(LabelKind.Arabic, text[start..end], value, depth, SkipSpace(text, mark + 1));

        // "1- Sở Nội vụ", as the party numbers; "1-2 lần" is a figure.
        if (depth == 1 && i - start <= 2 && i + 1 < text.Length && text[i] is '-' or '–' && char.IsWhiteSpace(text[i + 1]) && StartsCapital(text, i + 1))
            return new(LabelKind.Arabic, text[start..end], value, 1, SkipSpace(text, i + 1));

        // "1.1 Nội dung": the last dot is missing, but two numbers and a capital make it a label.
        return depth > 1 && StartsCapital(text, i) && i < text.Length && char.IsWhiteSpace(text[i])
            ? new(LabelKind.Arabic, text[start..end], value, depth, SkipSpace(text, i))
            : null;
    }

    private static bool IsFigure(string text, int index) => index < text.Length && (char.IsAsciiDigit(text[index]) || text[index] == '%');

    /// <summary>"a)", "a.", "đ)", "A.", "I.", "IV)", "I -", "II/". A Roman I stands before the letter i.</summary>
    private static ListLabel? Lettered(string text, int start)
    {
        var i = start;
        while (i < text.Length && i - start < 8 && char.IsLetter(text[i]))
            i++;
        if (i == start || i >= text.Length)
            return null;
        var mark = text[i] == ' ' && i + 1 < text.Length && text[i + 1] is '.' or ')' or '-' or '–' ? i + 1 : i;
        var dash = text[mark] is '-' or '–';
        if (!(text[mark] is '.' or ')' or '/' or ':' || (dash && (mark > i || IsPartyLabel(text, i)))))
            return null;
        var letters = text[start..i];
        var length = SkipSpace(text, mark + 1);

        // "V/v tăng cường…" is the subject of a letter, not section V.
        if (text[mark] == '/' && length < text.Length && length == mark + 1 && char.IsLower(text[length]))
            return null;
        if (Numerals.Roman(letters) is { } roman && !(letters is "C" or "L" && text[mark] != '.'))
            return letters is "C" ? new(LabelKind.CapitalLetter, letters, 3, 1, length) : new(LabelKind.Roman, letters, roman, 1, length);
        if (letters.Length != 1 || dash)
            return null;
        if (letters[0] is >= 'A' and <= 'H' or 'Đ' && (text[mark] is '.' or ')') && length > mark + 1)
            return new(LabelKind.CapitalLetter, letters, letters[0] == 'Đ' ? 5 : letters[0] - 'A' + 1, 1, length);
        return Alphabet.IndexOf(letters[0], StringComparison.Ordinal) is var place and >= 0 && text[mark] is ')' or '.' or '/'
            ? new(LabelKind.Letter, letters, place + 1, 1, length)
            : null;
    }

    /// <summary>"I- MỤC ĐÍCH": the dash of the party's numbering stands at the numeral, a space behind it.</summary>
    private static bool IsPartyLabel(string text, int dash) => dash + 1 < text.Length && char.IsWhiteSpace(text[dash + 1]) && StartsCapital(text, dash + 1);

    private static int SkipSpace(string text, int index)
    {
        while (index < text.Length && char.IsWhiteSpace(text[index]))
            index++;
        return index;
    }

    private static int SkipEnd(string text, int index)
    {
        index = SkipSpace(text, index);
        if (index < text.Length && text[index] is '.' or ':' or '-' or '–' or ')')
            index++;
        return SkipSpace(text, index);
    }
}
