using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// The top of a page: the only h1, one sentence under it, breadcrumbs above and actions beside.
/// Inside: <c>&lt;crumb href="/ke-hoach"&gt;Kế hoạch&lt;/crumb&gt;</c>, <c>&lt;page-actions&gt;…&lt;/page-actions&gt;</c>; other content follows the lead.
/// The title becomes the document's title unless the page set one.
/// </summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper(IStringLocalizer words) : TagHelper
{
    public required string Title { get; set; }

    public string? Lead { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parts = new PageHeaderParts();
        context.Items[typeof(PageHeaderParts)] = parts;
        var rest = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] ??= Title;

        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-header");
        var crumbs = parts.Crumbs.Count == 0 ? null : Html.Tag("nav", null, Html.Tag("ol", "breadcrumbs", [.. parts.Crumbs])).Set("aria-label", words["Đường dẫn"]);
        var text = Html.Tag("div", "page-header-text", crumbs, Html.Tag("h1", null, Title), Lead is null ? null : Html.Tag("p", "lead", Lead));
        output.Content.SetHtmlContent(Html.All(text.With(rest.IsEmptyOrWhiteSpace ? null : rest), parts.Actions is null ? null : Html.Tag("div", "page-actions", parts.Actions)));
    }
}

internal sealed class PageHeaderParts
{
    public List<object?> Crumbs { get; } = [];

    public IHtmlContent? Actions { get; set; }
}

/// <summary>One step above the page, inside <c>page-header</c>.</summary>
[HtmlTargetElement("crumb", ParentTag = "page-header")]
public sealed class CrumbTagHelper : TagHelper
{
    public required string Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        ((PageHeaderParts)context.Items[typeof(PageHeaderParts)]).Crumbs.Add(Html.Tag("li", null, Html.Link(Href, null, text)));
        output.SuppressOutput();
    }
}

/// <summary>The buttons of a page, inside <c>page-header</c>: the main one first, with class <c>button primary</c>.</summary>
[HtmlTargetElement("page-actions", ParentTag = "page-header")]
public sealed class PageActionsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((PageHeaderParts)context.Items[typeof(PageHeaderParts)]).Actions = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
