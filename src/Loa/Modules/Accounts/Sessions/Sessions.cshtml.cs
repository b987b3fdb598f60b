using Loa.Data;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.Sessions;

internal sealed class SessionsModel(LoaDbContext db, UserSessions sessions, CurrentUser current, IStringLocalizer words) : PageModel
{
    public IReadOnlyList<UserSession> Rows { get; private set; } = [];

    public Guid? Here => current.SessionId;

    public string DeviceOf(UserSession session) => session switch
    {
        { Browser: { } browser, Device: { } device } => words["{0} trên {1}", browser, device],
        { Browser: null, Device: null } => words["Thiết bị không rõ"],
        _ => session.Browser ?? session.Device!,
    };

    public async Task OnGetAsync() => Rows = await db.Set<UserSession>().AsNoTracking().Where(session => session.UserId == current.UserId)
        .OrderByDescending(session => session.LastSeenAt).ThenBy(session => session.UserSessionId).Take(100).ToListAsync(HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await sessions.EndAsync(id, current.UserId!.Value))
        {
            return NotFound();
        }

        TempData.Flash(Tone.Good, words["Đã kết thúc phiên."]);
        return LocalRedirect(AccountLinks.Sessions);
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndAllAsync(current.UserId!.Value, except: Here);
        TempData.Flash(Tone.Good, words["Đã kết thúc mọi phiên khác."]);
        return LocalRedirect(AccountLinks.Sessions);
    }
}
