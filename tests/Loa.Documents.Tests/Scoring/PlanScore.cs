using System.Globalization;
using System.Text;

namespace Loa.Documents.Tests.Scoring;

/// <summary>The measures the reader is held to, over one plan or the sum of many, with every difference by name.</summary>
internal sealed class PlanScore
{
    public static readonly IReadOnlyList<(string Measure, double Threshold)> Thresholds =
    [
        (Heading, 0.98), (Bases, 0.97), (Tasks, 0.97), (Lead, 0.95), (Coordinating, 0.95), (Timeframes, 0.95), (Cadences, 0.9), (DueDates, 0.9),
    ];

    public const string Heading = "heading";
    public const string Bases = "bases";
    public const string Tasks = "tasks";
    public const string Lead = "lead";
    public const string Coordinating = "coordinating";
    public const string Timeframes = "timeframe";
    public const string Grouping = "group and number";
    public const string Products = "product and detail";
    public const string Cadences = "cadences";
    public const string DueDates = "due dates";
    public const string Responsibilities = "responsibilities";
    public const string Targets = "targets";
    public const string Texts = "purposes … budget";
    public const string Forms = "forms";

    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences => _differences;

    public Tally this[string measure] => _tallies.GetValueOrDefault(measure);

    public void Add(string measure, Tally tally) => _tallies[measure] = this[measure] + tally;

    public void Differ(string where, object? expected, object? found) => _differences.Add($"{where}: expected ‹{expected}› but found ‹{found}›");

    public void Add(PlanScore other, string? source = null)
    {
        foreach (var (measure, tally) in other._tallies)
            Add(measure, tally);
        _differences.AddRange(source is null ? other._differences : other._differences.Select(d => $"[{source}] {d}"));
    }

    /// <summary>Whether every measure of <see cref="Thresholds"/> is reached.</summary>
    public bool Reaches => Thresholds.All(t => this[t.Measure].F1 >= t.Threshold);

    /// <summary>The measures as a table, one a line.</summary>
    public string Table()
    {
        var text = new StringBuilder();
        foreach (var (measure, tally) in _tallies)
            text.AppendLine(CultureInfo.InvariantCulture, $"{measure,-20} {tally.F1,6:0.000}   {tally.Matched}/{tally.Expected} expected, {tally.Found} found");
        return text.ToString();
    }

    public override string ToString() => Table() + string.Join('\n', _differences);
}
