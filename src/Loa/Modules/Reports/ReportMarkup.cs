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
    /// <summary>Lists within lists and marks within marks down to here; each list takes two. Far below what Markdig refuses, and what a stack bears.</summary>
    private const int DepthMost = 60;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static IHtmlContent Html(string text) =>
        Parse(text) is { } document ? new HtmlString(document.ToHtml(Pipeline)) : Platform.Ui.Html.All([.. AsTyped(text).Select(paragraph => Platform.Ui.Html.Tag("p", "lines", paragraph))]);

    /// <summary>The text as a document prints it: list items as dash lines, numbered ones as paragraphs under their number.</summary>
    public static IEnumerable<TextBlock> Blocks(string text) =>
        Parse(text) is { } document ? document.SelectMany(block => Blocks(block)) : AsTyped(text).Select(paragraph => new TextParagraph(paragraph));

    /// <summary>Letters only, for comparing.</summary>
    public static string Plain(string text) => string.Join('\n', Blocks(text).Select(block => block switch
    {
        DashItem item => item.Text.Plain,
        TextParagraph paragraph => paragraph.Text.Plain,
        _ => "",
    }));

    /// <summary>Null for a text nested deeper than anybody means it: it is then shown as it was typed.</summary>
    private static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline) is var document && !IsDeep(document) ? document : null;
        }
        catch (ArgumentException)
        {
            // Markdig's own limit, "- - - - …".
            return null;
        }
    }

    private static bool IsDeep(MarkdownDocument document)
    {
        var left = new Stack<(MarkdownObject Part, int Depth)>();
        left.Push((document, 0));
        while (left.TryPop(out var at))
        {
            if (at.Depth > DepthMost)
            {
                return true;
            }

            IEnumerable<MarkdownObject> inner = at.Part switch
            {
                ContainerBlock blocks => blocks,
                LeafBlock { Inline: { } inline } => [inline],
                ContainerInline inlines => inlines,
                _ => [],
            };
            foreach (var part in inner)
            {
                left.Push((part, at.Depth + 1));
            }
        }

        return false;
    }

    private static string[] AsTyped(string text) => text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

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
