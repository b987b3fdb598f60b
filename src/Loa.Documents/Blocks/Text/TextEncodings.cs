using System.Text;
using System.Text.Unicode;

namespace Loa.Documents.Blocks.Text;

/// <summary>Finds out how a plain text file is encoded, and refuses what cannot be told apart with certainty.</summary>
internal static class TextEncodings
{
    public static bool HasUnicodeMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>UTF-16 without a mark: ASCII punctuation and digits leave zeros on one side of most pairs.</summary>
    public static Encoding? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int low = 0, high = 0, pairs = sample.Length / 2;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0)
                low++;
            if (sample[i + 1] == 0)
                high++;
        }
        if (high * 2 > pairs && low * 20 < pairs)
            return Encoding.Unicode;
        return low * 2 > pairs && high * 20 < pairs ? Encoding.BigEndianUnicode : null;
    }

    /// <exception cref="DocumentException">The text is in a legacy Vietnamese encoding, or in none that is known.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (LooksLikeUtf16(bytes) is { } utf16)
            return utf16.GetString(bytes);
        if (Utf8.IsValid(bytes))
            return NotDisguised(Encoding.UTF8.GetString(bytes));
        if (LegacyText.Recognise(Encoding.Latin1.GetString(bytes)) is { } legacy)
            throw new DocumentException(DocumentFailure.LegacyEncoding, legacy);
        var text = Encoding.UTF8.GetString(bytes);
        // A few bad bytes in good UTF-8 are damage of transport; more than that is another kind of file.
        return text.AsSpan().Count('\uFFFD') * 500 <= text.Length ? text : throw new DocumentException(DocumentFailure.UnknownFormat);
    }

    // TCVN3 and VNI letters are Latin-1 characters, so an editor may have saved them as good UTF-8.
    private static string NotDisguised(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, LegacyText.SampleLength));
        return LegacyFonts.MayBeLegacy(sample) && LegacyText.Recognise(text) is { } legacy
            ? throw new DocumentException(DocumentFailure.LegacyEncoding, legacy)
            : text;
    }
}
