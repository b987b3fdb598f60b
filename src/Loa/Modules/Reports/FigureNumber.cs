using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Platform;

namespace Loa.Modules.Reports;

/// <summary>Values of figures in hundredths: how they are typed and shown.</summary>
internal static partial class FigureNumber
{
    public const int Scale = 100;

    /// <summary>In hundredths: what a formula leaves of binary fractions, 0.30000000000000004.</summary>
    private const decimal Dust = 0.00005m;

    private static readonly NumberFormatInfo Typed = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-" };

    public static long Of(decimal value) => (long)Math.Clamp(Math.Round(value * Scale, MidpointRounding.AwayFromZero), -ReportFigure.Most, ReportFigure.Most);

    public static decimal Of(long hundredths) => hundredths / (decimal)Scale;

    /// <summary>"1.234,5"; a dash where there is none.</summary>
    public static string Text(long? hundredths) => hundredths is { } value ? Formats.Number(Of(value)) : "–";

    /// <summary>As it is typed, "1234,5": empty where there is none.</summary>
    public static string Input(long? hundredths) => hundredths is { } value ? Of(value).ToString("0.##", Typed) : "";

    /// <summary>"45", or "12/15 (80%)" for a share.</summary>
    public static string Text(long? value, long? of) => (value, of) switch
    {
        (null, _) => "–",
        (_, null) => Text(value),
        ({ } part, 0) => $"{Text(part)}/0",
        ({ } part, { } whole) => $"{Text(part)}/{Text(whole)} ({Formats.Number(Math.Floor(part * 1000m / whole) / 10, 1)}%)",
    };

    /// <summary>"1.234,5" or "1234.5"; a dot before exactly three digits parts thousands, as officers write it. False for anything else, also for less than zero.</summary>
    public static bool TryRead(string? text, out long hundredths)
    {
        hundredths = 0;
        var typed = text?.Trim().Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal) ?? "";
        // A spreadsheet hands over "12.5": a single dot that is not followed by exactly three digits is a decimal mark.
        if (typed.Count(c => c == '.') == 1 && !typed.Contains(',', StringComparison.Ordinal) && typed.Length - typed.IndexOf('.', StringComparison.Ordinal) != 4)
        {
            typed = typed.Replace('.', ',');
        }

        // What is parted must be thousands: "0.125" and "1.2.3" are not.
        if (typed.Contains('.', StringComparison.Ordinal) && !Thousands().IsMatch(typed))
        {
            return false;
        }

        if (!decimal.TryParse(typed, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, Typed, out var value) || value > Of(ReportFigure.Most) || value * Scale != decimal.Truncate(value * Scale))
        {
            return false;
        }

        hundredths = (long)(value * Scale);
        return true;
    }

    /// <summary>As a spreadsheet holds a number, "1234.5" or "1E+15": the dot is its decimal mark, however many digits follow. False also for less than zero and for more than two decimals.</summary>
    public static bool TryReadCell(string text, out long hundredths)
    {
        hundredths = 0;
        if (!IsInRange(text, out var value) || Math.Abs((value * Scale) - decimal.Round(value * Scale)) > Dust)
        {
            return false;
        }

        hundredths = (long)decimal.Round(value * Scale);
        return true;
    }

    /// <summary>A number that a report could hold, but for its decimals.</summary>
    public static bool IsCell(string text) => IsInRange(text, out _);

    private static bool IsInRange(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= 0 && value <= Of(ReportFigure.Most);

    [GeneratedRegex(@"^[1-9]\d{0,2}(\.\d{3})+(,\d*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Thousands();
}
