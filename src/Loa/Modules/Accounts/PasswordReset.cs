using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Calendar = Loa.Platform.Calendar;

namespace Loa.Modules.Accounts;

/// <summary>The letter with the link that sets a new password. The link holds Identity's own token: it dies with use and with any change of password.</summary>
internal sealed class PasswordReset(UserManager<User> users, AccountMails mails, Calendar calendar)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>The caller saves; a second letter within the pause is left out.</summary>
    public async Task SendAsync(User user) =>
        mails.Reset(user, Encode(await users.GeneratePasswordResetTokenAsync(user)), (calendar.UtcNow.Ticks / Pause.Ticks).ToString(CultureInfo.InvariantCulture));

    public static string? Decode(string? token)
    {
        try
        {
            return token is null ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string Encode(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));
}
