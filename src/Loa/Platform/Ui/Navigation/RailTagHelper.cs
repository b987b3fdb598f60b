using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Ui;

/// <summary><c>&lt;rail /&gt;</c>: the list of modules the person may enter, the current one marked.</summary>
[HtmlTargetElement("rail", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RailTagHelper(IServiceProvider services, IAuthorizationService authorization, IStringLocalizer words) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var item in services.GetServices<NavItem>().OrderBy(item => item.Order))
        {
            if (item.Policy is null || (await authorization.AuthorizeAsync(http.User, item.Policy)).Succeeded)
            {
                var waiting = item.Count is null ? 0 : await item.Count(http.RequestServices, http.RequestAborted);
                var link = Html.Link(item.Href, null, Html.Icon(item.Icon), Html.Tag("span", null, words[item.Title].Value), waiting == 0 ? null : Html.Tag("span", "count", Formats.Number(waiting)))
                    .Set("aria-current", item.IsCurrent(http.Request.Path) ? "page" : null)
                    .Set("data-shortcut", item.Shortcut);
                output.Content.AppendHtml(Html.Tag("li", null, link));
            }
        }
    }
}
