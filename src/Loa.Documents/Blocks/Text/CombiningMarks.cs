using System.Text;

namespace Loa.Documents.Blocks.Text;

/// <summary>Composes letters and combining marks to NFC, also where the marks stand in an order that Unicode cannot compose.</summary>
internal static class CombiningMarks
{
    public static string Compose(string text)
    {
        var composed = Composed(text);
        return HasMark(composed) ? Composed(Reorder(composed)) : composed;
    }

    // Lone surrogates and U+FFFE make Normalize throw; such text is damaged only there.
    private static string Composed(string text)
    {
        text = text.Replace('\uFFFE', '\uFFFD');
        if (HasLoneSurrogate(text))
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Normalize(NormalizationForm.FormC);
    }

    private static bool HasMark(string text) => text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') >= 0;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return true;
        }
        return false;
    }

    // "á" + circumflex: the tone was typed before the shape of the vowel. Vietnamese has the shape first.
    private static string Reorder(string text)
    {
        var parts = text.Normalize(NormalizationForm.FormD).ToCharArray();
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsShape(parts[i]))
                continue;
            for (var j = i; j > 0 && IsTone(parts[j - 1]); j--)
                (parts[j - 1], parts[j]) = (parts[j], parts[j - 1]);
        }
        return new string(parts);
    }

    private static bool IsShape(char c) => c is '\u0302' or '\u0306' or '\u031B';

    private static bool IsTone(char c) => c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';
}
