using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// <c>&lt;confirm-by-name name="122/KH-UBND" button="Xóa kế hoạch" action="?handler=Delete"&gt;what will happen, hidden fields&lt;/confirm-by-name&gt;</c>:
/// an act that cannot be undone asks for the name of what it destroys. It unfolds in place, so it works without scripts; the handler must check
/// <see cref="ConfirmName.Matches"/> with the posted <c>confirm</c>.
/// </summary>
[HtmlTargetElement("confirm-by-name")]
public sealed class ConfirmByNameTagHelper(IStringLocalizer words, IAntiforgery antiforgery) : TagHelper
{
    public required string Name { get; set; }

    public required string Button { get; set; }

    public required string Action { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var id = "confirm-" + FormField.IdOf(context.UniqueId);
        var token = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        var input = Html.Void("input").Set("type", "text").Set("id", id).Set("name", ConfirmName.Field).Set("autocomplete", "off").Set("required", "");
        var form = Html.Tag(
            "form",
            "confirm-body",
            Html.Void("input").Set("type", "hidden").Set("name", token.FormFieldName).Set("value", token.RequestToken),
            Html.Tag("div", null, body),
            Html.Tag("div", "field", Html.Tag("label", null, words["Nhập “{0}” để xác nhận", Name].Value).Set("for", id), input),
            Html.Tag("div", "form-actions", Html.Tag("button", "button danger", Button).Set("type", "submit")));

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "confirm");
        output.Attributes.SetAttribute("data-confirm", Name);
        output.Content.SetHtmlContent(Html.All(Html.Tag("summary", "button danger", Html.Icon("trash"), Button), form.Set("method", "post").Set("action", Action)));
    }
}

internal static class ConfirmName
{
    public const string Field = "confirm";

    /// <summary>Spaces at the ends and capitals do not matter; the words do.</summary>
    public static bool Matches(string name, string? typed) => string.Equals(name.Trim(), typed?.Trim(), StringComparison.OrdinalIgnoreCase);
}
