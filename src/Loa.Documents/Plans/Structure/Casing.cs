namespace Loa.Documents.Plans;

/// <summary>Small questions about the letters of a line.</summary>
internal static class Casing
{
    /// <summary>Printed in capitals: at least two letters, and at most one letter in twenty small (extraction noise).</summary>
    public static bool AreCapitals(ReadOnlySpan<char> text)
    {
        // With more small letters than a twentieth of all characters the rest need not be seen: running text is told by its first words.
        var few = text.Length / 20;
        int upper = 0, lower = 0;
        foreach (var c in text)
        {
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c) && ++lower > few)
                return false;
        }

        return upper >= 2 && lower * 20 <= upper;
    }

    public static bool StartsLower(ReadOnlySpan<char> text) => text.Length > 0 && char.IsLower(text[0]);

    /// <summary>The sentence is finished: it ends with a mark, closing quotes and brackets aside.</summary>
    public static bool EndsWithMark(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \"”’)*»");
        return text.Length > 0 && ".;:!?…".Contains(text[^1]);
    }

    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                inside = false;
            else if (!inside)
            {
                inside = true;
                words++;
            }
        }

        return words;
    }

    /// <summary>The strings differ by at most one letter changed, missing or added: what closed lists forgive a scan.</summary>
    public static bool WithinOneLetter(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length < b.Length)
        {
            var shorter = a;
            a = b;
            b = shorter;
        }

        if (a.Length - b.Length > 1)
            return false;
        var i = a.CommonPrefixLength(b);
        return a.Length == b.Length
            ? i == a.Length || a[(i + 1)..].SequenceEqual(b[(i + 1)..])
            : a[(i + 1)..].SequenceEqual(b[i..]);
    }
}
