using Loa.Documents.Writing;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Loa.Modules.Reports;

/// <summary>
/// The little that a section's text knows: paragraphs parted by blank lines, lists with "- " or "1. ", **bold** and *italic*. It is stored as typed, shown as HTML and written as
/// blocks of a document. Everything else of Markdown is off: no headings, links, code or HTML comes out of what somebody typed.
/// </summary>
internal static class ReportMarkup
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static IHtmlContent Html(string text) => new HtmlString(Markdown.ToHtml(text, Pipeline));

    /// <summary>The text as a document prints it: list items as dash lines, numbered ones as paragraphs under their number.</summary>
    public static IEnumerable<TextBlock> Blocks(string text) => Markdown.Parse(text, Pipeline).SelectMany(block => Blocks(block));

    /// <summary>Letters only, for comparing.</summary>
    public static string Plain(string text) => string.Join('\n', Blocks(text).Select(block => block switch
    {
        DashItem item => item.Text.Plain,
        TextParagraph paragraph => paragraph.Text.Plain,
        _ => "",
    }));

    private static IEnumerable<TextBlock> Blocks(Block block) => block switch
    {
        ParagraphBlock paragraph => [new TextParagraph(Rich(paragraph))],
        ListBlock list => list.OfType<ListItemBlock>().SelectMany(item => Items(list, item)),
        ContainerBlock container => container.SelectMany(Blocks),
        _ => [],
    };

    private static IEnumerable<TextBlock> Items(ListBlock list, ListItemBlock item)
    {
        var first = true;
        foreach (var block in item)
        {
            if (block is ParagraphBlock paragraph)
            {
                yield return first && !list.IsOrdered ? new DashItem(Rich(paragraph))
                    : new TextParagraph(first ? new RichText([new TextRun($"{item.Order.ToString(System.Globalization.CultureInfo.InvariantCulture)}. "), .. Rich(paragraph).Runs]) : Rich(paragraph));
                first = false;
                continue;
            }

            foreach (var inner in Blocks(block))
            {
                yield return inner;
            }
        }
    }

    private static RichText Rich(ParagraphBlock paragraph) => new([.. paragraph.Inline is null ? [] : Runs(paragraph.Inline, false, false)]);

    private static IEnumerable<TextRun> Runs(ContainerInline container, bool bold, bool italic) => container.SelectMany(inline => inline switch
    {
        LiteralInline literal => [new TextRun(literal.Content.ToString()) { Bold = bold, Italic = italic }],
        LineBreakInline => [new TextRun("\n")],
        EmphasisInline emphasis => Runs(emphasis, bold || emphasis.DelimiterCount == 2, italic || emphasis.DelimiterCount == 1),
        ContainerInline other => Runs(other, bold, italic),
        _ => (IEnumerable<TextRun>)[],
    });

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ListBlockParser());
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new EmphasisInlineParser());
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.UseSoftlineBreakAsHardlineBreak().Build();
    }
}
