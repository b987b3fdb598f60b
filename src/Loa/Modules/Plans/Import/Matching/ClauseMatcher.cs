using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Import.Matching;

/// <summary>A clause of the parent plan, or a task of the unit's, as far as they are compared.</summary>
internal sealed record MatchedText(Guid Id, string Content, string? Group, string? Number, string? Detail = null);

/// <param name="Score">0 to 1; 1 only for the same words.</param>
/// <param name="IsSure">High enough, and far enough before the next clause, to be accepted in one click.</param>
internal sealed record ClauseMatch(Guid ParentTaskId, double Score, bool IsSure);

/// <summary>
/// How like a unit's task is to each clause of the plan above. A unit rewrites what it was given: it names itself, drops what is not its own, adds how it will do it. So
/// the words that count are those that are rare within the parent: "tuyên truyền" stands in every clause, "Bộ phận Một cửa" in one.
/// <para>
/// Text is folded and cut into syllables and pairs of neighbouring syllables (Vietnamese words are mostly two). A feature weighs
/// <c>ln(1 + clauses / clauses that have it)</c>; one that no clause has (the unit's own words) weighs as little as the commonest, so that additions cost little. The score is
/// the weight of what both have over the geometric mean of what each has (the cosine of sets). Detail counts for the clause only as a second chance, at a discount. The same number
/// or the same heading is a hint of a few hundredths; a hint alone never makes a match, and only identical words reach 1.
/// </para>
/// Pure: the answer for a task depends on the set of clauses and not on their order.
/// </summary>
internal sealed class ClauseMatcher
{
    /// <summary>From here on a match is worth showing.</summary>
    public const double ShownFrom = 0.3;

    private const double SureFrom = 0.6;
    private const double SureLead = 0.1;
    private const double HighestUnlessSame = 0.99;
    private const double SameNumber = 0.02;
    private const double SameGroup = 0.04;
    private const double OfDetail = 0.85;
    private const double OfPair = 1.5;

    private readonly IReadOnlyList<Profile> _clauses;
    private readonly Dictionary<string, double> _weights;
    private readonly double _least;

    public ClauseMatcher(IEnumerable<MatchedText> clauses)
    {
        _clauses = [.. clauses.Select(Profile.Of).OrderBy(clause => clause.Folded, StringComparer.Ordinal).ThenBy(clause => clause.Text.Id)];
        _weights = _clauses.SelectMany(clause => clause.Features.Concat(clause.WithDetail).Distinct()).GroupBy(feature => feature, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IsPair(group.Key) ? OfPair : 1) * Math.Log(1 + ((double)_clauses.Count / group.Count())), StringComparer.Ordinal);
        _least = Math.Log(2);
    }

    /// <summary>The clauses a task may carry out, best first; none below <see cref="ShownFrom"/>.</summary>
    public IReadOnlyList<ClauseMatch> Match(MatchedText task)
    {
        var profile = Profile.Of(task);
        var ranked = _clauses.Select(clause => (clause.Text.Id, Score: Score(profile, clause))).Where(pair => pair.Score >= ShownFrom).OrderByDescending(pair => pair.Score).ToList();
        return [.. ranked.Select((pair, index) => new ClauseMatch(pair.Id, pair.Score, index == 0 && IsSure(ranked.Select(other => other.Score).ToList())))];
    }

    private static bool IsSure(List<double> scores) => scores[0] >= SureFrom && (scores.Count == 1 || scores[0] - scores[1] >= SureLead || scores[0] >= 1 && scores[1] < 1);

    private double Score(Profile task, Profile clause)
    {
        var hints = (Same(task.Number, clause.Number) ? SameNumber : 0) + (Same(task.Group, clause.Group) ? SameGroup : 0);
        if (task.Folded == clause.Folded)
        {
            // Two clauses in the same words: heading and number tell which of them is meant.
            return 1 + hints;
        }

        var words = Math.Max(Likeness(task.Features, clause.Features), clause.Text.Detail is null ? 0 : OfDetail * Likeness(task.Features, clause.WithDetail));
        return words < ShownFrom / 2 ? words : Math.Min(HighestUnlessSame, words + hints);
    }

    private double Likeness(IReadOnlySet<string> left, IReadOnlySet<string> right)
    {
        var (all, other) = (left.Sum(Weight), right.Sum(Weight));
        return all == 0 || other == 0 ? 0 : left.Where(right.Contains).Sum(Weight) / Math.Sqrt(all * other);
    }

    private double Weight(string feature) => _weights.GetValueOrDefault(feature, _least * (IsPair(feature) ? 0.5 : 1));

    private static bool IsPair(string feature) => feature.Contains(' ', StringComparison.Ordinal);

    private static bool Same(string? left, string? right) => left is { Length: > 0 } && left == right;

    /// <summary>A text made ready once.</summary>
    private sealed record Profile(MatchedText Text, string Folded, string? Group, string? Number, IReadOnlySet<string> Features, IReadOnlySet<string> WithDetail)
    {
        public static Profile Of(MatchedText text) => new(
            text, string.Join(' ', Syllables(text.Content)), text.Group is null ? null : Folding.Fold(text.Group), text.Number?.Trim().TrimEnd('.'), FeaturesOf(text.Content),
            text.Detail is null ? FeaturesOf(text.Content) : FeaturesOf($"{text.Content} {text.Detail}"));

        private static HashSet<string> FeaturesOf(string text)
        {
            var syllables = Syllables(text);
            return [.. syllables, .. syllables.Zip(syllables.Skip(1), (first, second) => $"{first} {second}")];
        }

        private static List<string> Syllables(string text)
        {
            var syllables = new List<string>();
            var folded = Folding.Fold(text);
            for (var at = 0; at < folded.Length;)
            {
                var end = at;
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
                    end++;
                if (end > at)
                    syllables.Add(folded[at..end]);
                at = end + 1;
            }

            return syllables;
        }
    }
}
