using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>The form rows that narrow a <c>data-table</c>; use <c>name</c> and <c>value</c>, class <c>grow</c> for the search field.</summary>
[HtmlTargetElement("table-filters", ParentTag = "data-table")]
public sealed class TableFiltersTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        TableParts.Of(context).Filters = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>What a <c>data-table</c> shows when there is no row: an <c>empty-state</c>.</summary>
[HtmlTargetElement("table-empty", ParentTag = "data-table")]
public sealed class TableEmptyTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        TableParts.Of(context).Empty = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary>The heads of a <c>data-table</c>.</summary>
[HtmlTargetElement("table-columns", ParentTag = "data-table")]
public sealed class TableColumnsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;table-column key="ngay" title="Ngày" sortable="true" numeric="true" /&gt;</c>; the key is what the address carries.</summary>
[HtmlTargetElement("table-column", ParentTag = "table-columns")]
public sealed class TableColumnTagHelper : TagHelper
{
    public string Key { get; set; } = "";

    public required string Title { get; set; }

    public bool Sortable { get; set; }

    public bool Numeric { get; set; }

    /// <summary>Always shown; the column that names the row should be.</summary>
    public bool Fixed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        TableParts.Of(context).Columns.Add(new TableColumn(Key, Title, Sortable, Numeric, Fixed));
        output.SuppressOutput();
    }
}

/// <summary>A row of a <c>data-table</c>; its cells take their labels from the columns in order.</summary>
[HtmlTargetElement("table-row")]
public sealed class TableRowTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = TableParts.Of(context);
        table.Rows++;
        table.NextCell = 0;
        var cells = await output.GetChildContentAsync();
        output.TagName = "tr";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(cells);
    }
}

/// <summary><c>&lt;cell&gt;…&lt;/cell&gt;</c>; <c>header="true"</c> on the one that names its row.</summary>
[HtmlTargetElement("cell", ParentTag = "table-row")]
public sealed class CellTagHelper : TagHelper
{
    public bool Header { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = TableParts.Of(context);
        var column = table.NextCell < table.Columns.Count ? table.Columns[table.NextCell] : throw new InvalidOperationException("The row has more cells than the table has columns.");
        table.NextCell++;
        var content = await output.GetChildContentAsync();
        output.TagName = Header ? "th" : "td";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Header)
        {
            output.Attributes.SetAttribute("scope", "row");
        }

        if (column.Numeric)
        {
            output.Attributes.SetAttribute("class", "numeric");
        }

        output.Attributes.SetAttribute("data-label", column.Title);
        // One child, so that a card's two-column grid keeps label and value side by side.
        output.Content.SetHtmlContent(content.IsEmptyOrWhiteSpace ? null : Html.Tag("div", null, content));
    }
}

internal static class PageLinks
{
    /// <param name="enhance">Turns a link into one that exchanges only its part of the page.</param>
    public static TagBuilder? Render(IStringLocalizer words, HttpRequest request, Paging paging, Func<TagBuilder, string, TagBuilder>? enhance = null)
    {
        if (paging.Pages <= 1)
        {
            return null;
        }

        TagBuilder Link(int page, string label, object text, string? current = null)
        {
            var href = QueryLink.With(request, Paging.Parameter, page == 1 ? null : $"{page}");
            var link = Html.Link(href, null, text).Set("aria-label", label).Set("aria-current", current);
            return enhance is null ? link : enhance(link, href);
        }

        var nav = Html.Tag("nav", "pagination").Set("aria-label", words["Phân trang"]);
        nav.With(paging.Page > 1 ? Link(paging.Page - 1, words["Trang trước"], Html.Tag("span", null, "‹").Set("aria-hidden", "true")) : null);
        foreach (var number in paging.Numbers())
        {
            nav.With(number == 0 ? Html.Tag("span", null, "…").Set("aria-hidden", "true") : Link(number, words["Trang {0}", number], $"{number}", number == paging.Page ? "page" : null));
        }

        return nav.With(paging.Page < paging.Pages ? Link(paging.Page + 1, words["Trang sau"], Html.Tag("span", null, "›").Set("aria-hidden", "true")) : null);
    }
}
