using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loa.Platform.Ui;

/// <summary><c>&lt;status-tag tone="Good"&gt;Đã ban hành&lt;/status-tag&gt;</c>: an icon, a word and a colour; <c>icon</c> overrides the tone's own.</summary>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"status {Html.ClassOf(Tone)}".TrimEnd());
        output.Content.SetHtmlContent(Html.All(Html.Icon(Icon ?? Html.IconOf(Tone)), word));
    }
}

/// <summary>Nothing here yet: says why and what to do next. <c>title</c>, <c>icon</c>; inside, a paragraph and a <c>&lt;div class="row"&gt;</c> of buttons.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string Icon { get; set; } = "file";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.SetHtmlContent(Html.All(Html.Icon(Icon), Html.Tag("h2", null, Title), body));
    }
}

/// <summary><c>&lt;progress-bar value="3" max="15" label="Đã duyệt" /&gt;</c>; without a value the bar only says that something is under way.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressBarTagHelper : TagHelper
{
    public required string Label { get; set; }

    public long? Value { get; set; }

    public long Max { get; set; } = 100;

    /// <summary>What stands at the right end; by default "3/15".</summary>
    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bar = Html.Tag("progress").Set("aria-label", Label).Set("max", $"{Max}").Set("value", Value is null ? null : $"{Value}");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "progress");
        output.Content.SetHtmlContent(Html.All(Html.Tag("div", "progress-head", Html.Tag("span", null, Label), Html.Tag("span", "muted", Text ?? (Value is null ? null : $"{Value}/{Max}"))), bar));
    }
}

/// <summary><c>&lt;fold summary="…" open="false"&gt;…&lt;/fold&gt;</c>: what most readers do not need at once.</summary>
[HtmlTargetElement("fold")]
public sealed class FoldTagHelper : TagHelper
{
    public required string Summary { get; set; }

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fold");
        if (Open)
        {
            output.Attributes.SetAttribute("open", "");
        }

        output.Content.SetHtmlContent(Html.All(Html.Tag("summary", null, Summary), body));
    }
}
