using Loa.Documents.Vietnamese;
using Loa.Platform.Search;

namespace Loa.Modules.Plans.Amend;

/// <summary>
/// Which task of the edition before a task of the new one carries on. Three passes, each task at most once:
/// <list type="number">
/// <item>the same words (folded: case, marks and spaces do not matter), those with the same annex and number first;</item>
/// <item>the same annex and number, and nearly the same words: the two share at least <see cref="NearlySame"/> of their words;</item>
/// <item>another number (rows moved), and almost every word: at least <see cref="AlmostEqual"/>.</item>
/// </list>
/// The share is that of <see cref="FoldedWords"/>. In the last two passes the likeliest pair goes first.
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
    public static double Share(string one, string other) => new FoldedWords(one).Share(new FoldedWords(other));

    private static void Take(List<Words> old, List<Words> left, Dictionary<Guid, Guid> pairs, Func<Words, Words, double> score, double least)
    {
        var likely = (from now in left from was in old let share = score(was, now) where share >= least orderby share descending select (was, now)).ToList();
        foreach (var (was, now) in likely)
        {
            if (old.Contains(was) && left.Remove(now))
            {
                old.Remove(was);
                pairs[now.Task.PlanTaskId] = was.Task.PlanTaskId;
            }
        }
    }

    private static bool IsSamePlace(PlanTask was, PlanTask now) =>
        was.Number is not null && was.Number == now.Number && was.Annex == now.Annex && Folding.Fold(was.Group ?? "") == Folding.Fold(now.Group ?? "");

    private static double Share(Words one, Words other) => one.Text.Share(other.Text);

    private sealed record Words(PlanTask Task, FoldedWords Text)
    {
        public Words(PlanTask task)
            : this(task, new FoldedWords(task.Content))
        {
        }

        public string Folded => Text.Folded;
    }
}
