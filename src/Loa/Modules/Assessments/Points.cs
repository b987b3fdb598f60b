using System.Globalization;
using Loa.Platform;

namespace Loa.Modules.Assessments;

/// <summary>Points in hundredths, so that they are added and compared exactly, and written "2,5".</summary>
internal static class Points
{
    /// <summary>Of one criterion: a thousand points.</summary>
    public const int Most = 100_000;

    public static string Text(int points) => Formats.Number(points / 100m);

    public static string Text(int? points) => points is { } value ? Text(value) : "–";

    /// <summary>"2", "2,5" or "2.25"; false for anything else, and for more than two decimals.</summary>
    public static bool TryRead(string? text, out int points)
    {
        points = 0;
        if (!decimal.TryParse(text?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value * 100 != decimal.Truncate(value * 100) || value > Most / 100m)
        {
            return false;
        }

        points = (int)(value * 100);
        return true;
    }
}
