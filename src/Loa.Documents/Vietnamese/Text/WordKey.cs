namespace Loa.Documents.Vietnamese.Text;

/// <summary>Builds the number that stands for a word; see <see cref="Token"/>.</summary>
internal struct WordKey
{
    private const int MaxExactLetters = 10;
    private const ulong LongWord = 1UL << 63;
    private ulong key;
    private ulong loose;
    private int count;
    private int tone;
    private int last;
    private int beforeLast;

    public readonly ulong Key => count > MaxExactLetters ? key | LongWord : key | ((ulong)tone << 60);
    public readonly ulong Loose => count > MaxExactLetters ? loose | LongWord : loose;

    public static ulong Of(string word)
    {
        var built = new WordKey();
        foreach (var c in word)
            built.Add(c);
        return built.Key;
    }

    public void Add(char c)
    {
        var code = Letters.Code(c);
        if (code == 0)
        {
            AddMark(c);
            return;
        }

        if (Letters.Tone(c) is var t and not 0)
            tone = t;
        AddLetter(SameSound(code));
    }

    private void AddMark(char c)
    {
        if (Letters.CombiningTone(c) is var t and not 0)
        {
            tone = t;
        }
        else if (Letters.Combine(last, c) is var combined && combined != last)
        {
            key += (ulong)(combined - last);
            last = combined;
        }
        else if (char.IsLetter(c))
        {
            AddLetter(40 + (c % 23));
        }
    }

    private void AddLetter(int code)
    {
        count++;
        var plain = code < 40 ? Letters.PlainCode(code) : code;
        if (count <= MaxExactLetters)
        {
            key = (key << 6) | (uint)code;
            loose = (loose << 6) | (uint)plain;
        }
        else
        {
            key = ((key * 1099511628211UL) ^ (uint)code) & ~LongWord;
            loose = ((loose * 1099511628211UL) ^ (uint)plain) & ~LongWord;
        }

        beforeLast = last;
        last = code;
    }

    /// <summary>"kỳ" and "kì", "quý" and "quí" are two spellings of one word; "hay" and "hai" are not.</summary>
    private readonly int SameSound(int code) =>
        code == Letters.Y && last != 0 && (!Letters.IsVowel(last < 40 ? Letters.PlainCode(last) : 0) || (last == Letters.U && beforeLast == Letters.Q))
            ? Letters.I
            : code;
}
