using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Accounts.Demo;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Something unread in the centre, and messages in the states that want an eye.</summary>
internal static class SampleNotifications
{
    public static async Task CreateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var email = DemoAccounts.All.First(account => account.Role == Role.Administrator).Email;
        var administrator = await db.Set<User>().Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
        var notifier = services.GetRequiredService<Notifier>();
        await notifier.NotifyAsync([administrator], "outbox", "2 thư không gửi được hoặc không rõ kết quả", "Máy chủ thư mail.thanhgiang.example không trả lời từ sáng nay.", NotificationLinks.Outbox, "sample/1");
        await notifier.NotifyAsync([administrator], "outbox", "Một thư không gửi được", null, NotificationLinks.Outbox, "sample/2");
        var outbox = services.GetRequiredService<Outbox>();
        foreach (var (address, state, problem, detail) in new[]
        {
            ("phong.noi.vu.thanh.pho@thanhgiang.example", MessageState.Uncertain, OutboxProblems.Interrupted, null),
            ("nguoi-nhan-co-dia-chi-rat-dai-de-thu-xuong-dong@so-thong-tin-va-truyen-thong.thanhgiang.example", MessageState.Uncertain, OutboxProblems.NoAnswer, "Unable to read data from the transport connection: net_io_connectionclosed."),
            ("khong.con@thanhgiang.example", MessageState.Failed, OutboxProblems.BadAddress, "550 Mailbox unavailable. The server response was: No such mailbox"),
        })
        {
            outbox.Add(IChannel.Mail, address, "Mời bạn dùng Loa", "…", null, $"sample/{address}");
            var message = db.ChangeTracker.Entries<OutgoingMessage>().Single(entry => entry.Entity.Address == address).Entity;
            (message.State, message.Problem, message.Detail, message.Attempts, message.FinishedAt) = (state, problem, detail, 1, message.CreatedAt);
        }

        await db.SaveChangesAsync();
    }
}
