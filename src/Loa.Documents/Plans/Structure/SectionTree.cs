using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Builds the tree of sections from labels: their kind and depth, not their numbers, which documents repeat and skip.</summary>
internal static class SectionTree
{
    private const int LongestTitle = 32;
    private const int LongestRunIn = 22;

    public static SectionNode Build(List<Line> lines)
    {
        var root = new SectionNode();
        var open = new List<SectionNode> { root };
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Table is not null)
            {
                open[^1].Items.Add(new SectionItem(SourceText.Empty, null, null, line.Table));
                continue;
            }

            var label = ListLabels.Read(line.Value);
            var next = i + 1 < lines.Count ? lines[i + 1] : null;
            if (label is { Kind: not (LabelKind.Bullet or LabelKind.Annex) } numbered)
            {
                CloseTo(open, numbered.Kind, numbered.Depth);
                var text = line.Text.From(numbered.Length).Trim();

                // "Phần thứ nhất" or "Chương I": the title stands on the next line.
                if (text.IsEmpty && next is { Table: null } below && (below.IsCapitals || below.Paragraph is { Centered: true }) && ListLabels.Read(below.Value) is null)
                {
                    text = below.Text;
                    next = ++i + 1 < lines.Count ? lines[i + 1] : null;
                }

                if (Node(line, text, numbered, next, open) is { } node)
                    Open(open, node);
                else
                    open[^1].Items.Add(new SectionItem(text, numbered.Kind, null, null));
            }
            else if (label is { Kind: LabelKind.Bullet } bullet)
            {
                open[^1].Items.Add(new SectionItem(line.Text.From(bullet.Length).Trim(), LabelKind.Bullet, null, null));
            }
            else if (line.IsCapitals && line.Value.Length is > 6 and < 250 && Casing.CountWords(line.Value) >= 2)
            {
                // A title in capitals without a number stands on the level of the Roman sections.
                CloseTo(open, LabelKind.Roman, 1);
                Open(open, new SectionNode { Kind = LabelKind.Roman, Depth = 1, Title = line.Text.TrimEnd(".:") });
            }
            else
            {
                Home(open, line, next).Items.Add(new SectionItem(line.Text, null, null, null));
            }
        }

        return root;
    }

    private static void Open(List<SectionNode> open, SectionNode node)
    {
        open[^1].Items.Add(new SectionItem(SourceText.Empty, null, node, null));
        open.Add(node);
    }

    /// <summary>Closes the sections at and below the level of a label: those opened after, and with, one of its kind and depth.</summary>
    private static void CloseTo(List<SectionNode> open, LabelKind kind, int depth)
    {
        for (var i = 1; i < open.Count; i++)
        {
            if ((open[i].Kind == kind && open[i].Depth >= depth) || (open[i].Kind is { } upper && Rank(upper) > Rank(kind)))
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }
        }
    }

    private static int Rank(LabelKind kind) => kind switch
    {
        LabelKind.Part => 1,
        LabelKind.Chapter => 2,
        LabelKind.Section => 3,
        LabelKind.Article => 4,
        LabelKind.CapitalLetter => 5,
        LabelKind.Roman => 5,
        LabelKind.Arabic => 7,
        LabelKind.Letter => 8,
        _ => 9,
    };

    private static SectionNode? Node(Line line, SourceText text, ListLabel label, Line? next, List<SectionNode> open)
    {
        var number = line.Text.Slice(0, label.Length).Trim().TrimEnd(".):/-");
        var bare = label.Kind is LabelKind.Article or LabelKind.Part or LabelKind.Chapter or LabelKind.Section;
        var runIn = RunIn(text.Text);
        var opensBelow = next is { Table: null } && OpensBelow(next, label) && !ClosingWords.Announces(next.Folded) && !IsDuty(text.Text);
        if (runIn > 0 && (label.Kind != LabelKind.Article || runIn < 120))
        {
            var rest = text.From(runIn + 1).Trim();
            var split = new SectionNode { Kind = label.Kind, Depth = label.Depth, Number = number, Title = text.Slice(0, runIn).Trim(), Whole = text };
            if (!rest.IsEmpty)
                split.Items.Add(new SectionItem(rest, null, null, null));
            return split;
        }

        var words = Casing.CountWords(text.Text);
        var title = text.TrimEnd(".:");
        var isTitle = label.Kind is LabelKind.Roman or LabelKind.CapitalLetter
            ? words <= 60
            : text.Text.EndsWith(':') ? next is not null && opensBelow
            : opensBelow && words <= LongestTitle && !text.Text.EndsWith(';') && !(text.Text.EndsWith('.') && words > 18) && !HasSentenceBreak(text.Text);
        if (text.IsEmpty || (bare && isTitle))
            return new SectionNode { Kind = label.Kind, Depth = label.Depth, Number = number, Title = title };
        if (bare)
            return new SectionNode { Kind = label.Kind, Depth = label.Depth, Number = number, Items = { new SectionItem(text, null, null, null) } };
        _ = open;
        return isTitle ? new SectionNode { Kind = label.Kind, Depth = label.Depth, Number = number, Title = title } : null;
    }

    /// <summary>Where a run-in title ends: a colon behind a few words that hold no finished sentence.</summary>
    private static int RunIn(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon + 2 >= text.Length || !char.IsWhiteSpace(text[colon + 1]))
            return -1;
        var title = text.AsSpan(0, colon);
        return title.IndexOf(';') >= 0 && Casing.CountWords(title) > LongestRunIn || Casing.CountWords(title) > LongestRunIn || title.IndexOf(". ") >= 0 ? -1 : colon;
    }

    /// <summary>"3. Văn phòng Sở theo dõi, đôn đốc việc thực hiện." is a whole sentence, whatever stands under it.</summary>
    private static bool IsDuty(string text) => text.EndsWith('.') && Agencies.StartsWithAgency(text) is { Closed: false };

    private static bool HasSentenceBreak(string text)
    {
        var at = text.IndexOf(". ", StringComparison.Ordinal);
        return at > 12 && at < text.Length - 3;
    }

    /// <summary>The next line stands below this label: no label, a bullet, or a label of a lower rank.</summary>
    private static bool OpensBelow(Line next, ListLabel label) =>
        ListLabels.Read(next.Value) is not { } other || other.Kind == LabelKind.Bullet || Rank(other.Kind) > Rank(label.Kind)
        || (other.Kind == label.Kind && other.Depth > label.Depth);

    /// <summary>The closing paragraph of the text belongs to the section, not to the last of its numbered parts.</summary>
    private static SectionNode Home(List<SectionNode> open, Line line, Line? next) =>
        open.Count > 2 && next is null && ClosingWords.Open(line.Value) ? open[1] : open.Count > 2 && ClosingWords.Announces(line.Value) ? open[1] : open[^1];
}
