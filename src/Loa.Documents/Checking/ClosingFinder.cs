using System.Text.RegularExpressions;
using Loa.Documents.Checking.Layout;
using Loa.Documents.Plans;

namespace Loa.Documents.Checking;

/// <summary>Finds recipients, signature and annexes behind the text.</summary>
internal sealed partial class ClosingFinder(LaidDocument document, List<LaidParagraph> filled, DocumentElements found)
{
    private const int SignatureReach = 12;
    private const int MaxName = 45;

    /// <summary>Returns where the text ends among the filled paragraphs.</summary>
    public int Find(int from)
    {
        var annex = Annexes(from);
        var title = filled.FindIndex(from, p => p.Folded.StartsWith("noi nhan", StringComparison.Ordinal) && p.Folded.Length < 40);
        if (title < 0 || title >= annex)
            return Signature(from, annex, annex);
        found.RecipientsTitle = filled[title];
        var last = Recipients(title, annex);
        if (filled[title].Cell is { } cell)
        {
            var start = filled.FindIndex(p => p.Cell?.Table == cell.Table);
            Sign([.. filled.Skip(start).TakeWhile(p => p.Cell?.Table == cell.Table).Where(p => p.Cell!.Column > cell.Column)]);
            return start;
        }

        // No table: the signature stands above or below the list.
        var after = Signature(last + 1, annex, annex);
        return found.Authority.Count > 0 ? title : Math.Min(title, Signature(Math.Max(from, title - SignatureReach), title, title));
    }

    private int Recipients(int title, int annex)
    {
        var i = title + 1;
        for (; i < annex && filled[i].Cell == filled[title].Cell && (filled[i].Cell is not null || filled[i].Folded.StartsWith('-')); i++)
            found.Recipients.Add(filled[i]);
        return i - 1;
    }

    private int Signature(int from, int to, int otherwise)
    {
        for (var i = from; i < to; i++)
        {
            if (!SignerTitles.OpensSignature(filled[i].Text.Trim()))
                continue;
            Sign([.. filled.Skip(i).Take(Math.Min(SignatureReach, to - i))]);
            return i;
        }

        return otherwise;
    }

    /// <summary>Lines in capitals are authority and title; the last other line is the name.</summary>
    private void Sign(List<LaidParagraph> lines)
    {
        foreach (var line in lines)
        {
            if (SignerTitles.OpensSignature(line.Text.Trim().ToUpperInvariant()) || (found.Authority.Count > 0 && Casing.AreCapitals(line.Text.Trim()) && line.Index == found.Authority[^1].Index + 1))
                found.Authority.Add(line);
            else if (found.Authority.Count > 0 && line.Cell == found.Authority[0].Cell && line.Folded is { Length: <= MaxName } and not ['-' or '(', ..])
                found.SignerName = line;
        }
    }

    /// <summary>Finds the annexes; returns where the first one begins, or the end.</summary>
    private int Annexes(int from)
    {
        var first = filled.Count;
        for (var i = from; i < filled.Count; i++)
        {
            if (filled[i].Cell is not null || !Label().IsMatch(filled[i].Folded))
                continue;
            first = Math.Min(first, i);
            var annex = new AnnexElements { Label = filled[i] };
            found.Annexes.Add(annex);
            Captions(annex, i + 1);
        }

        return first;
    }

    private void Captions(AnnexElements annex, int from)
    {
        for (var i = from; i < filled.Count && i < from + 6 && filled[i].Cell is null; i++)
        {
            if (filled[i].Folded.TrimStart('(', ' ') is var folded && (folded.StartsWith("kem theo", StringComparison.Ordinal) || folded.StartsWith("ban hanh kem", StringComparison.Ordinal)))
            {
                annex.Reference = filled[i];
                return;
            }

            if (i > from && document.Paragraphs[filled[i].Index].Look.Justify != "center")
                return;
            annex.Title.Add(filled[i]);
        }
    }

    [GeneratedRegex(@"^phu luc( [ivxlc]+| \d+)?[.:]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
