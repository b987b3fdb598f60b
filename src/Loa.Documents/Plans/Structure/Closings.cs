using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Where the text ends: "./.", "Nơi nhận:", the signature.</summary>
internal static class Closings
{
    private const int Look = 12;

    public static bool OpensClosing(Line line) =>
        line.Table is null && (OpensRecipients(line) || SignerTitles.OpensSignature(line.Value));

    public static bool OpensRecipients(Line line) =>
        line.Value.Length < 80 && line.Opening.StartsWith("noi nhan", StringComparison.Ordinal);

    /// <summary>"Lưu: VT, NV." in any of its spellings.</summary>
    public static bool IsFileLine(Line line)
    {
        var folded = line.Folded.AsSpan().TrimStart(" -–+•*.");
        return folded.StartsWith("luu:") || folded.StartsWith("luu vt") || folded.StartsWith("luu :") || folded.StartsWith("luu van thu") || folded.StartsWith("luu, ")
            || (folded.StartsWith("luu ") && folded.Length < 40);
    }

    /// <summary>A capital title inside the text is no signature: behind a signature no section follows before the annexes.</summary>
    public static bool IsClosing(List<Line> lines, int at)
    {
        if (OpensRecipients(lines[at]))
            return true;
        for (var i = at + 1; i < lines.Count && i <= at + Look; i++)
        {
            if (lines[i].Table is not null || OpensRecipients(lines[i]) || IsFileLine(lines[i]) || AnnexStarts.Find(lines, i, true) is not null)
                return true;
            if (DocumentParts.StartsSection(lines[i]))
                return false;
        }

        return true;
    }

    /// <summary>The final mark of an administrative text.</summary>
    public static bool EndsBody(Line line)
    {
        var text = line.Value.AsSpan().TrimEnd();
        if (text.Length < 3)
            return false;
        if (text.EndsWith("./.") || text.EndsWith("/.") || text.EndsWith("/."))
            return true;

        // A stray tail behind the mark: ". / Uang".
        var tail = text.LastIndexOf("./");
        if (tail < 0)
            tail = text.LastIndexOf(". /");
        return tail > 0 && text.Length - tail <= 12;
    }

    /// <summary>Further sections behind the mark: the mark was a slip.</summary>
    public static bool BodyGoesOn(List<Line> lines, int at)
    {
        for (var i = at; i < lines.Count && i < at + 3; i++)
        {
            if (lines[i].Table is not null || OpensClosing(lines[i]) || AnnexStarts.Find(lines, i, true) is not null)
                return false;
            if (ListLabels.Read(lines[i].Value) is { Kind: LabelKind.Bullet })
                return false;
            if (DocumentParts.StartsSection(lines[i]))
                return true;
        }

        return false;
    }

    public static bool BelongsToClosing(Line line) =>
        OpensClosing(line) || IsFileLine(line) || ListLabels.Read(line.Value) is { Kind: LabelKind.Bullet };
}
