using System.Text;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>Turns a name printed in capitals into the casing of running text.</summary>
public static class SentenceCase
{
    /// <summary>"ỦY BAN NHÂN DÂN TỈNH NGHỆ AN" → "Ủy ban nhân dân tỉnh Nghệ An".</summary>
    /// <param name="capitals">The printed name; what is not all capitals comes back unchanged.</param>
    /// <param name="body">Text of the document: where it prints the same name, its casing wins.</param>
    /// <param name="place">The place of the date line ("Nghệ An"), whose words are proper names.</param>
    public static string Of(string capitals, string? body = null, string? place = null)
    {
        ArgumentNullException.ThrowIfNull(capitals);
        if (!IsCapitals(capitals))
            return capitals;
        if (body is not null && FindCasing(capitals, body) is { } printed)
            return printed;
        return Cased(capitals, place);
    }

    /// <summary>At least two letters, none lower case, brackets left aside.</summary>
    public static bool IsCapitals(string text)
    {
        var upper = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                upper++;
        }

        return upper > 1;
    }

    private static string? FindCasing(string capitals, string body)
    {
        for (var start = 0; start < body.Length;)
        {
            var at = body.IndexOf(capitals, start, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            var found = body.Substring(at, capitals.Length);
            if (!IsCapitals(found))
                return char.ToUpperInvariant(found[0]) + found[1..];
            start = at + capitals.Length;
        }

        return null;
    }

    private static string Cased(string capitals, string? place)
    {
        var tokens = Tokens.Read(capitals);
        var result = new StringBuilder(capitals.ToLowerInvariant());
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == 0 && tokens[0].Kind == TokenKind.Word)
                result[tokens[0].Start] = char.ToUpperInvariant(capitals[tokens[0].Start]);
        }

        return result.ToString();
    }
}
