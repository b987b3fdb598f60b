using Loa.Data;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Notifications.Bell;

/// <summary><c>&lt;notification-bell /&gt;</c>: the way to the centre, with how many are unread. Counts no further than it shows.</summary>
[HtmlTargetElement("notification-bell", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NotificationBellTagHelper(IServiceProvider services, IStringLocalizer words) : TagHelper
{
    private const int Most = 99;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (services.GetRequiredService<CurrentUser>().UserId is not { } userId)
        {
            output.SuppressOutput();
            return;
        }

        var unread = await services.GetRequiredService<LoaDbContext>().Set<Notification>()
            .Where(notification => notification.UserId == userId && notification.ReadAt == null).Take(Most + 1).CountAsync();
        var shown = unread > Most ? $"{Most}+" : $"{unread}";
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bell");
        output.Attributes.SetAttribute("href", NotificationLinks.Centre);
        output.Content.SetHtmlContent(Html.All(
            Html.Icon("bell"),
            Html.Hidden(unread == 0 ? words["Thông báo"] : words["Thông báo, {0} chưa đọc", shown]),
            unread == 0 ? null : Html.Tag("span", "count", shown).Set("aria-hidden", "true")));
    }
}
