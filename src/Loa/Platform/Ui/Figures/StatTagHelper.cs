using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loa.Platform.Ui;

/// <summary>A row of figures; holds <c>stat</c>.</summary>
[HtmlTargetElement("stats")]
public sealed class StatsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "stats");
    }
}

/// <summary><c>&lt;stat label="Nhiệm vụ" value="15" of="20" note="…" href="…" /&gt;</c>: every figure leads to the rows it counts.</summary>
[HtmlTargetElement("stat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatTagHelper : TagHelper
{
    public required string Label { get; set; }

    /// <summary>Already formatted, with <see cref="Formats.Number(long)"/> for counts.</summary>
    public required string Value { get; set; }

    /// <summary>The denominator, where the figure is a share.</summary>
    public string? Of { get; set; }

    public string? Note { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "div" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "stat");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        output.Content.SetHtmlContent(Html.All(
            Html.Tag("span", "stat-label", Label),
            Html.Tag("span", "stat-value", Value, Of is null ? null : Html.Tag("small", null, " / " + Of)),
            Note is null ? null : Html.Tag("span", Href is null ? "stat-note" : "stat-note stat-more", Note)));
    }
}
