using System.Buffers;

namespace Loa.Documents.Vietnamese.Text;

/// <summary>
/// Keeps the tokens of every text for the length of one reading, so that each is made once, in pooled memory, and every grammar shares it.
/// One reading runs on one thread; nothing outlives it.
/// </summary>
internal sealed class SharedTokens : IDisposable
{
    private const int ChunkSize = 4096;

    [ThreadStatic]
    private static SharedTokens? current;

    // By identity: most repeats ask for the same string, and others are not worth hashing every letter.
    private readonly Dictionary<string, Tokens> known = new(128, ReferenceEqualityComparer.Instance);
    private readonly List<Token[]> chunks = [];
    private readonly SharedTokens? outer;
    private int used;

    private SharedTokens(SharedTokens? outer) => this.outer = outer;

    /// <summary>The reading that runs on this thread; null outside of one.</summary>
    public static SharedTokens? Current => current;

    public static SharedTokens Open() => current = new(current);

    public Tokens Read(string text)
    {
        if (!known.TryGetValue(text, out var tokens))
            known[text] = tokens = Scan(text);
        return tokens;
    }

    public void Dispose()
    {
        current = outer;
        foreach (var chunk in chunks)
            ArrayPool<Token>.Shared.Return(chunk);
        chunks.Clear();
    }

    private Tokens Scan(string text)
    {
        if (text.Length > ChunkSize)
            return Tokens.Scan(text);

        // A text has at most as many tokens as characters, and what is not used stays for the next one.
        if (chunks.Count == 0 || chunks[^1].Length - used < text.Length)
        {
            chunks.Add(ArrayPool<Token>.Shared.Rent(ChunkSize));
            used = 0;
        }

        var tokens = Tokens.Scan(text, chunks[^1], used);
        used += tokens.Count;
        return tokens;
    }
}
