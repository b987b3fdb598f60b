namespace Loa.Documents.Vietnamese.Text;

/// <summary>A closed list of phrases with a value each; the longest one that stands at a token wins. Phrases may hold marks but no figures.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<ulong, List<(ulong[] Tail, T Value)>> byFirst = [];
    private readonly bool loose;

    // One bit for what a first word hashes to. Grammars ask dozens of lists at every word, and nearly always in vain.
    private readonly ulong[] filter = new ulong[16];

    /// <param name="loose">Compare without diacritics: only for lists whose words are not confused that way.</param>
    /// <param name="phrases">Alternatives of one value are separated by '|'.</param>
    public Phrases(bool loose, params ReadOnlySpan<(string Words, T Value)> phrases)
    {
        this.loose = loose;
        foreach (var (words, value) in phrases)
        {
            foreach (var alternative in words.Split('|'))
                Add(alternative, value);
        }

        foreach (var list in byFirst.Values)
            list.Sort((a, b) => b.Tail.Length - a.Tail.Length);
    }

    public Phrases(params ReadOnlySpan<(string Words, T Value)> phrases)
        : this(loose: false, phrases)
    {
    }

    /// <summary>How many tokens the longest phrase at <paramref name="index"/> takes; 0 when none stands there.</summary>
    public int Match(Tokens tokens, int index, out T value)
    {
        ref readonly var first = ref tokens[index];
        var key = loose ? first.Loose : first.Key;
        if (first.Kind == TokenKind.Word && (filter[Place(key)] & Bit(key)) != 0 && byFirst.TryGetValue(key, out var candidates))
        {
            foreach (var (tail, candidate) in candidates)
            {
                if (Follows(tokens, index + 1, tail))
                {
                    value = candidate;
                    return tail.Length + 1;
                }
            }
        }

        value = default!;
        return 0;
    }

    private bool Follows(Tokens tokens, int index, ulong[] tail)
    {
        for (var i = 0; i < tail.Length; i++)
        {
            ref readonly var token = ref tokens[index + i];
            if (token.Kind is TokenKind.End or TokenKind.Number || (loose ? token.Loose : token.Key) != tail[i])
                return false;
        }

        return true;
    }

    private static ulong Hash(ulong key) => key * 0x9E3779B97F4A7C15;
    private static int Place(ulong key) => (int)(Hash(key) >> 60);
    private static ulong Bit(ulong key) => 1UL << (int)(Hash(key) >> 54 & 63);

    private void Add(string phrase, T value)
    {
        var tokens = Tokens.Read(phrase);
        var tail = new ulong[tokens.Count - 1];
        for (var i = 1; i < tokens.Count; i++)
            tail[i - 1] = loose ? tokens[i].Loose : tokens[i].Key;
        var first = loose ? tokens[0].Loose : tokens[0].Key;
        filter[Place(first)] |= Bit(first);
        if (!byFirst.TryGetValue(first, out var list))
            byFirst[first] = list = [];
        list.Add((tail, value));
    }
}

/// <summary>A closed list of phrases.</summary>
internal sealed class Words
{
    private readonly Phrases<bool> phrases;

    public Words(string alternatives, bool loose = false) => phrases = new(loose, (alternatives, true));

    /// <summary>How many tokens the longest phrase at <paramref name="index"/> takes; 0 when none stands there.</summary>
    public int Match(Tokens tokens, int index) => phrases.Match(tokens, index, out _);

    public bool At(Tokens tokens, int index) => phrases.Match(tokens, index, out _) > 0;
}
