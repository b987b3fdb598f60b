using System.Buffers;
using System.Globalization;
using System.Text;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>The form in which names are compared and text is searched: lower case, no diacritics, đ → d, spaces collapsed.</summary>
public static class Folding
{
    /// <summary>Folded characters that are enough to tell how a text opens.</summary>
    internal const int OpeningLength = 48;

    private const int OnStack = 512;

    /// <summary>Folds composed and decomposed Unicode alike; long dashes and curly quotes become plain ones. Idempotent.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= OnStack)
            return Fold(text, stackalloc char[OnStack]).ToString();
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        var folded = Fold(text, rented).ToString();
        ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    /// <summary>As much of the folded text as <paramref name="target"/> holds: a question about the opening needs no more.</summary>
    internal static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = length > 0;
                continue;
            }

            if (Fold(c) is not { } folded)
                continue;
            if (length + (space ? 1 : 0) >= target.Length)
                break;
            if (space)
                target[length++] = ' ';
            target[length++] = folded;
            space = false;
        }

        return target[..length];
    }

    /// <summary>Null for what is dropped.</summary>
    private static char? Fold(char c)
    {
        var letter = Letters.Folded(c);
        if (letter != '\0')
            return letter;
        if (c < 128)
            return c;
        return c switch
        {
            '–' or '—' or '‑' or '−' => '-',
            '“' or '”' or '„' => '"',
            '‘' or '’' => '\'',
            _ when IsDropped(c) => null,
            _ => char.IsSurrogate(c) ? c : Foreign(c),
        };
    }

    /// <summary>Combining marks, soft hyphens and zero-width characters carry nothing that is compared.</summary>
    private static bool IsDropped(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>A letter outside Vietnamese: é of another alphabet keeps its base letter only where that stays one character.</summary>
    private static char Foreign(char c)
    {
        var lower = char.ToLowerInvariant(c);
        if (!char.IsLetter(lower))
            return lower;
        var decomposed = lower.ToString().Normalize(NormalizationForm.FormD);
        var first = char.ToLowerInvariant(decomposed[0]);
        return Letters.Folded(first) is var plain and not '\0' ? plain : first;
    }
}
