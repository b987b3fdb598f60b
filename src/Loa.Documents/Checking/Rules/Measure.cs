using System.Globalization;
using Loa.Documents.Checking.Layout;
using Loa.Documents.Plans;

namespace Loa.Documents.Checking.Rules;

/// <summary>Figures and comparisons that the rules share.</summary>
internal static class Measure
{
    public const double MillimetresAPoint = 25.4 / 72;

    /// <summary>Programs round distances to twentieths of a point and people to tenths of a millimetre.</summary>
    public const double Tolerance = 0.3;

    public static double Millimetres(double twentieths) => twentieths / 20 * MillimetresAPoint;

    /// <summary>Numbers as Vietnamese and English write them: "12,7", "12.7".</summary>
    public static Phrase Figure(double value, string unit = "")
    {
        var en = value.ToString("0.#", CultureInfo.InvariantCulture);
        return new(en.Replace('.', ',') + unit, en + unit);
    }

    public static Phrase Range(double least, double most, string unit = "")
    {
        var (a, b) = (Figure(least), Figure(most));
        return least.Equals(most) ? Figure(least, unit) : new($"{a.Vi}–{b.Vi}{unit}", $"{a.En}–{b.En}{unit}");
    }

    /// <summary>Runs that show letters.</summary>
    public static IEnumerable<LaidRun> Letters(this LaidParagraph paragraph) => paragraph.Runs.Where(r => !string.IsNullOrWhiteSpace(r.Text));

    public static double Size(this LaidRun run) => (run.Look.HalfPoints ?? 20) / 2.0;

    public static bool IsCapitals(this LaidParagraph paragraph) =>
        paragraph.Letters().All(r => r.Look.Capitals == true || !r.Text.Any(char.IsLetter) || Casing.AreCapitals(r.Text));

    public static bool IsCentred(this LaidParagraph paragraph) => paragraph.Look.Justify == "center" || paragraph.Look.CentredFrame == true;
}
