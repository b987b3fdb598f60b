using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>A figure of a chart with several series; <paramref name="Href"/> leads to the rows it counts, <paramref name="IsAhead"/> says that its time is yet to come.</summary>
public sealed record ChartValue(long Value, string? Href = null, bool IsAhead = false);

/// <summary>One label of a chart and its figure in each series, in their order.</summary>
public sealed record ChartGroup(string Label, IReadOnlyList<ChartValue> Values, string? Href = null);

/// <summary>What charts of several series share: the names of the series, and the figures as a table one key away.</summary>
internal static class ChartTable
{
    public static TagBuilder Legend(IReadOnlyList<string> series) =>
        Html.Tag("ul", "chart-legend", [.. series.Select((name, index) => Html.Tag("li", null, Html.Tag("span", $"chart-key key-{index + 1}").Set("aria-hidden", "true"), name))]);

    public static TagBuilder Fold(IStringLocalizer words, string title, string labelHead, IReadOnlyList<string> series, IReadOnlyList<ChartGroup> groups)
    {
        var head = Html.Tag("tr", null, [Html.Tag("th", null, labelHead).Set("scope", "col"), .. series.Select(name => Html.Tag("th", "numeric", name).Set("scope", "col"))]);
        var rows = groups.Select(group => Html.Tag("tr", null, [Html.Tag("th", null, group.Label).Set("scope", "row"), .. group.Values.Select(value => Html.Tag("td", "numeric", Figure(value)))]));
        var table = Html.Tag("table", null, Html.Tag("caption", "visually-hidden", title), Html.Tag("thead", null, head), Html.Tag("tbody", null, [.. rows]));
        return Html.Tag("details", "chart-table", Html.Tag("summary", null, words["Xem bảng số liệu"].Value), table);
    }

    public static string Coordinate(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static object Figure(ChartValue value) => value is { Value: not 0, Href: { } href } ? Html.Link(href, null, Formats.Number(value.Value)) : Formats.Number(value.Value);
}
