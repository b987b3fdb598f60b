using System.Globalization;
using System.Text;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>Values as an officer types them: 25/5/2024, 1.250, P6M behind "6 tháng".</summary>
internal static class FieldText
{
    public const int MaxLength = 20_000;

    public static string Date(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    public static bool TryDate(string text, out DateOnly? date)
    {
        date = null;
        if (text.Length == 0)
            return true;
        if (!DateOnly.TryParseExact(text.Replace('-', '/').Replace('.', '/'), ["d/M/yyyy", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var read) || read.Year is < 1945 or > 2200)
            return false;
        date = read;
        return true;
    }

    public static string Money(long? money) => money?.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN")) ?? "";

    public static string Decimal(decimal? value) => value?.ToString("0.##########", CultureInfo.GetCultureInfo("vi-VN")) ?? "";

    /// <summary>Vietnamese habit: a dot groups thousands, a comma is the decimal mark.</summary>
    public static bool TryDecimal(string text, out decimal? value)
    {
        value = null;
        if (text.Length == 0)
            return true;
        var plain = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read))
            return false;
        value = read;
        return true;
    }

    public static bool TryInterval(string text, out CalendarInterval? interval)
    {
        interval = null;
        if (text.Length == 0)
            return true;
        try
        {
            interval = CalendarInterval.Parse(text.ToUpperInvariant());
            return interval.Value.Count is > 0 and < 1000;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    public static bool TryChoice<T>(string text, out T? choice)
        where T : struct, Enum
    {
        choice = null;
        if (text.Length == 0)
            return true;
        if (!Enum.TryParse<T>(text, out var read) || !Enum.IsDefined(read))
            return false;
        choice = read;
        return true;
    }

    /// <summary>What a form posted, as it is kept: composed letters, line feeds only, no spaces around, no control characters.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var composed = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC);
        var builder = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            if (c is '\n' or '\t' || !char.IsControl(c))
                builder.Append(c == '\u00A0' ? ' ' : c);
        }

        return builder.ToString().Trim();
    }
}
