using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// <c>&lt;line-chart title="…" label-head="…" series="Model.Names" groups="Model.Months" /&gt;</c>: one line a series over the labels, the first whole, the second dashed. Only the lines
/// are stretched with the page; labels are text beside them. What is yet to come has no point. The figures as a table stand one key (<c>b</c>) or one click away.
/// </summary>
[HtmlTargetElement("line-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LineChartTagHelper(IStringLocalizer words) : TagHelper
{
    /// <summary>More labels than this would run into each other on a phone.</summary>
    private const int LabelsMost = 12;

    public required string Title { get; set; }

    public required string LabelHead { get; set; }

    public required IReadOnlyList<string> Series { get; set; }

    public required IReadOnlyList<ChartGroup> Groups { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var most = Math.Max(1, Groups.SelectMany(group => group.Values).Select(value => value.Value).DefaultIfEmpty().Max());
        var step = (Groups.Count + LabelsMost - 1) / LabelsMost;
        var labels = Groups.Select((group, index) => Html.Tag("span", null, index % Math.Max(1, step) == 0 ? group.Label : ""));
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("figcaption", null, Title), ChartTable.Legend(Series),
            Html.Tag("div", "chart-lines", Html.Tag("span", "chart-most", Formats.Number(most)), new HtmlString(Lines(most)), Html.Tag("div", "chart-labels", [.. labels])).Set("aria-hidden", "true"),
            ChartTable.Fold(words, Title, LabelHead, Series, Groups)));
    }

    private string Lines(long most)
    {
        var svg = new StringBuilder("<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" focusable=\"false\"><path class=\"chart-grid\" d=\"M0 0H100M0 50H100M0 100H100\"/>");
        for (var series = 0; series < Series.Count; series++)
        {
            var points = Groups.Select((group, index) => (X: (index + .5m) * 100 / Groups.Count, Y: 100 - (100m * group.Values[series].Value / most), group.Values[series].IsAhead)).Where(point => !point.IsAhead).ToList();
            var path = string.Join("L", points.Select(point => $"{ChartTable.Coordinate(point.X)} {ChartTable.Coordinate(point.Y)}"));
            // A line of no length with round ends is a dot that stays round however the picture is stretched.
            var dots = string.Concat(points.Select(point => $"M{ChartTable.Coordinate(point.X)} {ChartTable.Coordinate(point.Y)}h0"));
            svg.Append(points.Count == 0 ? "" : $"<path class=\"chart-line line-{series + 1}\" d=\"M{path}\"/><path class=\"chart-dots line-{series + 1}\" d=\"{dots}\"/>");
        }

        return svg.Append("</svg>").ToString();
    }
}
