using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary>
/// <c>&lt;file-drop for="File" label="Tệp kế hoạch" hint="…" accept=".docx,.pdf" max-bytes="…" button="Tải lên" /&gt;</c> inside a multipart form: a plain
/// file field and a button that, with scripts, becomes a place to drop a file on, sends it at once and shows how far it is.
/// </summary>
[HtmlTargetElement("file-drop", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileDropTagHelper(IStringLocalizer words) : TagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string? Accept { get; set; }

    public long? MaxBytes { get; set; }

    public bool Multiple { get; set; }

    /// <summary>The form has other fields: the file is chosen, and goes when the button is pressed.</summary>
    public bool Waits { get; set; }

    /// <summary>The form can be sent without a file.</summary>
    public bool Optional { get; set; }

    /// <summary>The button's words; with scripts choosing a file is enough and the button goes away, unless the form <see cref="Waits"/>.</summary>
    public required string Button { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.Of(ViewContext, For, Name, null, "file");
        var input = Html.Void("input").Set("type", "file").Set("accept", Accept).Flag("multiple", Multiple).Flag("required", !Optional);
        field.Describe(input, Hint is not null);
        var zone = Html.Tag(
                "div",
                "file-drop",
                Html.Icon("upload"),
                Html.Tag("label", "file-drop-title", Label).Set("for", field.Id),
                Html.Tag("p", "muted small", words["Kéo tệp vào đây hoặc chọn từ máy."].Value).Set("data-with-script", "").Flag("hidden", true),
                input,
                Html.Tag("label", "button", words["Chọn tệp"].Value).Set("for", field.Id),
                Hint is null ? null : Html.Tag("p", "hint", Hint).Set("id", field.HintId),
                Progress())
            .Set("data-file-drop", "")
            .Flag("data-waits", Waits)
            .Set("data-max-bytes", MaxBytes?.ToString(CultureInfo.InvariantCulture));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "field" : "field invalid");
        output.Content.SetHtmlContent(Html.All(
            field.Error is null ? null : FormField.ErrorText(words, field),
            zone,
            Html.Tag("div", "form-actions", Html.Tag("button", "button primary", Button).Set("type", "submit").Flag("data-without-script", !Waits))));
    }

    private static TagBuilder Progress() =>
        Html.Tag("div", "file-drop-progress", Html.Tag("span", "file-drop-state").Set("role", "status"), Html.Tag("progress").Set("max", "100").Set("value", "0").Set("aria-label", "0%")).Flag("hidden", true);
}
