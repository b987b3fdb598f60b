namespace Loa.Modules.Agencies.Resolving;

/// <summary>How alike two keys are, between 0 and 1: shared words, and shared letter triples for what is misspelt.</summary>
internal static class Similarity
{
    public static double Of(string left, string right)
    {
        if (left == right)
        {
            return 1;
        }

        var words = Dice(Resolving.AgencyText.Words(left), Resolving.AgencyText.Words(right));
        var letters = Dice(Triples(left), Triples(right));
        return (0.5 * words) + (0.5 * letters);
    }

    private static double Dice(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right)
    {
        if (left.Count + right.Count == 0)
        {
            return 0;
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in left)
        {
            counts[item] = counts.GetValueOrDefault(item) + 1;
        }

        var shared = 0;
        foreach (var item in right)
        {
            if (counts.TryGetValue(item, out var count) && count > 0)
            {
                counts[item] = count - 1;
                shared++;
            }
        }

        return 2.0 * shared / (left.Count + right.Count);
    }

    private static List<string> Triples(string text)
    {
        var padded = $"  {text} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(i => padded.Substring(i, 3))];
    }
}
