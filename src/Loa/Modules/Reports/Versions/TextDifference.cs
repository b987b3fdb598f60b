using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Loa.Modules.Reports.Versions;

internal enum PieceKind
{
    Same = 0,
    Added = 1,
    Removed = 2,
}

/// <summary>A stretch of text that both have, or only one. Without those removed the pieces are the new text, without those added the old one, to the letter.</summary>
internal sealed record Piece(PieceKind Kind, string Text);

/// <summary>
/// What changed between two texts: first by lines, then by words within the lines that changed. Lines with little in common are shown whole, as what went and what came: a patchwork of
/// single words would not be read.
/// </summary>
internal static partial class TextDifference
{
    /// <summary>Comparing takes as many steps as the texts are long times how much they differ; beyond this many parts they are shown whole.</summary>
    private const int PartsMost = 6000;

    /// <summary>The share of letters that two stretches must have in common to be compared word by word.</summary>
    private const double LikeFrom = 0.35;

    private static readonly CustomFunctionChunker Lines = new(text => [.. LinePattern().Matches(text).Select(line => line.Value)]);

    private static readonly CustomFunctionChunker Words = new(text => [.. WordPattern().Matches(text).Select(word => word.Value)]);

    public static IReadOnlyList<Piece> Between(string old, string now)
    {
        var pieces = new List<Piece>();
        foreach (var (removed, added, same) in Blocks(old, now, Lines))
        {
            Add(pieces, PieceKind.Same, same);
            Within(pieces, removed, added);
        }

        return pieces;
    }

    private static void Within(List<Piece> pieces, string removed, string added)
    {
        var parts = removed.Length == 0 || added.Length == 0 ? [] : Blocks(removed, added, Words).ToList();
        if (parts.Sum(part => part.Same.Length) * 2 < (removed.Length + added.Length) * LikeFrom)
        {
            parts = [(removed, added, "")];
        }

        foreach (var part in parts.Count == 0 ? [(removed, added, "")] : parts)
        {
            Add(pieces, PieceKind.Same, part.Item3);
            Add(pieces, PieceKind.Removed, part.Item1);
            Add(pieces, PieceKind.Added, part.Item2);
        }
    }

    /// <summary>In their order: what both have, then what one lost and the other gained after it.</summary>
    private static IEnumerable<(string Removed, string Added, string Same)> Blocks(string old, string now, IChunker chunker)
    {
        if (chunker.Chunk(old).Count + chunker.Chunk(now).Count > PartsMost)
        {
            yield return (old, now, "");
            yield break;
        }

        var found = Differ.Instance.CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            yield return (
                string.Concat(found.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)),
                string.Concat(found.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)),
                string.Concat(found.PiecesOld.Skip(at).Take(block.DeleteStartA - at)));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        yield return ("", "", string.Concat(found.PiecesOld.Skip(at)));
    }

    private static void Add(List<Piece> pieces, PieceKind kind, string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (pieces is [.., var last] && last.Kind == kind)
        {
            pieces[^1] = last with { Text = last.Text + text };
            return;
        }

        pieces.Add(new Piece(kind, text));
    }

    [GeneratedRegex(@"[^\n]+|\n", RegexOptions.None, 2000)]
    private static partial Regex LinePattern();

    /// <summary>A word, a stretch of blanks, or one other sign; a letter beyond the first plane stays whole.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline, 2000)]
    private static partial Regex WordPattern();
}
