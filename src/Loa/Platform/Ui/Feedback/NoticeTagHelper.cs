using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary><c>&lt;notice tone="Warning" title="…"&gt;text&lt;/notice&gt;</c>: something to know before going on. Bad and warning are announced.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Info;

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Render(Tone, Title, body, null));
    }

    internal static TagBuilder Render(Tone tone, string? title, object? body, IHtmlContent? actions) =>
        Html.Tag(
            "div",
            $"notice {Html.ClassOf(tone)}",
            Html.Icon(Html.IconOf(tone)),
            Html.Tag("div", "notice-body", title is null ? null : Html.Tag("p", "notice-title", title), body),
            actions is null ? null : Html.Tag("div", "notice-actions", actions));
}

/// <summary><c>&lt;flash-messages /&gt;</c>: what the last act said, with its undo. The layouts show it.</summary>
[HtmlTargetElement("flash-messages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FlashMessagesTagHelper(IStringLocalizer words, ITempDataDictionaryFactory tempData, IAntiforgery antiforgery) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The region stands there even when empty: screen readers announce what changes inside it.
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "flashes stack tight");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("id", "flashes");
        foreach (var flash in tempData.GetTempData(ViewContext.HttpContext).TakeFlashes())
        {
            output.Content.AppendHtml(NoticeTagHelper.Render(flash.Tone, null, flash.Text, flash.UndoUrl is null ? null : Undo(flash.UndoUrl)));
        }
    }

    private TagBuilder Undo(string url)
    {
        var token = antiforgery.GetAndStoreTokens(ViewContext.HttpContext);
        return Html.Tag(
            "form",
            null,
            Html.Void("input").Set("type", "hidden").Set("name", token.FormFieldName).Set("value", token.RequestToken),
            Html.Tag("button", "button small", Html.Icon("undo"), words["Hoàn tác"].Value).Set("type", "submit")).Set("method", "post").Set("action", url);
    }
}
