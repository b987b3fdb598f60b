using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// A list: filter form, sortable heads, rows that become cards on a phone, paging, export. Works as plain links and a GET form;
/// with scripts only the frame is exchanged.
/// <c>&lt;data-table id="plans" caption="…" sort="Model.Sort" paging="Model.Paging" export-href="…"&gt;</c> holds
/// <c>table-filters</c> (form rows), <c>table-columns</c> with <c>table-column</c>, then <c>table-row</c> with <c>cell</c>, and <c>table-empty</c>.
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper(IStringLocalizer words) : TagHelper
{
    public required string Id { get; set; }

    /// <summary>What the table lists; read out before it.</summary>
    public required string Caption { get; set; }

    /// <summary>Keeps the caption for screen readers only, where the page's title already says it.</summary>
    public bool HideCaption { get; set; }

    /// <summary>A <see cref="TableSort"/>; without it no head is a link.</summary>
    public object? Sort { get; set; }

    /// <summary>A <see cref="Ui.Paging"/>; without it the table shows everything it was given.</summary>
    public object? Paging { get; set; }

    /// <summary>Answers with a workbook, and with <c>dang=csv</c> added to it with a CSV.</summary>
    public string? ExportHref { get; set; }

    /// <summary>
    /// Lets the reader hide columns, all but those marked <c>fixed</c>; the browser remembers it for this table's id on every page that
    /// has it. Without scripts every column shows.
    /// </summary>
    public bool ChooseColumns { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var table = new TableParts();
        context.Items[typeof(TableParts)] = table;
        var rows = await output.GetChildContentAsync();

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("class", "table-frame");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Content.SetHtmlContent(Html.All(Tools(table), table.Rows == 0 && table.Empty is not null ? table.Empty : Grid(table, rows), Foot(table)));
    }

    private TagBuilder? Tools(TableParts table)
    {
        var export = ExportHref is null ? null : Html.All(
            Html.Link(ExportHref, "button small", Html.Icon("download"), words["Xuất Excel"].Value),
            Html.Link($"{ExportHref}{(ExportHref.Contains('?', StringComparison.Ordinal) ? '&' : '?')}dang=csv", "button small", Html.Icon("download"), words["Xuất CSV"].Value));
        var chooser = ChooseColumns && table.Rows > 0 ? ColumnChooser.Render(words, Id, table.Columns) : null;
        var acts = export is null && chooser is null ? null : Html.Tag("div", "table-acts end", chooser, export);
        if (table.Filters is null)
        {
            return acts is null ? null : Html.Tag("div", "table-tools", acts);
        }

        var sort = Sort is TableSort chosen ? Html.Void("input").Set("type", "hidden").Set("name", TableSort.Parameter).Set("value", chosen.ToString()) : null;
        var submit = Html.Tag("button", "button", Html.Icon("filter"), words["Lọc"].Value).Set("type", "submit");
        var form = Html.Tag("form", null, sort, table.Filters, submit).Set("method", "get").Set("role", "search").Set("aria-label", words["Lọc danh sách"]);
        Partial(form, ViewContext.HttpContext.Request.Path).Set("hx-trigger", "submit, change, input changed delay:350ms from:find input[type=search]");
        return Html.Tag("div", "table-tools", form, acts);
    }

    private TagBuilder Grid(TableParts table, IHtmlContent rows)
    {
        var caption = Html.Tag("caption", HideCaption ? "visually-hidden" : null, Caption);
        var heads = Html.Tag("thead", null, Html.Tag("tr", null, [.. table.Columns.Select(Head)]));
        return Html.Tag("div", "table-scroll", Html.Tag("table", "table-cards", caption, heads, Html.Tag("tbody", null, rows)));
    }

    private TagBuilder Head(TableColumn column)
    {
        var head = Html.Tag("th", column.Numeric ? "numeric" : null).Set("scope", "col");
        if (!column.Sortable || Sort is not TableSort sort)
        {
            return head.With(column.Title);
        }

        var isSorted = sort.Key == column.Key;
        var icon = !isSorted ? "sort" : sort.Descending ? "chevron-down" : "chevron-up";
        var href = QueryLink.With(ViewContext.HttpContext.Request, TableSort.Parameter, sort.Toward(column.Key).ToString(), Ui.Paging.Parameter);
        head.Set("aria-sort", !isSorted ? null : sort.Descending ? "descending" : "ascending");
        return head.With(Partial(Html.Link(href, null, column.Title, Html.Icon(icon)), href));
    }

    private TagBuilder? Foot(TableParts table)
    {
        if (Paging is not Paging { Total: > 0 } paging)
        {
            return null;
        }

        var (first, last, total) = (Formats.Number(paging.First), Formats.Number(paging.Last), Formats.Number(paging.Total));
        var count = paging.IsMore ? words["{0}–{1} trong hơn {2}", first, last, total].Value : words["{0}–{1} trong {2}", first, last, total].Value;
        return Html.Tag("div", "table-foot", Html.Tag("span", null, count), PageLinks.Render(words, ViewContext.HttpContext.Request, paging, Partial));
    }

    private TagBuilder Partial(TagBuilder tag, string href) =>
        tag.Set("hx-get", href).Set("hx-target", "#" + Id).Set("hx-select", "#" + Id).Set("hx-swap", "outerHTML").Set("hx-push-url", "true");
}

internal sealed class TableParts
{
    public IHtmlContent? Filters { get; set; }

    public IHtmlContent? Empty { get; set; }

    public List<TableColumn> Columns { get; } = [];

    public int Rows { get; set; }

    public int NextCell { get; set; }

    public static TableParts Of(TagHelperContext context) => (TableParts)context.Items[typeof(TableParts)];
}

/// <param name="Fixed">Names the row, so it cannot be hidden.</param>
internal sealed record TableColumn(string Key, string Title, bool Sortable, bool Numeric, bool Fixed)
{
    /// <summary>What the browser remembers a hidden column by.</summary>
    public string ChoiceKey => Key.Length > 0 ? Key : Title;
}
