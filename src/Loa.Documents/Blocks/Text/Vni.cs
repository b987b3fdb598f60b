using System.Text;

namespace Loa.Documents.Blocks.Text;

/// <summary>VNI for Windows: a base letter followed by a character for shape and tone, and a few letters of their own.</summary>
internal static class Vni
{
    private const string Grave = "\u0300", Acute = "\u0301", Tilde = "\u0303", Hook = "\u0309", Dot = "\u0323", Circumflex = "\u0302", Breve = "\u0306";

    public static string ToUnicode(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        var baseLetter = '\0';
        foreach (var original in text)
        {
            var c = original is >= '\uF020' and <= '\uF0FF' ? (char)(original - 0xF000) : original;
            if (baseLetter != '\0' && Mark(c) is { } mark && Takes(baseLetter, mark))
            {
                result.Append(mark);
                baseLetter = '\0';
                continue;
            }
            var letter = Letter(c);
            result.Append(letter);
            baseLetter = "aAeEoOuUyY".Contains(letter) || c is 'ô' or 'Ô' or 'ö' or 'Ö' ? char.ToLowerInvariant(letter[0]) : '\0';
        }
        return CombiningMarks.Compose(result.ToString());
    }

    private static string Letter(char c) => c switch
    {
        'ñ' => "đ",
        'Ñ' => "Đ",
        'ô' => "ơ",
        'Ô' => "Ơ",
        'ö' => "ư",
        'Ö' => "Ư",
        'æ' => "ỉ",
        'Æ' => "Ỉ",
        'ó' => "ĩ",
        'Ó' => "Ĩ",
        'ò' => "ị",
        'Ò' => "Ị",
        'î' => "ỵ",
        'Î' => "Ỵ",
        _ => c.ToString(),
    };

    private static string? Mark(char c) => char.ToLowerInvariant(c) switch
    {
        'ù' => Acute,
        'ø' => Grave,
        'û' => Hook,
        'õ' => Tilde,
        'ï' => Dot,
        'â' => Circumflex,
        'á' => Circumflex + Acute,
        'à' => Circumflex + Grave,
        'å' => Circumflex + Hook,
        'ã' => Circumflex + Tilde,
        'ä' => Circumflex + Dot,
        'ê' => Breve,
        'é' => Breve + Acute,
        'è' => Breve + Grave,
        'ú' => Breve + Hook,
        'ü' => Breve + Tilde,
        'ë' => Breve + Dot,
        _ => null,
    };

    private static bool Takes(char letter, string mark) => mark[..1] switch
    {
        Circumflex => letter is 'a' or 'e' or 'o',
        Breve => letter is 'a',
        _ => true,
    };
}
