using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>The recipients under "Nơi nhận:"; the line "Lưu: …" is none.</summary>
internal static class RecipientReader
{
    public static void Read(List<Line> closing, HeadingFacts facts)
    {
        var start = closing.FindIndex(Closings.OpensRecipients);
        var items = new List<SourceText>();
        var column = start >= 0 ? closing[start].Column : -1;
        if (start >= 0 && closing[start].Text is var heading && heading.Text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && colon + 1 < heading.Length)
            Split(heading.From(colon + 1).Trim(), items);
        for (var i = start + 1; i < closing.Count; i++)
        {
            var line = closing[i];
            if (line.Column != column && start >= 0 && column >= 0 && !(line.Column < 0 && ListLabels.Read(line.Value) is { Kind: LabelKind.Bullet }))
                continue;
            if (ListLabels.Read(line.Value) is { Kind: LabelKind.Bullet } label)
                Split(line.Text.From(label.Length), items);
            else if (items.Count > 0 && GoesOn(items[^1], line))
                items[^1] = items[^1].Append(" ", line.Text);
            else if (start >= 0 && !SignerTitles.OpensSignature(line.Value) && (line.Value.EndsWith(';') || Closings.IsFileLine(line)))
                Split(line.Text, items);
        }

        foreach (var item in items)
        {
            var name = item.TrimEnd(";.,:").Trim();
            if (!name.IsEmpty && !IsFile(name.Text))
                facts.Recipients.Add(Fact.Of(name, 0.95));
        }
    }

    private static bool GoesOn(SourceText item, Line line) =>
        !item.Text.EndsWith(';') && !item.Text.EndsWith('.') && !Casing.AreCapitals(line.Value) && (Casing.StartsLower(line.Value) || item.Text.EndsWith(','));

    /// <summary>"- A; - B; - Lưu: VT." printed on one line.</summary>
    private static void Split(SourceText line, List<SourceText> items)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line.Text[i] == ';' && i + 2 < line.Length && line.Text.AsSpan(i + 1).TrimStart() is ['-' or '–', ..])
            {
                items.Add(line.Slice(start, i).Trim());
                start = line.Text.AsSpan(i + 1).IndexOfAny('-', '–') + i + 2;
            }
        }

        var last = line.From(start).Trim();
        items.Add(last.Length > 0 && last.Text[0] is '-' or '–' ? last.From(1).Trim() : last);
    }

    private static bool IsFile(string text)
    {
        var folded = Folding.Fold(text).TrimStart('-', ' ');
        return folded.StartsWith("luu", StringComparison.Ordinal) && (folded.Length == 3 || !char.IsLetter(folded[3]));
    }
}
