using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Notifications.Preferences;

internal sealed partial class PreferencesModel(
    LoaDbContext db, CurrentUser current, IEnumerable<NotificationKind> kinds, IEnumerable<IChannel> channels, AuditScope audit, IStringLocalizer words) : PageModel
{
    /// <summary>The choice for each kind, by the kind's name.</summary>
    [BindProperty]
    public Dictionary<string, NotificationMode> Modes { get; set; } = [];

    [BindProperty]
    public List<string> Channels { get; set; } = [];

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public int Hour { get; set; }

    public string? Email { get; private set; }

    public IReadOnlyList<NotificationKind> Kinds => [.. kinds.Where(kind => kind.Permission is null || current.Has(kind.Permission))];

    /// <summary>Mail is offered even while no server is configured: mails wait, they are not lost.</summary>
    public IReadOnlyList<(string Name, string Title)> AllChannels =>
        [(IChannel.Mail, words["Thư điện tử"]), .. channels.Where(channel => channel.Name != IChannel.Mail).Select(channel => (channel.Name, words[channel.Title].Value))];

    public static IEnumerable<SelectListItem> Hours => Enumerable.Range(0, 24).Select(hour => new SelectListItem(string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00"), $"{hour}"));

    public IEnumerable<SelectListItem> ModesOf(NotificationKind kind)
    {
        var chosen = Modes.GetValueOrDefault(kind.Name, NotificationPreference.Default);
        return Enum.GetValues<NotificationMode>().Where(mode => mode != NotificationMode.None || !kind.IsMandatory).Select(mode => new SelectListItem(words[NameOf(mode)], $"{(int)mode}", mode == chosen));
    }

    public async Task OnGetAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var settings = await db.Set<NotificationSettings>().AsNoTracking().FirstOrDefaultAsync(row => row.UserId == current.UserId, cancellationToken) ?? new NotificationSettings();
        var me = await ReadMeAsync();
        Modes = await db.Set<NotificationPreference>().Where(preference => preference.UserId == current.UserId).ToDictionaryAsync(preference => preference.Kind, preference => preference.Mode, cancellationToken);
        (Channels, Phone, Hour) = ([.. settings.Channels.Split(' ', StringSplitOptions.RemoveEmptyEntries)], me.PhoneNumber, settings.DigestHour);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await ReadMeAsync();
        Check();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        audit.Describe("Đổi cách nhận thông báo");
        if (AllChannels.Count > 1)
        {
            me.PhoneNumber = Phone.OrNull();
        }

        await SaveSettingsAsync();
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã lưu cách nhận thông báo."]);
        return LocalRedirect(NotificationLinks.Preferences);
    }

    private async Task<User> ReadMeAsync()
    {
        var me = await db.Set<User>().SingleAsync(user => user.Id == current.UserId, HttpContext.RequestAborted);
        Email = me.Email;
        return me;
    }

    private void Check()
    {
        if (Hour is < 0 or > 23)
        {
            ModelState.AddModelError(nameof(Hour), words["Hãy chọn một giờ trong danh sách."]);
        }

        if (!string.IsNullOrWhiteSpace(Phone) && !PhonePattern().IsMatch(Phone.Trim()))
        {
            ModelState.AddModelError(nameof(Phone), words["Số điện thoại chỉ gồm chữ số, có thể bắt đầu bằng dấu +."]);
        }

        if (Channels.Any(channel => channel != IChannel.Mail) && string.IsNullOrWhiteSpace(Phone))
        {
            ModelState.AddModelError(nameof(Phone), words["Hãy nhập số điện thoại để nhận tin nhắn."]);
        }

        foreach (var kind in Kinds.Where(kind => Modes.TryGetValue(kind.Name, out var mode) && (!Enum.IsDefined(mode) || (mode == NotificationMode.None && kind.IsMandatory))))
        {
            ModelState.AddModelError($"Modes[{kind.Name}]", words["Loại thông báo này không tắt được; hãy chọn cách nhận khác."]);
        }
    }

    private async Task SaveSettingsAsync()
    {
        var userId = current.UserId!.Value;
        var settings = await db.Set<NotificationSettings>().FirstOrDefaultAsync(row => row.UserId == userId, HttpContext.RequestAborted) ?? db.Add(new NotificationSettings { UserId = userId }).Entity;
        settings.DigestHour = Hour;
        settings.Channels = string.Join(' ', AllChannels.Select(channel => channel.Name).Where(Channels.Contains));
        var saved = await db.Set<NotificationPreference>().Where(preference => preference.UserId == userId).ToDictionaryAsync(preference => preference.Kind, HttpContext.RequestAborted);
        foreach (var kind in Kinds.Where(kind => Modes.ContainsKey(kind.Name)))
        {
            var preference = saved.GetValueOrDefault(kind.Name) ?? db.Add(new NotificationPreference { UserId = userId, Kind = kind.Name }).Entity;
            preference.Mode = Modes[kind.Name];
        }
    }

    private static string NameOf(NotificationMode mode) => mode switch
    {
        NotificationMode.InApp => "Chỉ trên Loa",
        NotificationMode.Immediate => "Gửi ngay",
        NotificationMode.Digest => "Trong bản tin hằng ngày",
        _ => "Không nhận",
    };

    [GeneratedRegex(@"^\+?[0-9]{8,15}$", RegexOptions.None, 1000)]
    private static partial Regex PhonePattern();
}
