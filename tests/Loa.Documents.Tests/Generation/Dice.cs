namespace Loa.Documents.Tests.Generation;

/// <summary>Chance from a seed: the same seed always writes the same plan. Own arithmetic, since the framework's generator may change between versions.</summary>
internal sealed class Dice(int seed)
{
    // Mixed first: SplitMix adds a constant at each step, so neighbouring raw seeds would be one sequence shifted.
    private ulong _state = Mix((ulong)(uint)seed + 0xD1B54A32D192ED03);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both inclusive.</summary>
    public int Next(int low, int high) => low + (int)(Draw() % (ulong)(high - low + 1));

    public bool Chance(int percent) => Next(1, 100) <= percent;

    public T Pick<T>(params IReadOnlyList<T> items) => items[Next(0, items.Count - 1)];

    /// <summary>Some different items in random order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int count)
    {
        var rest = items.ToList();
        var some = new List<T>();
        while (some.Count < count && rest.Count > 0)
        {
            var index = Next(0, rest.Count - 1);
            some.Add(rest[index]);
            rest.RemoveAt(index);
        }

        return some;
    }

    // SplitMix64.
    private ulong Draw()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
