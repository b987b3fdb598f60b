namespace Loa.Documents.Blocks.Text;

/// <summary>VISCII (RFC 1456), only to recognise it; its six capitals among the control codes do not matter for that.</summary>
internal static class Viscii
{
    // Codes 80 to FF.
    private const string Letters =
        "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ" +
        "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ" +
        "Õắằặấầẩậẽẹếềểễệố" +
        "ồổỗỠƠộờởịỰỨỪỬơớƯ" +
        "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ" +
        "ĐứÒÓÔạỷừửÙÚỹỵÝỡư" +
        "àáâãảăữẫèéêẻìíĩỉ" +
        "đựòóôõỏọụùúũủýợỮ";

    public static string ToUnicode(ReadOnlySpan<char> text)
    {
        var result = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
            result[i] = text[i] is >= '\u0080' and <= '\u00FF' ? Letters[text[i] - 0x80] : text[i];
        return new string(result);
    }
}
