using Loa.Platform;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts;

/// <summary>The letters of this module. Plain text: nothing to load, nothing hidden behind a button. The caller saves.</summary>
internal sealed class AccountMails(Outbox outbox, LoaSettings settings, IStringLocalizer words)
{
    private const string Channel = "mail";

    public void Invite(Invitation invitation, string token, string? inviter) => outbox.Add(
        Channel,
        invitation.Email,
        words["Lời mời dùng Loa"],
        Letter(
            words["Kính gửi {0},", invitation.DisplayName],
            inviter is null ? words["Bạn được mời dùng Loa, nền tảng truyền thông cải cách hành chính."] : words["{0} mời bạn dùng Loa, nền tảng truyền thông cải cách hành chính.", inviter],
            words["Mở đường dẫn sau để chọn mật khẩu. Đường dẫn dùng được một lần, trong {0} ngày:", Invitation.ValidDays],
            settings.Absolute(AccountLinks.Accept(token)),
            words["Nếu không chờ thư này, bạn không cần làm gì."]),
        null,
        $"invitation:{invitation.TokenHash}");

    /// <param name="occasion">Requests of one occasion give one letter.</param>
    public void Reset(User user, string token, string occasion) => outbox.Add(
        Channel,
        user.Email!,
        words["Đặt lại mật khẩu Loa"],
        Letter(
            words["Kính gửi {0},", user.DisplayName],
            words["Có yêu cầu đặt lại mật khẩu cho tài khoản của bạn. Mở đường dẫn sau để chọn mật khẩu mới, trong {0} giờ:", AccountsModule.ResetHours],
            settings.Absolute(AccountLinks.Reset(user.Id, token)),
            words["Nếu bạn không yêu cầu, hãy bỏ qua thư này: mật khẩu cũ vẫn dùng được."]),
        null,
        $"reset:{user.Id}:{occasion}");

    public void StandIn(Delegation delegation, User from, User to)
    {
        foreach (var person in new[] { from, to })
        {
            outbox.Add(
                Channel,
                person.Email!,
                words["{0} làm thay {1}", to.DisplayName, from.DisplayName],
                Letter(
                    words["Kính gửi {0},", person.DisplayName],
                    words["{0} làm thay {1} từ {2} đến hết {3}. Lý do: {4}", to.DisplayName, from.DisplayName, Formats.Date(delegation.FirstDay), Formats.Date(delegation.LastDay), delegation.Reason],
                    words["Trong những ngày đó, người làm thay chọn “thay mặt” ở ô cơ quan trên đầu trang; việc đã làm được ghi tên cả hai người. Hết ngày cuối, việc làm thay tự kết thúc."],
                    settings.Absolute("/")),
                null,
                $"stand-in:{delegation.DelegationId}:{person.Id}");
        }
    }

    public void StandInEnded(Delegation delegation, User from, User to)
    {
        foreach (var person in new[] { from, to })
        {
            outbox.Add(
                Channel,
                person.Email!,
                words["Kết thúc làm thay: {0} thay {1}", to.DisplayName, from.DisplayName],
                Letter(words["Kính gửi {0},", person.DisplayName], words["{0} không còn làm thay {1} nữa.", to.DisplayName, from.DisplayName]),
                null,
                $"stand-in-ended:{delegation.DelegationId}:{person.Id}");
        }
    }

    private static string Letter(params LocalizedOrPlain[] paragraphs) => string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Text)) + "\n";

    private readonly record struct LocalizedOrPlain(string Text)
    {
        public static implicit operator LocalizedOrPlain(string text) => new(text);

        public static implicit operator LocalizedOrPlain(LocalizedString text) => new(text.Value);
    }
}
