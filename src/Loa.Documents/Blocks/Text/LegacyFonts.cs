namespace Loa.Documents.Blocks.Text;

/// <summary>Text typed in a font of its own encoding: ".Vn…" fonts hold TCVN3, "VNI-…" fonts hold VNI.</summary>
internal static class LegacyFonts
{
    /// <summary>
    /// Both encodings write Vietnamese with Latin-1 characters only. Text with a letter that only Unicode has was typed in
    /// Unicode, whatever font it names; text in plain ASCII reads the same in all of them.
    /// </summary>
    public static bool MayBeLegacy(ReadOnlySpan<char> text)
    {
        var high = false;
        foreach (var c in text)
        {
            if (c is (>= '\u0102' and <= '\u01B0') or (>= '\u0300' and <= '\u0323') or (>= '\u1EA0' and <= '\u1EF9'))
                return false;
            high |= c is (>= '\u0080' and <= '\u00FF') or (>= '\uF080' and <= '\uF0FF');
        }
        return high;
    }

    public static string Convert(ReadOnlySpan<char> text, string? font, out string? from)
    {
        from = Encoding(font);
        return from switch
        {
            "TCVN3" => Tcvn3.ToUnicode(text, DrawsCapitals(font)),
            "VNI" => Vni.ToUnicode(text),
            _ => new string(text),
        };
    }

    /// <summary>".VnTimeH" and its kind draw small letters as capitals, plain ASCII ones too.</summary>
    public static bool DrawsCapitals(string? font) => font is ['.', 'V' or 'v', 'n' or 'N', .., 'H' or 'h'];

    public static string? Encoding(string? font)
    {
        if (string.IsNullOrEmpty(font))
            return null;
        if (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
            return "TCVN3";
        return font.StartsWith("VNI", StringComparison.OrdinalIgnoreCase) && font.Length > 3 && font[3] is '-' or ' ' ? "VNI" : null;
    }
}
