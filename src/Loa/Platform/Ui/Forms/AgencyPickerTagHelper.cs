using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>One agency to pick; depth draws the tree, the note (level, parent) tells namesakes apart.</summary>
public sealed record PickerOption(string Value, string Text, int Depth = 0, string? Note = null);

/// <summary>
/// <c>&lt;agency-picker for="AgencyId" label="…" options="Model.Agencies" source="/co-quan/chon" /&gt;</c>: a plain select in tree order; with scripts a search
/// field over the same tree in which diacritics do not matter. With <c>source</c> the search asks the server
/// (<c>GET source?q=…</c> → JSON <c>[{ value, text, depth, note }]</c>), so that the page need not carry every agency.
/// </summary>
[HtmlTargetElement("agency-picker", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AgencyPickerTagHelper(IStringLocalizer words) : TagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    public IReadOnlyList<PickerOption> Options { get; set; } = [];

    public string? Source { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.Of(ViewContext, For, Name, Value, "select");
        var blank = Html.Tag("option", null, Optional ? "" : words["Chọn cơ quan"].Value).Set("value", "");
        var select = Html.Tag("select", null, [blank, .. Options.Select(option => Render(option, field.Value))]).Set("data-picker", "").Set("data-source", Source);
        field.Describe(select, Hint is not null);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "field" : "field invalid");
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("label", null, Label, Optional ? Html.Tag("span", "optional", " ", words["(không bắt buộc)"].Value) : null).Set("for", field.Id),
            Hint is null ? null : Html.Tag("p", "hint", Hint).Set("id", field.HintId),
            field.Error is null ? null : FormField.ErrorText(words, field),
            select));
    }

    private static TagBuilder Render(PickerOption option, string? chosen) =>
        // No-break spaces draw the tree in a plain select, where styles do not reach.
        Html.Tag("option", null, new string('\u00A0', option.Depth * 4) + option.Text)
            .Set("value", option.Value)
            .Set("data-depth", option.Depth.ToString(CultureInfo.InvariantCulture))
            .Set("data-note", option.Note)
            .Flag("selected", option.Value == chosen);
}
