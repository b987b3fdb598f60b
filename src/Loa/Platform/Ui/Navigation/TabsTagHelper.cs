using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loa.Platform.Ui;

/// <summary>
/// <c>&lt;tabs label="…"&gt;&lt;tab href="?the=can-cu" selected="true" count="3"&gt;Căn cứ&lt;/tab&gt;&lt;/tabs&gt;</c>: links between views of one thing.
/// With <c>panels="true"</c> every href is <c>#id</c> of a section on the page: scripts show one at a time, without them all stand below one another.
/// </summary>
[HtmlTargetElement("tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public required string Label { get; set; }

    public bool Panels { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        if (Panels)
        {
            output.Attributes.SetAttribute("data-tabs", "");
        }
    }
}

/// <summary>One view, inside <c>tabs</c>.</summary>
[HtmlTargetElement("tab", ParentTag = "tabs")]
public sealed class TabTagHelper : TagHelper
{
    public required string Href { get; set; }

    public bool Selected { get; set; }

    public long? Count { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        if (Selected)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }

        output.Content.SetHtmlContent(Html.All(text, Count is { } count ? Html.Tag("span", "count", Formats.Number(count)) : null));
    }
}
