using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Reads "Tổ chức thực hiện": who has to do what.</summary>
internal static class ResponsibilityReader
{
    private static readonly string[] Structural =
        ["trach nhiem thuc hien", "phan cong", "to chuc thuc hien", "nhiem vu cu the", "trach nhiem cua cac", "che do bao cao", "che do thong tin", "bao cao", "thoi gian", "giai phap", "kiem tra", "thong tin, bao cao", "khen thuong"];

    public static void Read(SectionNode section, PlanFacts facts)
    {
        // The title of the section itself may name the agency: "Trách nhiệm của Sở Nội vụ".
        ResponsibilityFacts? current = null;
        for (var i = 0; i < section.Items.Count; i++)
        {
            var item = section.Items[i];
            if (item.Node is { } node)
            {
                current = null;
                ReadNode(node, facts);
            }
            else if (item.Table is null && !item.Text.IsEmpty && !IsClosing(section, i))
            {
                current = ReadParagraph(item, current, facts);
            }
        }
    }

    /// <summary>The paragraph that ends the text behind the numbered parts urges everybody and is nobody's duty.</summary>
    private static bool IsClosing(SectionNode section, int index)
    {
        var item = section.Items[index];
        var text = item.Text.Text;
        return ClosingWords.Announces(text)
            || (index == section.Items.Count - 1 && item.Label is null && section.Items.Exists(i => i.Node is not null || i.Label is not null) && (ClosingWords.Open(text) || text.AsSpan().TrimEnd().EndsWith("./.")));
    }

    private static void ReadNode(SectionNode node, PlanFacts facts)
    {
        if (node.FoldedTitle.Contains("kinh phi", StringComparison.Ordinal) && Agencies.StartsWithAgency(node.Title.Text) is null)
        {
            facts.Budget.AddRange(node.Leaves().Select(l => l.Text));
            return;
        }

        var opening = node.Title.IsEmpty ? null : Agencies.StartsWithAgency(node.Title.Text);
        if ((IsStructural(node.FoldedTitle) && !(opening is { Closed: true } && !node.Children.Any(c => Agencies.StartsWithAgency(c.Title.Text) is { Closed: true }))) || (opening is null && !TitlesAnAgency(node)))
        {
            Read(node, facts);
            return;
        }

        // Under "Tổ chức thực hiện" a title is somebody, known by name or not; a list of bodies is printed whole.
        var name = node.Title.From(opening?.AgencyRange.Start ?? NameStart(node.FoldedTitle));
        if (opening is { Closed: true })
            name = node.Title.Slice(opening.AgencyRange);
        var current = new ResponsibilityFacts
        {
            Agency = Fact.Of(name.TrimEnd(" .,:;"), opening is null ? 0.75 : 0.95),
            Request = opening?.Request ?? node.FoldedTitle.Contains("de nghi", StringComparison.Ordinal),
        };
        facts.Responsibilities.Add(current);
        AddDuties(node, current, facts);
        if (current.Duties.Count == 0)
            facts.Responsibilities.Remove(current);
    }

    private static bool TitlesAnAgency(SectionNode node) =>
        node.Items.Count > 0 && !node.Children.Any(c => Agencies.StartsWithAgency(c.Title.Text) is { Closed: true }) && Casing.CountWords(node.Title.Text) is > 0 and <= 25
        && char.IsUpper(node.Title.Text[0]) && node.Kind is LabelKind.Arabic or LabelKind.Letter;

    /// <summary>Where the name starts behind "Đề nghị", "Giao", "Trách nhiệm của".</summary>
    private static int NameStart(string foldedTitle)
    {
        foreach (var opening in (ReadOnlySpan<string>)["kinh de nghi ", "de nghi ", "giao ", "trach nhiem cua ", "nhiem vu cua ", "doi voi "])
        {
            if (foldedTitle.StartsWith(opening, StringComparison.Ordinal))
                return opening.Length;
        }

        return 0;
    }

    private static void AddDuties(SectionNode node, ResponsibilityFacts owner, PlanFacts facts)
    {
        var current = owner;
        foreach (var leaf in node.Leaves())
        {
            if (leaf.Text.IsEmpty || (leaf.Label is null && ClosingWords.Announces(leaf.Text.Text)))
                continue;
            if (leaf.Label is not LabelKind.Bullet && Agencies.StartsWithAgency(leaf.Text.Text) is { } other && (leaf.Label is null || other.Closed) && other.RestStart < leaf.Text.Length
                && !SameAgency(other.Agency, owner.Agency.Value))
            {
                current = new ResponsibilityFacts { Agency = Fact.Of(leaf.Text.Slice(other.AgencyRange), 0.85), Request = other.Request };
                facts.Responsibilities.Add(current);
                AddDuty(current, other, leaf.Text);
                continue;
            }

            // Behind "a) Phòng Hành chính: …" a further lettered duty is the agency's again.
            if (leaf.Label is not (null or LabelKind.Bullet))
                current = owner;
            current.Duties.Add(Fact.Of(leaf.Text, 0.95));
        }
    }

    private static ResponsibilityFacts? ReadParagraph(SectionItem item, ResponsibilityFacts? current, PlanFacts facts)
    {
        if (Agencies.StartsWithAgency(item.Text.Text) is { } opening && (current is null || !SameAgency(opening.Agency, current.Agency.Value)))
        {
            current = new ResponsibilityFacts { Agency = Fact.Of(item.Text.Slice(opening.AgencyRange), 0.9), Request = opening.Request };
            facts.Responsibilities.Add(current);
            AddDuty(current, opening, item.Text);
            return current;
        }

        current?.Duties.Add(Fact.Of(item.Text, 0.9));
        return current;
    }

    /// <summary>Behind a colon the duty is what follows; without one the duty is the paragraph, its subject included.</summary>
    private static void AddDuty(ResponsibilityFacts owner, AgencyOpening opening, SourceText paragraph)
    {
        var duty = opening.Closed ? paragraph.From(opening.RestStart) : paragraph;
        if (opening.RestStart < paragraph.Length && !duty.IsEmpty)
            owner.Duties.Add(Fact.Of(duty, 0.9));
    }

    private static bool SameAgency(string a, string b) => string.Equals(Folding.Fold(a), Folding.Fold(b), StringComparison.Ordinal);

    private static bool IsStructural(string title)
    {
        foreach (var word in Structural)
        {
            if (title.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
