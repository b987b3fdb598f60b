using System.Globalization;
using System.Text.Encodings.Web;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loa.Modules.Plans.Document;

/// <summary>The document as a page: paragraphs and tables as in the file, each recognised passage a link to its item.</summary>
internal sealed class DocumentHtml(SourceView source, Passages passages, Func<string, string> hrefOf)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Address of a paragraph on the page.</summary>
    public static string ParagraphId(int number) => string.Create(CultureInfo.InvariantCulture, $"p-{number}");

    public IHtmlContent Render()
    {
        var all = new HtmlContentBuilder();
        foreach (var block in source.Blocks)
            all.AppendHtml(block.Paragraph is { } paragraph ? Paragraph(paragraph) : TableOf(block.Table!));
        return all;
    }

    /// <summary>The paragraphs that <paramref name="before"/> marked otherwise, each to take the place of the old one on an open page.</summary>
    public IHtmlContent Changes(DocumentHtml before)
    {
        var changes = new HtmlContentBuilder();
        foreach (var paragraph in source.Paragraphs)
        {
            var now = Paragraph(paragraph);
            if (Text(now) != Text(before.Paragraph(paragraph)))
                changes.AppendHtml(now.Set("hx-swap-oob", "true"));
        }

        return changes;
    }

    private static string Text(TagBuilder tag)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        tag.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private TagBuilder Paragraph(ViewParagraph paragraph)
    {
        var tag = new TagBuilder("p");
        tag.Attributes["id"] = ParagraphId(paragraph.Number);
        var classes = string.Join(' ', new[] { paragraph.Bold ? "b" : null, paragraph.Italic ? "i" : null, paragraph.Centered ? "c" : null, paragraph.StartsPage ? "new-page" : null }.Where(c => c is not null));
        if (classes.Length > 0)
            tag.AddCssClass(classes);
        foreach (var piece in passages.Cut(paragraph))
        {
            if (piece.Passages.Count == 0)
                tag.InnerHtml.Append(piece.Text);
            else
                tag.InnerHtml.AppendHtml(Mark(piece));
        }

        return tag;
    }

    private TagBuilder Mark(TextPiece piece)
    {
        var first = piece.Passages[0];
        var link = Html.Link(hrefOf(first.ItemId), "passage " + first.Kind, piece.Text)
            .Set("data-items", string.Join(' ', piece.Passages.Select(p => p.ItemId)));
        // The first mark of an item is where links into the document lead; the others are passed over by the keyboard.
        return _seen.Add(first.ItemId) ? link.Set("id", "m-" + first.ItemId) : link.Set("tabindex", "-1");
    }

    private TagBuilder TableOf(ViewTable table)
    {
        var rows = table.Rows.Select(row => Html.Tag("tr", null, [.. row.Cells.Select(Cell)]));
        var body = Html.Tag("tbody", null, [.. rows]);
        // A layout table (heading block, signatures) is not data: readers are told so.
        return Html.Tag("div", "doc-table", Html.Tag("table", table.Borderless ? "borderless" : null, body).Set("role", table.Borderless ? "presentation" : null)).Set("tabindex", table.Borderless ? null : "0").Set("role", table.Borderless ? null : "group");
    }

    private TagBuilder Cell(ViewCell cell) =>
        Html.Tag("td", null, [.. cell.Paragraphs.Select(Paragraph)])
            .Set("colspan", cell.ColumnSpan > 1 ? cell.ColumnSpan.ToString(CultureInfo.InvariantCulture) : null)
            .Set("rowspan", cell.RowSpan > 1 ? cell.RowSpan.ToString(CultureInfo.InvariantCulture) : null);
}
