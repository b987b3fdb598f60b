using Loa.Data;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Notifications.Centre;

internal sealed class CentreModel(LoaDbContext db, CurrentUser current, Calendar calendar, IEnumerable<NotificationKind> kinds, IStringLocalizer words) : PageModel
{
    public const string Everything = "tat-ca";

    [BindProperty(Name = "xem", SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public Page<Notification> Notifications { get; private set; } = null!;

    public bool ShowsEverything => Show == Everything;

    public IEnumerable<SelectListItem> Kinds => [new(words["Mọi loại"], ""), .. Mine.Select(kind => new SelectListItem(words[kind.Title], kind.Name))];

    private IQueryable<Notification> Own => db.Set<Notification>().Where(notification => notification.UserId == current.UserId);

    private IEnumerable<NotificationKind> Mine => kinds.Where(kind => kind.Permission is null || current.Has(kind.Permission));

    public async Task OnGetAsync()
    {
        var found = Own.AsNoTracking();
        found = ShowsEverything ? found : found.Where(notification => notification.ReadAt == null);
        found = string.IsNullOrEmpty(Kind) ? found : found.Where(notification => notification.Kind == Kind);
        Notifications = await found.OrderByDescending(notification => notification.NotificationId).ToPageAsync(PageNumber, HttpContext.RequestAborted);
    }

    public string TitleOf(string kind) => kinds.FirstOrDefault(known => known.Name == kind) is { } found ? words[found.Title].Value : words["Khác"].Value;

    /// <summary>A link and not a button, so that it opens in a new tab; reading twice changes nothing.</summary>
    public async Task<IActionResult> OnGetOpenAsync(Guid id)
    {
        var link = await Own.Where(notification => notification.NotificationId == id).Select(notification => new { notification.Link }).FirstOrDefaultAsync(HttpContext.RequestAborted);
        if (link is null)
        {
            return NotFound();
        }

        await MarkAsync(Own.Where(notification => notification.NotificationId == id));
        return LocalRedirect(link.Link ?? NotificationLinks.Centre);
    }

    public async Task<IActionResult> OnPostReadAsync(Guid id) =>
        await MarkAsync(Own.Where(notification => notification.NotificationId == id)) == 0 && !await Own.AnyAsync(notification => notification.NotificationId == id, HttpContext.RequestAborted)
            ? NotFound()
            : Back();

    public async Task<IActionResult> OnPostReadAllAsync()
    {
        var count = await MarkAsync(string.IsNullOrEmpty(Kind) ? Own : Own.Where(notification => notification.Kind == Kind));
        TempData.Flash(Tone.Good, words["Đã đánh dấu {0} thông báo là đã đọc.", Formats.Number(count)]);
        return Back();
    }

    private Task<int> MarkAsync(IQueryable<Notification> which) =>
        which.Where(notification => notification.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notification => notification.ReadAt, calendar.UtcNow), HttpContext.RequestAborted);

    private LocalRedirectResult Back() => LocalRedirect(QueryLink.With(Request, "handler", null));
}
