using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Documents.Vietnamese;
using Loa.Platform.Figures;

namespace Loa.Modules.Assessments;

/// <param name="From">The value, or the share in percent, from which on it is reached.</param>
/// <param name="Points">In hundredths.</param>
internal readonly record struct ScoreStep(int From, int Points);

/// <summary>"From so many on, so many points": the highest step reached counts, below the first there are none. Stored and typed as lines "12: 5".</summary>
internal sealed partial class ScoreSteps(IReadOnlyList<ScoreStep> steps)
{
    public const int Most = 20;

    public IReadOnlyList<ScoreStep> Steps => steps;

    public int MaxPoints => steps.Max(step => step.Points);

    /// <summary>One step a line; false where a line is no step, or two begin at the same value.</summary>
    public static bool TryRead(string? text, out ScoreSteps steps)
    {
        var read = new List<ScoreStep>();
        steps = new ScoreSteps(read);
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Pattern().Match(Folding.Fold(line)) is not { Success: true } match || !int.TryParse(match.Groups["from"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var from) || !Points.TryRead(match.Groups["points"].Value, out var points))
            {
                return false;
            }

            read.Add(new ScoreStep(from, points));
        }

        read.Sort((a, b) => a.From.CompareTo(b.From));
        return read.Count is > 0 and <= Most && read.DistinctBy(step => step.From).Count() == read.Count;
    }

    /// <summary>Of a count; of a share, in percent of what it is of, without rounding.</summary>
    public int PointsOf(FigureValue value) => steps.LastOrDefault(step => value.Of is { } of ? value.Value * 100 >= step.From * of : value.Value >= step.From).Points;

    public override string ToString() => string.Join('\n', steps.Select(step => $"{step.From.ToString(CultureInfo.InvariantCulture)}: {Assessments.Points.Text(step.Points)}"));

    [GeneratedRegex(@"^(tu\s+)?(?<from>\d{1,9})\s*%?\s*[:=]\s*(?<points>\d{1,6}([.,]\d{1,2})?)\s*(diem)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Pattern();
}
