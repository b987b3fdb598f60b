using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Notifications;
using Loa.Modules.Notifications.Digest;
using Loa.Platform;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Notifications;

/// <summary>In a year to come, so that the host's own worker, which lives today, sees none of it.</summary>
public abstract class DigestTests(LoaHost host)
{
    private static readonly DateOnly Day = new(2031, 5, 20);

    [Fact]
    public async Task Digest_AtThePersonsHour_OneMailWithWhatIsUnreadByKind()
    {
        var (user, address) = await NewUserAsync(hour: 9);
        await AddAsync(user, "08:00", "Nộp báo cáo quý II", "/ke-hoach");
        await AddAsync(user, "08:30", "Đã đọc rồi", read: true);
        await AddAsync(user, "08:40", "Việc phải làm", kind: SampleKinds.Duty);
        await AddAsync(user, "09:30", "Đến sau giờ");

        await RunAsync("08:59");
        (await MessagesAsync(address)).ShouldBeEmpty();
        await RunAsync("09:01");

        var sent = (await MessagesAsync(address)).ShouldHaveSingleItem();
        sent.Subject.ShouldBe("Loa ngày 20/05/2031: 2 thông báo chưa đọc");
        var mail = await WaitForMailAsync(address);
        mail.Subject.ShouldBe(sent.Subject);
        mail.Text.ShouldContain("VIỆC MỚI\n- Nộp báo cáo quý II\n  https://loa.thanhgiang.example/ke-hoach");
        mail.Text.ShouldContain("VIỆC BẮT BUỘC\n- Việc phải làm");
        mail.Text.ShouldNotContain("Đã đọc rồi");
        mail.Text.ShouldNotContain("Đến sau giờ");
        mail.Html.ShouldNotBeNull().ShouldContain("<h3>Việc mới</h3>");
    }

    [Fact]
    public async Task Digest_ManyRoundsManyServersAndALaterHour_OneADay_TheRestTomorrow()
    {
        var (user, address) = await NewUserAsync(hour: null);
        await AddAsync(user, "06:00", "Sáng sớm");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync("07:30"))));
        await AddAsync(user, "08:00", "Buổi sáng");
        await host.QueryAsync(db => db.Set<NotificationSettings>().Where(row => row.UserId == user).ExecuteUpdateAsync(set => set.SetProperty(row => row.DigestHour, 10)));
        await RunAsync("10:30");
        (await MessagesAsync(address)).Count.ShouldBe(1);

        await RunAsync("11:00", Day.AddDays(1));

        var messages = await MessagesAsync(address);
        messages.Select(message => message.Subject).ShouldBe(["Loa ngày 20/05/2031: 1 thông báo chưa đọc", "Loa ngày 21/05/2031: 1 thông báo chưa đọc"]);
    }

    [Fact]
    public async Task Digest_ServerWasDownAtTheHour_CatchesUp()
    {
        var (user, address) = await NewUserAsync(hour: 6);
        await AddAsync(user, "05:00", "Trước giờ");

        await RunAsync("14:00");

        (await MessagesAsync(address)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Digest_KindSetToInApp_OrPersonDisabled_SendsNothing()
    {
        var (quiet, quietAddress) = await NewUserAsync(hour: 6);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(new NotificationPreference { UserId = quiet, Kind = SampleKinds.Task, Mode = NotificationMode.InApp });
            await db.SaveChangesAsync();
        });
        var (gone, goneAddress) = await NewUserAsync(hour: 6);
        await host.QueryAsync(db => db.Set<User>().Where(user => user.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true)));
        await AddAsync(quiet, "05:00", "Việc");
        await AddAsync(gone, "05:00", "Việc");

        await RunAsync("07:00");

        (await MessagesAsync(quietAddress)).ShouldBeEmpty();
        (await MessagesAsync(goneAddress)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OutboxWatch_FailedMessage_TellsAdministratorsOnceADay()
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            services.GetRequiredService<Loa.Platform.Outbox>().Add("no-channel", "a@b.example", "x", "x", null, $"k/{Guid.CreateVersion7()}");
            db.ChangeTracker.Entries<OutgoingMessage>().Single().Entity.State = MessageState.Failed;
            db.ChangeTracker.Entries<OutgoingMessage>().Single().Entity.FinishedAt = At("08:00", Day);
            await db.SaveChangesAsync();
        });

        for (var round = 0; round < 3; round++)
        {
            await host.InScopeAsync(services => ActivatorUtilities.CreateInstance<OutboxWatch>(services, CalendarAt("09:00", Day)).RunAsync(default));
        }

        var told = await host.QueryAsync(db => db.Set<Notification>().Where(notification => notification.Key == "outbox/2031-05-20").Join(db.Set<User>(), notification => notification.UserId, user => user.Id, (_, user) => user.Email).ToListAsync());
        told.ShouldBe(["quantri@thanhgiang.example"]);
    }

    private static DateTime At(string clock, DateOnly day) => Calendar.ToUtc(day.ToDateTime(TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture)));

    private static Calendar CalendarAt(string clock, DateOnly day) => new(new FixedTime(At(clock, day)));

    private Task RunAsync(string clock, DateOnly? day = null) => host.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<DigestRound>(services, CalendarAt(clock, day ?? Day)).RunAsync(default));

    private Task AddAsync(Guid user, string clock, string title, string? link = null, bool read = false, string kind = SampleKinds.Task) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var at = At(clock, Day);
        db.Add(new Notification { NotificationId = Guid.CreateVersion7(), UserId = user, Kind = kind, Title = title, Link = link, Key = $"d/{Guid.CreateVersion7()}", CreatedAt = at, ReadAt = read ? at : null });
        await db.SaveChangesAsync();
    });

    private Task<(Guid UserId, string Address)> NewUserAsync(int? hour) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var user = User.Create($"ban-tin-{Guid.CreateVersion7():N}@thanhgiang.example", "Cán bộ", default);
        db.Add(user);
        if (hour is not null)
        {
            db.Add(new NotificationSettings { UserId = user.Id, DigestHour = hour.Value });
        }

        await db.SaveChangesAsync();
        return (user.Id, user.Email!);
    });

    private Task<List<OutgoingMessage>> MessagesAsync(string address) => host.QueryAsync(db => db.Set<OutgoingMessage>().AsNoTracking().Where(message => message.Address == address).OrderBy(message => message.OutgoingMessageId).ToListAsync());

    private static async Task<ReceivedMail> WaitForMailAsync(string address)
    {
        for (var i = 0; i < 1200 && MailServer.Shared.To(address).Count == 0; i++)
        {
            await Task.Delay(50);
        }

        return MailServer.Shared.To(address).ShouldHaveSingleItem();
    }

    private sealed class FixedTime(DateTime utc) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
    }
}

public sealed class DigestOnSqlite(NotifySqliteHost host) : DigestTests(host), IClassFixture<NotifySqliteHost>;

public sealed class DigestOnPostgres(NotifyPostgresHost host) : DigestTests(host), IClassFixture<NotifyPostgresHost>;
