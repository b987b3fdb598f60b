namespace Loa.Documents.Blocks.Pages;

/// <summary>
/// A font without some Vietnamese letters is helped out by another, and the words come in pieces ("B", "ộ"); a piece touches
/// the one before it, where even the narrowest space is a sixth of the letters' height.
/// </summary>
internal static class WordPieces
{
    /// <summary>Adds the word, or puts it to the last one when it is a piece of that.</summary>
    public static void Add(List<PageWord> words, PageWord word)
    {
        if (words.Count > 0 && GoesOn(words[^1], word))
            words[^1] = Together(words[^1], word);
        else
            words.Add(word);
    }

    private static bool GoesOn(PageWord before, PageWord word)
    {
        var height = Math.Min(before.Bottom - before.Top, word.Bottom - word.Top);
        var gap = word.Left - before.Right;
        return Math.Abs(gap) < height * 0.08 && Math.Min(before.Bottom, word.Bottom) - Math.Max(before.Top, word.Top) > height * 0.5;
    }

    private static PageWord Together(PageWord before, PageWord word) =>
        new(before.Left, Math.Min(before.Top, word.Top), word.Right, Math.Max(before.Bottom, word.Bottom), before.Text + word.Text);
}
