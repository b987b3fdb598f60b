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
        foreach (var item in section.Items)
        {
            if (item.Node is { } node)
            {
                current = null;
                ReadNode(node, facts);
            }
            else if (item.Table is null && !item.Text.IsEmpty && !ClosingWords.Announces(Folding.Fold(item.Text.Text)))
            {
                current = ReadParagraph(item, current, facts);
            }
        }
    }

    private static void ReadNode(SectionNode node, PlanFacts facts)
    {
        if (node.FoldedTitle.Contains("kinh phi", StringComparison.Ordinal) && Agencies.StartsWithAgency(node.Title.Text) is null)
        {
            facts.Budget.AddRange(node.Leaves().Select(l => l.Text));
            return;
        }

        var opening = node.Title.IsEmpty ? null : Agencies.StartsWithAgency(node.Title.Text);
        if (opening is null || IsStructural(node.FoldedTitle))
        {
            if (node.Title.IsEmpty || IsStructural(node.FoldedTitle) || node.Children.Any())
                Read(node, facts);
            return;
        }

        // A title of several agencies is printed whole; the grammar may see only the first of them.
        var range = opening.Closed ? opening.AgencyRange : new TextRange(opening.AgencyRange.Start, node.Title.Length);
        var agency = node.Title.Slice(range).TrimEnd(" .,:;");
        var current = new ResponsibilityFacts { Agency = Fact.Of(agency, 0.95), Request = opening.Request };
        facts.Responsibilities.Add(current);
        AddDuties(node, current, facts);
        if (current.Duties.Count == 0 && facts.Responsibilities[^1] == current)
            facts.Responsibilities.Remove(current);
    }

    private static void AddDuties(SectionNode node, ResponsibilityFacts owner, PlanFacts facts)
    {
        var current = owner;
        foreach (var leaf in node.Leaves())
        {
            if (leaf.Text.IsEmpty || ClosingWords.Announces(Folding.Fold(leaf.Text.Text)))
                continue;
            if (leaf.Label is null && Agencies.StartsWithAgency(leaf.Text.Text) is { } other && !SameAgency(other.Agency, owner.Agency.Value))
            {
                current = new ResponsibilityFacts { Agency = Fact.Of(leaf.Text.Slice(other.AgencyRange), 0.85), Request = other.Request };
                facts.Responsibilities.Add(current);
                if (other.RestStart < leaf.Text.Length)
                    current.Duties.Add(Fact.Of(leaf.Text.From(other.RestStart), 0.9));
                continue;
            }

            current.Duties.Add(Fact.Of(leaf.Text, 0.95));
        }
    }

    private static ResponsibilityFacts? ReadParagraph(SectionItem item, ResponsibilityFacts? current, PlanFacts facts)
    {
        if (Agencies.StartsWithAgency(item.Text.Text) is { } opening && (current is null || !SameAgency(opening.Agency, current.Agency.Value)))
        {
            current = new ResponsibilityFacts { Agency = Fact.Of(item.Text.Slice(opening.AgencyRange), 0.9), Request = opening.Request };
            facts.Responsibilities.Add(current);
            if (opening.RestStart < item.Text.Length)
                current.Duties.Add(Fact.Of(item.Text.From(opening.RestStart), 0.9));
            return current;
        }

        current?.Duties.Add(Fact.Of(item.Text, 0.9));
        return current;
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
