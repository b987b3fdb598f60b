namespace Loa.Documents.Tests.Scoring;

/// <summary>How many of the things expected were found, and how many found were expected.</summary>
internal readonly record struct Tally(int Matched, int Expected, int Found)
{
    /// <summary>Harmonic mean of precision and recall; 1 where nothing was expected and nothing found.</summary>
    public double F1 => Expected + Found == 0 ? 1 : 2.0 * Matched / (Expected + Found);

    public static Tally operator +(Tally left, Tally right) =>
        new(left.Matched + right.Matched, left.Expected + right.Expected, left.Found + right.Found);

    /// <summary>A measure that is right or wrong for each item: precision and recall are the same.</summary>
    public static Tally Exact(int right, int all) => new(right, all, all);

    /// <summary>Pairs equal items, each used once.</summary>
    public static Tally OfKeys(IEnumerable<string> expected, IEnumerable<string> found, Action<string>? missed = null, Action<string>? surplus = null)
    {
        var rest = found.ToList();
        var total = rest.Count;
        var (matched, wanted) = (0, 0);
        foreach (var key in expected)
        {
            wanted++;
            if (rest.Remove(key))
                matched++;
            else
                missed?.Invoke(key);
        }

        rest.ForEach(key => surplus?.Invoke(key));
        return new(matched, wanted, total);
    }
}
