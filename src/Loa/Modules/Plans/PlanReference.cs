using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans;

/// <summary>References as they are compared, so that "Số 523 /KH-UBND" in one plan finds "523/KH-UBND" of another.</summary>
internal static class PlanReference
{
    /// <summary>Folded, without spaces and leading zeros; null where there is no number yet ("/KH-SYT").</summary>
    public static string? Key(string? reference)
    {
        if (string.IsNullOrWhiteSpace(reference))
            return null;
        var key = Folding.Fold(reference).Replace(" ", "", StringComparison.Ordinal).TrimStart('0');
        return key.Length > 2 && char.IsAsciiDigit(key[0]) && key.Contains('/', StringComparison.Ordinal) ? key : null;
    }
}
