using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: everything to mend, each line leading to its field. Shows nothing while all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => Line(entry.Key, error.ErrorMessage)))
            .ToArray();
        if (lines.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-focus", "");
        output.Content.SetHtmlContent(Html.All(Html.Tag("h2", null, words["Có điều cần sửa"].Value), Html.Tag("ul", "errors", lines)));
    }

    private static TagBuilder Line(string key, string message) =>
        Html.Tag("li", null, key.Length == 0 ? message : Html.Link("#" + FormField.IdOf(key), null, message));
}
