using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loa.Platform.Ui;

/// <summary>What happened, newest first; holds <c>timeline-item</c>.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "timeline");
    }
}

/// <summary><c>&lt;timeline-item title="Ban hành" by="Nguyễn Thị Hoa" at="@utc" tone="Good"&gt;details&lt;/timeline-item&gt;</c>; the time is UTC and shown as Vietnamese time.</summary>
[HtmlTargetElement("timeline-item")]
public sealed class TimelineItemTagHelper : TagHelper
{
    public required string Title { get; set; }

    public string? By { get; set; }

    public DateTime? At { get; set; }

    public Tone Tone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Html.ClassOf(Tone) is { } tone)
        {
            output.Attributes.SetAttribute("class", tone);
        }

        var time = At is not { } at ? null : Html.Tag("time", null, Formats.Time(at)).Set("datetime", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("div", "timeline-head", Html.Tag("strong", null, Title), time, By is null ? null : Html.Tag("span", "timeline-by", By)),
            body.IsEmptyOrWhiteSpace ? null : Html.Tag("div", "timeline-body", body)));
    }
}
