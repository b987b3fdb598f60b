using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// <c>&lt;stacked-chart title="…" label-head="…" series="Model.Names" groups="Model.Groups" /&gt;</c>: lying bars of two parts, the first filled, the second outlined, so that
/// they differ without colour; the figures as a table stand one key (<c>b</c>) or one click away.
/// </summary>
[HtmlTargetElement("stacked-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StackedChartTagHelper(IStringLocalizer words) : TagHelper
{
    public required string Title { get; set; }

    public required string LabelHead { get; set; }

    /// <summary>Two names.</summary>
    public required IReadOnlyList<string> Series { get; set; }

    public required IReadOnlyList<ChartGroup> Groups { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var most = Math.Max(1, Groups.Select(Sum).DefaultIfEmpty().Max());
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("figcaption", null, Title), ChartTable.Legend(Series),
            Html.Tag("div", "chart-rows", [.. Groups.Select(group => Row(group, most))]),
            ChartTable.Fold(words, Title, LabelHead, Series, Groups)));
    }

    private static long Sum(ChartGroup group) => group.Values.Sum(value => value.Value);

    private static TagBuilder Row(ChartGroup group, long most)
    {
        var svg = new StringBuilder("<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"chart-track\" width=\"100\" height=\"10\"/>");
        var from = 0m;
        foreach (var (value, index) in group.Values.Select((value, index) => (value.Value, index)))
        {
            var width = 100m * value / most;
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"chart-part part-{index + 1}\" x=\"{ChartTable.Coordinate(from)}\" width=\"{ChartTable.Coordinate(width)}\" height=\"10\"/>");
            from += width;
        }

        object[] parts = [Html.Tag("span", "chart-label", group.Label), new HtmlString(svg.Append("</svg>").ToString()), Html.Tag("span", "chart-value", Formats.Number(Sum(group)))];
        return group.Href is null ? Html.Tag("div", "chart-row", parts) : Html.Link(group.Href, "chart-row", parts);
    }
}
