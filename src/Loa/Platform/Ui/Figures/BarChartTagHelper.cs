using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>One bar; <paramref name="Href"/> leads to the rows it counts.</summary>
public sealed record ChartPoint(string Label, long Value, string? Href = null);

/// <summary>
/// <c>&lt;bar-chart title="…" points="Model.Points" label-head="…" value-head="…" /&gt;</c>: lying bars drawn on the server, labels as text that wraps;
/// the same figures as a table stand one key (<c>b</c>) or one click away.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper(IStringLocalizer words) : TagHelper
{
    public required string Title { get; set; }

    public required IReadOnlyList<ChartPoint> Points { get; set; }

    public required string LabelHead { get; set; }

    public required string ValueHead { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var most = Math.Max(1, Points.Select(point => point.Value).DefaultIfEmpty().Max());
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("figcaption", null, Title),
            Html.Tag("div", "chart-rows", [.. Points.Select(point => Row(point, most))]),
            Html.Tag("details", "chart-table", Html.Tag("summary", null, words["Xem bảng số liệu"].Value), Table())));
    }

    private static TagBuilder Row(ChartPoint point, long most)
    {
        var share = (100m * point.Value / most).ToString("0.##", CultureInfo.InvariantCulture);
        var bar = new HtmlString($"<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"chart-track\" width=\"100\" height=\"10\"/><rect class=\"chart-bar\" width=\"{share}\" height=\"10\"/></svg>");
        object[] parts = [Html.Tag("span", "chart-label", point.Label), bar, Html.Tag("span", "chart-value", Formats.Number(point.Value))];
        return point.Href is null ? Html.Tag("div", "chart-row", parts) : Html.Link(point.Href, "chart-row", parts);
    }

    private TagBuilder Table()
    {
        var head = Html.Tag("tr", null, Html.Tag("th", null, LabelHead).Set("scope", "col"), Html.Tag("th", "numeric", ValueHead).Set("scope", "col"));
        var rows = Points.Select(point => Html.Tag("tr", null, Html.Tag("th", null, point.Label).Set("scope", "row"), Html.Tag("td", "numeric", Formats.Number(point.Value))));
        return Html.Tag("table", null, Html.Tag("caption", "visually-hidden", Title), Html.Tag("thead", null, head), Html.Tag("tbody", null, [.. rows]));
    }
}
