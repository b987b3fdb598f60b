using System.Globalization;
using System.Text;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>The form in which names are compared and text is searched: lower case, no diacritics, đ → d, spaces collapsed.</summary>
public static class Folding
{
    /// <summary>Folds composed and decomposed Unicode alike; long dashes and curly quotes become plain ones. Idempotent.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else
            {
                Append(result, c);
            }
        }

        if (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return result.ToString();
    }

    private static void Append(StringBuilder result, char c)
    {
        var letter = Letters.Folded(c);
        if (letter != '\0')
            result.Append(letter);
        else if (c < 128)
            result.Append(c);
        else if (c is '–' or '—' or '‑' or '−')
            result.Append('-');
        else if (c is '“' or '”' or '„')
            result.Append('"');
        else if (c is '‘' or '’')
            result.Append('\'');
        else if (!IsDropped(c))
            result.Append(char.IsSurrogate(c) ? c : Foreign(c));
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
