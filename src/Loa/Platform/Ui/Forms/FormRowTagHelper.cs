using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// One question of a form: label, hint, error and control belong together, and the error says what to do.
/// <c>&lt;form-row for="Input.Email" label="…" hint="…" type="email" autocomplete="username" /&gt;</c>.
/// Types: text (default), email, password, tel, url, number, search, date (accepts "25/5"), period (accepts "quý 3"), textarea, select and
/// radios (with <c>items</c>), checkbox. Content between the tags replaces the control; attributes not named here go to the control.
/// </summary>
[HtmlTargetElement("form-row")]
public sealed class FormRowTagHelper(IStringLocalizer words) : TagHelper
{
    /// <summary>The page's property; or give <c>name</c> and <c>value</c> in filter forms.</summary>
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>Marks the label "(không bắt buộc)"; every other field is required.</summary>
    public bool Optional { get; set; }

    /// <summary>short, medium or long: the width tells how much is expected.</summary>
    public string? Width { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>Further classes of the row, such as <c>grow</c> in a filter form.</summary>
    [HtmlAttributeName("class")]
    public string? CssClass { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.Of(ViewContext, For, Name, Value, Type);
        var custom = output.TagMode == TagMode.StartTagAndEndTag ? await output.GetChildContentAsync() : null;
        var hint = Hint is null ? null : Html.Tag("p", "hint", Hint).Set("id", field.HintId);
        var error = field.Error is null ? null : FormField.ErrorText(words, field);
        var passed = output.Attributes.ToList();
        output.Attributes.Clear();

        var isGroup = Type == "radios";
        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "field", field.Error is null ? null : "invalid", CssClass }.Where(name => name is not null)));
        IHtmlContent control = custom is { IsEmptyOrWhiteSpace: false } ? custom : Control(field, passed);
        output.Content.SetHtmlContent(Type == "checkbox"
            ? Html.All(error, Html.Tag("div", "choice", control, Html.Tag("div", null, LabelTag(field), hint)), Unticked(field))
            : Html.All(isGroup ? Html.Tag("legend", null, LabelWords()) : LabelTag(field), hint, error, control, Typed(field)));
    }

    private TagBuilder LabelTag(FormField field) => Html.Tag("label", null, LabelWords()).Set("for", field.Id);

    private IHtmlContent LabelWords() => Html.All(Label, Optional ? Html.Tag("span", "optional", " ", words["(không bắt buộc)"].Value) : null);

    /// <summary>Where the script says how it understood a typed date or period; an output, so that it is read out.</summary>
    private TagBuilder? Typed(FormField field) => Type is "date" or "period" ? Html.Tag("output", "typed").Set("for", field.Id).Set("id", field.Id + "-typed") : null;

    /// <summary>A browser says nothing of an empty box; this says "false" for it, so that a value that was true can be turned off.</summary>
    private TagBuilder? Unticked(FormField field) => For is null ? null : Html.Void("input").Set("type", "hidden").Set("name", field.Name).Set("value", "false");

    private TagBuilder Control(FormField field, List<TagHelperAttribute> passed)
    {
        if (Type == "radios")
        {
            return Radios(field);
        }

        var control = Type switch
        {
            "textarea" => Html.Tag("textarea", null, field.Value).Set("rows", Rows.ToString(CultureInfo.InvariantCulture)),
            "select" => Html.Tag("select", null, [.. (Items ?? []).Select(item => Option(item, field.Value))]),
            "checkbox" => Html.Void("input").Set("type", "checkbox").Set("value", "true").Flag("checked", string.Equals(field.Value, "true", StringComparison.OrdinalIgnoreCase)),
            "date" or "period" => Html.Void("input").Set("type", "text").Set("data-typed", Type).Set("autocomplete", "off").Set("value", field.Value),
            "password" => Html.Void("input").Set("type", "password"),
            _ => Html.Void("input").Set("type", Type).Set("value", field.Value),
        };
        field.Describe(control, Hint is not null);
        foreach (var attribute in passed)
        {
            control.Set(attribute.Name, Text(attribute.Value));
        }

        if (Width is not null || Type is "date" or "period")
        {
            control.AddCssClass($"width-{Width ?? "medium"}");
        }

        return control;
    }

    private TagBuilder Radios(FormField field)
    {
        var choices = (Items ?? []).Select((item, index) =>
        {
            // The first one carries the field's own id, so that the error summary has somewhere to lead.
            var id = index == 0 ? field.Id : $"{field.Id}-{index}";
            var input = Html.Void("input").Set("type", "radio").Set("id", id).Set("name", field.Name).Set("value", item.Value).Flag("checked", item.Selected || item.Value == field.Value);
            return Html.Tag("div", "choice", input, Html.Tag("label", null, item.Text).Set("for", id));
        });
        return Html.Tag("div", "choices", [.. choices]);
    }

    private static TagBuilder Option(SelectListItem item, string? value) =>
        Html.Tag("option", null, item.Text).Set("value", item.Value).Flag("selected", item.Selected || (item.Value is not null && item.Value == value)).Flag("disabled", item.Disabled);

    private static string Text(object? value) => value switch
    {
        null => "",
        HtmlString html => System.Net.WebUtility.HtmlDecode(html.Value ?? ""),
        IHtmlContent html => Decode(html),
        _ => value.ToString() ?? "",
    };

    private static string Decode(IHtmlContent html)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        html.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }
}
