using System.Globalization;

namespace Loa.Platform;

/// <summary>Dates and numbers as Vietnamese officers write them; the same in both interface languages, because documents are.</summary>
internal static class Formats
{
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NumberGroupSizes = [3] };

    /// <summary>For casing and order of words.</summary>
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>05/03/2024</summary>
    public static string Date(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static string Date(DateOnly? date) => date is { } value ? Date(value) : "";

    /// <summary>A UTC time from a column as 05/03/2024 14:30, Vietnamese time.</summary>
    public static string Time(DateTime utc) => Calendar.ToVietnam(utc).ToString("dd'/'MM'/'yyyy HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>1.234</summary>
    public static string Number(long value) => value.ToString("N0", Numbers);

    /// <summary>1.234,5: no more decimals than needed, at most <paramref name="decimals"/>.</summary>
    public static string Number(decimal value, int decimals = 2) => value.ToString("#,##0." + new string('#', decimals), Numbers);

    /// <summary>66,6%: rounded down to one decimal, so that 100% is said only of everyone; a dash where there is nothing to be a share of.</summary>
    public static string Percent(long part, long whole) => whole <= 0 ? "–" : $"{Number(PercentOf(part, whole), 1)}%";

    /// <summary>0 to 100 as <see cref="Percent"/> says it.</summary>
    public static decimal PercentOf(long part, long whole) => whole <= 0 ? 0 : Math.Floor(Math.Clamp(part, 0, whole) * 1000m / whole) / 10;

    /// <summary>12,3 KB</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => $"{Number(bytes / 1024m, 1)} KB",
        < 1024L * 1024 * 1024 => $"{Number(bytes / (1024m * 1024), 1)} MB",
        _ => $"{Number(bytes / (1024m * 1024 * 1024), 1)} GB",
    };
}
