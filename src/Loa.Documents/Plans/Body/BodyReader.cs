using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Sorts the sections of the text by what their titles announce.</summary>
internal static class BodyReader
{
    private const int LongestTitle = 140;

    public static void Read(SectionNode root, PlanFacts facts)
    {
        foreach (var section in root.Children)
            Sort(section, facts, parent: null);
    }

    private static void Sort(SectionNode section, PlanFacts facts, SectionNode? parent)
    {
        var title = section.FoldedTitle;
        if (section.Kind == LabelKind.Article || title.Length > LongestTitle)
        {
            // "Điều 1. Ban hành Kế hoạch … với những nội dung sau đây:" holds the whole plan; "Điều 3. … chịu trách nhiệm thi hành" holds nothing.
            foreach (var child in section.Children)
                Sort(child, facts, parent: null);
            return;
        }

        if (Has(title, "kinh phi") || Has(title, "nguon luc thuc hien"))
        {
            facts.Budget.AddRange(Texts(section));
        }
        else if (Has(title, "to chuc thuc hien") || Has(title, "trach nhiem") || Has(title, "phan cong") || Has(title, "to chuc trien khai"))
        {
            ResponsibilityReader.Read(section, facts);
        }
        else if (section.Children.Any() && !IsTopics(title, parent) && !title.StartsWith("muc tieu cu the", StringComparison.Ordinal) && !title.StartsWith("chi tieu", StringComparison.Ordinal))
        {
            foreach (var child in section.Children)
                Sort(child, facts, section);
            SortOwn(section, title, facts, parent, paragraphsOnly: true);
        }
        else
        {
            SortOwn(section, title, facts, parent, paragraphsOnly: false);
        }
    }

    private static void SortOwn(SectionNode section, string title, PlanFacts facts, SectionNode? parent, bool paragraphsOnly)
    {
        var leaves = paragraphsOnly ? section.Items.Where(i => i.Node is null && i.Table is null) : section.Leaves();
        if (Has(title, "doi tuong"))
            AddAll(facts.Audiences, leaves);
        else if (Has(title, "chi tieu"))
            AddTargets(facts, leaves);
        else if (Has(title, "hinh thuc") && !Has(title, "noi dung"))
            AddForms(facts, leaves);
        else if (Has(title, "muc dich") || Has(title, "muc tieu"))
        {
            var list = leaves.ToList();
            AddAll(facts.Purposes, list);
            AddTargets(facts, list);
        }
        else if (Has(title, "yeu cau"))
            AddAll(facts.Requirements, leaves);
        else if (IsTopics(title, parent))
            AddAll(facts.Topics, leaves);
    }

    private static bool IsTopics(string title, SectionNode? parent) =>
        (Has(title, "noi dung") && (Has(title, "tuyen truyen") || Has(title, "truyen thong") || Has(title, "thong tin") || Has(title, "pho bien")) && !Has(title, "hinh thuc"))
        || (title is "noi dung" or "ve noi dung" && parent is not null);

    private static void AddAll(List<Fact> facts, IEnumerable<SectionItem> leaves)
    {
        foreach (var leaf in leaves)
        {
            if (!leaf.Text.IsEmpty && !IsPointer(leaf.Text.Text) && !(leaf.Label is null && ClosingWords.Announces(leaf.Text.Text)))
                facts.Add(Fact.Of(leaf.Text, 0.93));
        }
    }

    private static void AddForms(PlanFacts facts, IEnumerable<SectionItem> leaves)
    {
        foreach (var leaf in leaves)
        {
            if (!leaf.Text.IsEmpty)
                facts.Forms.Add(new FormFacts(Fact.Of(leaf.Text, 0.93), CommunicationForms.Classify(leaf.Text.Text)));
        }
    }

    private static void AddTargets(PlanFacts facts, IEnumerable<SectionItem> leaves)
    {
        foreach (var leaf in leaves)
        {
            foreach (var sentence in Sentences.Split(leaf.Text.Text))
            {
                var text = leaf.Text.Slice(sentence);
                if (Targets.Read(text.Text) is { } target)
                    facts.Targets.Add(new TargetFacts(target.Value, text));
            }
        }
    }

    /// <summary>"(Có phụ lục chi tiết kèm theo)" points elsewhere and says nothing itself.</summary>
    private static bool IsPointer(string text) => text.Length < 80 && text.StartsWith('(') && Folding.Fold(text).Contains("phu luc", StringComparison.Ordinal);

    private static IEnumerable<SourceText> Texts(SectionNode section)
    {
        foreach (var item in section.Items)
        {
            if (item.Node is { } node)
            {
                if (!node.Whole.IsEmpty)
                    yield return node.Whole;
                else if (!node.Title.IsEmpty)
                    yield return node.Title;
                foreach (var text in Texts(node).Skip(node.Whole.IsEmpty ? 0 : 1))
                    yield return text;
            }
            else if (item.Table is null)
            {
                yield return item.Text;
            }
        }
    }

    private static bool Has(string title, string words) => title.Contains(words, StringComparison.Ordinal);
}
