namespace Loa.Documents.Blocks.Text;

/// <summary>TCVN 5712:1993 (VN3), one character a letter. In Windows it appears as Latin-1 text in ".Vn…" fonts.</summary>
internal static class Tcvn3
{
    // Codes A1 to FF. B0 to B4 are combining tones.
    private const string Letters =
        "ĂÂÊÔƠƯĐăâêôơưđẰ" +
        "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ" +
        "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" +
        "éẹềểễếệìỉỄẾỒĩíịò" +
        "Ổỏõóọồổỗốộờởỡớợù" +
        "ỖủũúụừửữứựỳỷỹýỵỐ";

    /// <summary><paramref name="capitals"/>: the font draws small letters as capitals (".VnTimeH").</summary>
    public static string ToUnicode(ReadOnlySpan<char> text, bool capitals)
    {
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Letter(text[i]);
            result[i] = capitals ? char.ToUpperInvariant(letter) : letter;
        }
        return new string(result);
    }

    public static char Letter(char c)
    {
        // Symbol-encoded fonts are stored at F000 and above.
        if (c is >= '\uF020' and <= '\uF0FF')
            c = (char)(c - 0xF000);
        return c is >= '\u00A1' and <= '\u00FF' ? Letters[c - 0xA1] : c;
    }
}
