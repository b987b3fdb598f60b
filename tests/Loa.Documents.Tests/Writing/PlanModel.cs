using Loa.Documents.Tests.Generation;
using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Writing;

/// <summary>A generated plan as a document model, so that the writer is asked to print what the reader is asked to read.</summary>
internal static class PlanModel
{
    /// <summary>Plans of many seeds; decisions are left out, since they carry a second document.</summary>
    public static IEnumerable<GeneratedPlan> Plans(int seeds) =>
        Enumerable.Range(1, seeds).Select(seed => PlanGenerator.Write(seed, merges: false)).Where(p => p.Content.Document.Kind == "Kế hoạch");

    public static AdministrativeDocument Of(GeneratedPlan plan)
    {
        var heading = plan.Content.Document;
        var signature = plan.Layout.OfType<SignatureLayout>().Single();
        var main = plan.Layout.TakeWhile(l => l is not PageBreakLayout).OfType<Layout>().Skip(3).Where(l => l is not SignatureLayout).ToList();
        var bases = main.TakeWhile(l => l is TextLayout { Label: null } text && text.Text.StartsWith("Căn cứ", StringComparison.Ordinal) && text.Text.EndsWith(';')).Cast<TextLayout>().ToList();
        return new AdministrativeDocument
        {
            Heading = new DocumentHeading
            {
                Superior = heading.ParentIssuer,
                Issuer = heading.Issuer!,
                Number = heading.Number,
                Symbol = heading.Symbol!,
                Place = heading.Place!,
                Date = heading.Date,
                Year = heading.Year ?? 2025,
            },
            Kind = DocumentKind.Plan,
            Subject = heading.Subject!,
            LegalBases = [.. bases.Select(b => (RichText)b.Text)],
            Body = main.Skip(bases.Count).Select(Block),
            Signature = new Signature { Authority = [.. signature.Lines.SkipLast(1)], Title = signature.Lines[^1], Name = signature.Name },
            Recipients = signature.Recipients,
            Annexes = [.. Annexes(plan.Layout)],
        };
    }

    private static IEnumerable<Annex> Annexes(IReadOnlyList<Layout> layout)
    {
        for (var i = 0; i < layout.Count; i++)
        {
            if (layout[i] is not PageBreakLayout)
                continue;
            var parts = layout.Skip(i + 1).TakeWhile(l => l is not PageBreakLayout).ToList();
            var captions = parts.OfType<TextLayout>().TakeWhile(t => t.Look is Look.CenteredBold or Look.CenteredItalic).ToList();
            var title = captions.Last(c => c.Look == Look.CenteredBold).Text;
            yield return new Annex { Title = title, Landscape = i % 2 == 0, Content = parts.Skip(captions.Count).Select(Block) };
        }
    }

    private static TextBlock Block(Layout layout) => layout switch
    {
        TableLayout table => Table(table),
        TextLayout { Label: "-" } text => new DashItem(text.Text),
        TextLayout { Label: { } label, Look: Look.Bold } text => new SectionTitle(label[0] is 'I' or 'V' or 'X' ? SectionLevel.Roman : SectionLevel.Arabic, text.Text) { Label = label },
        TextLayout text => new TextParagraph(text.Text) { Label = text.Label },
        _ => throw new NotSupportedException(layout.GetType().Name),
    };

    private static TextTable Table(TableLayout table)
    {
        var columns = table.Rows[0].Select(c => new TableColumn(Text(c), c == table.Rows[0][0] ? 1 : 3)).ToList();
        return new TextTable { Columns = columns, Rows = table.Rows.Skip(1).Select(row => Row(row, columns.Count)) };
    }

    private static TextRow Row(IReadOnlyList<CellLayout> cells, int columns) =>
        cells.Count == columns ? new CellRow([.. cells.Select(c => (RichText)Text(c))]) : new GroupRow(string.Join(". ", cells.Select(Text)).Replace("..", ".", StringComparison.Ordinal));

    private static string Text(CellLayout cell) => string.Join('\n', cell.Paragraphs);
}
