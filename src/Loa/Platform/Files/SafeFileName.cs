using System.Text;

namespace Loa.Platform.Files;

/// <summary>A name as it may be shown and offered for download: no path, no control or direction characters, not too long.</summary>
internal static class SafeFileName
{
    public const string Fallback = "tep";

    public static string From(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var clean = string.Concat(last.EnumerateRunes().Where(IsShown).Select(rune => rune.ToString())).Trim().TrimStart('.');
        if (clean.Length == 0)
        {
            return Fallback;
        }

        if (clean.Length <= StoredFile.NameMaxLength)
        {
            return clean;
        }

        var extension = Path.GetExtension(clean) is { Length: <= 10 } e ? e : "";
        return clean[..(StoredFile.NameMaxLength - extension.Length)] + extension;
    }

    /// <summary>Control, format (right-to-left override hides an extension) and line characters are dropped.</summary>
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Surrogate) && rune.Value is not ('"' or '<' or '>' or '|' or ':' or '*' or '?');
}
