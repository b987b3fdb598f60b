using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loa.Platform.Ui;

/// <summary><c>&lt;icon name="plan" /&gt;</c>: decoration beside words, never alone.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Svg(Name));
    }
}
