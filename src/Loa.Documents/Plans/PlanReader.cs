using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Plans;

/// <summary>Reads a plan or decision out of the blocks of a file.</summary>
public static class PlanReader
{
    /// <exception cref="DocumentException">The text is not Vietnamese, or no administrative document.</exception>
    public static PlanReading Read(SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var shared = SharedTokens.Open();
        var lines = PageJoins.Apply(LineFlow.Of(source), wrapped: source.Format == SourceFormat.Text);
        PlanRecognition.CheckLanguage(source.Paragraphs);
        var part = DocumentParts.Split(lines);
        PlanRecognition.CheckKind(part);

        string? body = null;
        var heading = HeadingReader.Read(part, () => body ??= BodyText(part));
        var facts = new PlanFacts { Heading = heading };
        ReadBases(part, facts);

        var text = part.Promulgated ?? part;
        var root = SectionTree.Build(text.Body);
        facts.Sections = root;
        BodyReader.Read(root, facts);
        ReadTables(root, text, facts);
        ReadOutline(text, facts);
        var fromText = facts.Tasks.Count == 0;
        if (fromText)
            TextTasks.Add(facts);
        new PromiseReader(facts).Read(root, fromText);
        return PlanComposer.Compose(facts, source);
    }

    private static void ReadBases(DocumentPart part, PlanFacts facts)
    {
        var preamble = SourceText.Join("\n", part.Preamble.Select(l => l.Text));
        if (preamble.IsEmpty)
            return;
        foreach (var found in LegalBases.Read(preamble.Text))
            facts.Bases.Add(new BasisFacts(found.Basis, preamble.Slice(found.Range)));
    }

    private static void ReadTables(SectionNode root, DocumentPart part, PlanFacts facts)
    {
        var reader = new TaskReader(facts);
        ReadTables(root, reader, "");
        foreach (var annex in part.Annexes)
        {
            if (annex.IsReportOutline)
                continue;
            var title = annex.FoldedTitle;
            var adjacent = false;
            foreach (var line in annex.Content)
            {
                if (line.Table is { } table)
                {
                    reader.Read(table, title, adjacent);
                    adjacent = true;
                }
                else if (line.Value.Length > 12)
                {
                    adjacent = false;
                }
            }
        }
    }

    private static void ReadTables(SectionNode section, TaskReader reader, string title)
    {
        var adjacent = false;
        foreach (var item in section.Items)
        {
            if (item.Table is { } table)
                reader.Read(table, title, adjacent);
            else if (item.Node is { } node)
                ReadTables(node, reader, node.FoldedTitle);
            adjacent = item.Table is not null;
        }
    }

    private static void ReadOutline(DocumentPart part, PlanFacts facts)
    {
        foreach (var annex in part.Annexes)
        {
            if (!annex.IsReportOutline)
                continue;
            // A numbered line is a section also where the outline says nothing more of it; elsewhere it would be a paragraph.
            foreach (var item in SectionTree.Build(annex.Content).Items)
            {
                if ((item.Node ?? (item.Label is { } label and not LabelKind.Bullet ? new SectionNode { Kind = label, Title = item.Text.TrimEnd(".:;") } : null)) is { } section)
                    facts.ReportOutline.Add(section);
            }
        }
    }

    /// <summary>The running text whose casing decides how a name in capitals is written.</summary>
    private static string BodyText(DocumentPart part)
    {
        var text = new System.Text.StringBuilder(16 * 1024);
        for (var current = part; current is not null; current = current.Promulgated)
        {
            foreach (var lines in (ReadOnlySpan<List<Line>>)[current.Captions, current.Preamble, current.Body, current.Closing])
            {
                foreach (var line in lines)
                {
                    if (line.Table is null && !line.IsCapitals)
                        text.Append(line.Value).Append('\n');
                }
            }

            foreach (var annex in current.Annexes)
            {
                foreach (var line in annex.Captions)
                    text.Append(line.Value).Append(' ');
                text.Append('\n');
            }
        }

        return text.ToString();
    }
}
