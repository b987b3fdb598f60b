using System.Globalization;

namespace Loa.Documents.Blocks.Docx;

/// <summary>Characters of symbol fonts as plain characters.</summary>
internal static class Symbols
{
    /// <summary>The current <c>w:sym</c>; '\0' when it has no plain equivalent.</summary>
    public static char Read(WordXml xml) =>
        int.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            ? Plain(code, xml.Attribute("font"))
            : '\0';

    /// <summary>Codes of symbol fonts stand at F000 and above, or bare.</summary>
    public static char Plain(int code, string? font)
    {
        var low = code & 0xFF;
        var wingdings = font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true;
        return low switch
        {
            0x2D => '-',
            0x2B when !wingdings => '+',
            0xB7 or 0xA7 or 0xD8 or 0x76 or 0x9F or 0x6C or 0x6E or 0x71 or 0x75 when wingdings || low is 0xB7 => '•',
            0xE0 or 0xF0 when wingdings => '→',
            0xFC or 0xFE when wingdings => '✓',
            0xA8 or 0x6F when wingdings => '□',
            0xAE when !wingdings => '→',
            0xB3 when !wingdings => '≥',
            0xA3 when !wingdings => '≤',
            0xB4 when !wingdings => '×',
            0xB1 when !wingdings => '±',
            >= 0x20 and < 0x7F when !wingdings => (char)low,
            _ => wingdings ? '•' : '\0',
        };
    }
}
