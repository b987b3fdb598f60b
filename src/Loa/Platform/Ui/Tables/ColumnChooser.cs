using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>The menu in which a reader hides columns of a <c>data-table</c>; a script brings it to life and keeps what was chosen.</summary>
internal static class ColumnChooser
{
    public static TagBuilder Render(IStringLocalizer words, string tableId, IReadOnlyList<TableColumn> columns)
    {
        var choices = columns.Select((column, index) => (Column: column, Index: index)).Where(entry => !entry.Column.Fixed)
            .Select(entry => Choice($"{tableId}-col-{entry.Index}", entry.Column, entry.Index));
        var legend = Html.Tag("legend", "visually-hidden", words["Cột hiển thị"].Value);
        var again = Html.Tag("button", null, words["Hiện mọi cột"].Value).Set("type", "button").Set("data-columns-all", "");
        var list = Html.Tag("div", "menu-list", Html.Tag("fieldset", null, [legend, .. choices]), again);
        // Without scripts there is nothing it could do, so it shows only when one says so.
        return Html.Tag("details", "menu column-chooser", Html.Tag("summary", "button small", Html.Icon("columns"), words["Cột"].Value), list)
            .Set("data-columns", tableId).Set("hidden", "");
    }

    private static TagBuilder Choice(string id, TableColumn column, int index) => Html.Tag(
        "div",
        "choice",
        Html.Void("input").Set("type", "checkbox").Set("id", id).Set("checked", "").Set("value", column.ChoiceKey).Set("data-column", $"{index}"),
        Html.Tag("label", null, column.Title).Set("for", id));
}
