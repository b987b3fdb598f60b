using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans.Amend;

/// <summary>
/// Which task of the edition before a task of the new one carries on. Three passes, each task at most once:
/// <list type="number">
/// <item>the same words (folded: case, marks and spaces do not matter), those with the same annex and number first;</item>
/// <item>the same annex and number, and nearly the same words: the two share at least <see cref="NearlySame"/> of their words;</item>
/// <item>another number (rows moved), and almost every word: at least <see cref="AlmostEqual"/>.</item>
/// </list>
/// The share is Dice's coefficient over the folded words, each as often as it stands there: 2·|both| / (|one| + |other|). In the last two passes the likeliest pair goes first.
/// </summary>
internal static class TaskMatching
{
    public const double NearlySame = 0.6;
    public const double AlmostEqual = 0.9;

    /// <returns>New task → old task.</returns>
    public static IReadOnlyDictionary<Guid, Guid> Pair(IReadOnlyCollection<PlanTask> before, IReadOnlyCollection<PlanTask> after)
    {
        var pairs = new Dictionary<Guid, Guid>();
        var old = before.OrderBy(task => task.Ordinal).Select(task => new Words(task)).ToList();
        var left = after.OrderBy(task => task.Ordinal).Select(task => new Words(task)).ToList();
        // Same words: first where the place is the same too, so that two rows of one wording keep theirs.
        Take(old, left, pairs, (was, now) => was.Folded == now.Folded && IsSamePlace(was.Task, now.Task) ? 1 : 0, 1);
        Take(old, left, pairs, (was, now) => was.Folded == now.Folded ? 1 : 0, 1);
        Take(old, left, pairs, (was, now) => IsSamePlace(was.Task, now.Task) ? Share(was, now) : 0, NearlySame);
        Take(old, left, pairs, Share, AlmostEqual);
        return pairs;
    }

    /// <summary>The share of words two contents have in common, 0 to 1.</summary>
    public static double Share(string one, string other) => Share(new Words(one), new Words(other));

    private static void Take(List<Words> old, List<Words> left, Dictionary<Guid, Guid> pairs, Func<Words, Words, double> score, double least)
    {
        var likely = (from now in left from was in old let share = score(was, now) where share >= least orderby share descending select (was, now)).ToList();
        foreach (var (was, now) in likely)
        {
            if (old.Contains(was) && left.Remove(now))
            {
                old.Remove(was);
                pairs[now.Task!.PlanTaskId] = was.Task!.PlanTaskId;
            }
        }
    }

    private static bool IsSamePlace(PlanTask? was, PlanTask? now) =>
        was!.Number is not null && was.Number == now!.Number && was.Annex == now.Annex && Folding.Fold(was.Group ?? "") == Folding.Fold(now.Group ?? "");

    private static double Share(Words one, Words other)
    {
        if (one.Length + other.Length == 0)
        {
            return 1;
        }

        var both = one.Counts.Sum(word => Math.Min(word.Value, other.Counts.GetValueOrDefault(word.Key)));
        return 2.0 * both / (one.Length + other.Length);
    }

    private sealed class Words
    {
        public Words(PlanTask task)
            : this(task.Content) => Task = task;

        public Words(string text)
        {
            Folded = Folding.Fold(text);
            var words = Folded.Split([' ', ',', ';', '.', ':', '(', ')', '-', '–', '/', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);
            Length = words.Length;
            Counts = words.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        }

        public PlanTask? Task { get; }

        public string Folded { get; }

        public int Length { get; }

        public Dictionary<string, int> Counts { get; }
    }
}
