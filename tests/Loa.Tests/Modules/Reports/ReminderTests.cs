using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Board;
using Loa.Modules.Reports.Reminders;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

public abstract class ReminderTests(LoaHost host)
{
    [Fact]
    public async Task Round_RemindsOnceADay_WhoHasNotSent()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var due = host.Today().AddDays(30);
        var period = await host.OpenMonthAsync(await host.CreateOutlineAsync(owner.AgencyId), due.Month, due, units, period => (period.RemindBefore, period.RemindAfter, period.GraceDays) = (0, 3, 4));
        await host.SentAsync(period, units[0], host.Today());
        var (sent, writer) = (await host.CreateUserAsync(Role.UnitOfficer, units[0].Code), await host.CreateUserAsync(Role.UnitOfficer, units[1].Code));

        MoveTo(due, new TimeOnly(5, 30));
        await RoundAsync();
        (await ToldAsync(writer.Id)).ShouldBeEmpty("it is too early in the morning");
        MoveTo(due, new TimeOnly(6, 30));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RoundAsync)));
        await host.QueryAsync(db => db.Set<ReportRound>().Where(round => round.Day == due).ExecuteDeleteAsync());
        await RoundAsync();
        (await ToldAsync(writer.Id)).ShouldHaveSingleItem("two servers and a round that was killed tell nobody twice").Title.ShouldStartWith("Hôm nay là hạn gửi báo cáo");
        (await ToldAsync(sent.Id)).ShouldBeEmpty();

        // The servers were down on the third day after it: made up for on the fifth, once.
        MoveTo(due.AddDays(5), new TimeOnly(9, 0));
        await RoundAsync();
        (await ToldAsync(writer.Id)).Count.ShouldBe(2);
        (await ToldAsync(writer.Id))[1].Title.ShouldStartWith("Quá hạn gửi báo cáo");
        await host.SentAsync(period, units[1], due.AddDays(5));
        MoveTo(due.AddDays(6), new TimeOnly(9, 0));
        await RoundAsync();
        (await ToldAsync(writer.Id)).Count.ShouldBe(2, "it is sent");
    }

    [Fact]
    public void Falls_CountsWorkingDaysBefore_AndStopsAfterAMonth()
    {
        var days = new WorkingDays(HolidayTable.Shipped);
        var due = new DateOnly(2026, 5, 4);
        List<DateOnly> Reminded(int before, int after) => [.. Enumerable.Range(-60, 120).Select(due.AddDays).Where(day => RemindRules.Falls(day, due, before, after, days))];

        Reminded(3, 0).ShouldBe([new DateOnly(2026, 4, 24), due], "27, 30 April and 1 May are days off");
        Reminded(0, 7).ShouldBe([due, due.AddDays(7), due.AddDays(14), due.AddDays(21), due.AddDays(28)]);
        Reminded(0, 0).ShouldBeEmpty();
        Reminded(0, 10).Max().ShouldBe(due.AddDays(30));
    }

    [Fact]
    public async Task Calendar_HoldsDueReports_UntilTheyAreSent()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var due = host.Today().AddDays(20);
        var period = await host.OpenMonthAsync(await host.CreateOutlineAsync(owner.AgencyId), due.Month, due, units);
        var writer = await host.CreateUserAsync(Role.UnitOfficer, units[0].Code);

        (await ItemsAsync(writer.Id, due)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(item => item.From.ShouldBe(due), item => item.Title.ShouldBe(period.Title));
        await host.SentAsync(period, units[0], host.Today());
        (await ItemsAsync(writer.Id, due)).ShouldBeEmpty();
    }

    [Fact]
    public async Task MyWork_SaysWhatIsToBeSent()
    {
        var (owner, units) = await host.CreateBodyAsync(1);
        var due = host.Today().AddDays(20);
        var period = await host.OpenMonthAsync(await host.CreateOutlineAsync(owner.AgencyId), due.Month, due, units);
        using var officer = await host.OfficerOfAsync(units[0]);

        var notice = (await officer.GetAsync("/viec")).Document.QuerySelector($"a[href='{ReportLinks.List}?xem=can-gui']").ShouldNotBeNull();
        notice.TextContent.ShouldBe($"1 báo cáo cần gửi, hạn gần nhất {Formats.Date(due)}");
        await host.SentAsync(period, units[0], host.Today());
        (await officer.GetAsync("/viec")).Document.QuerySelector($"a[href='{ReportLinks.List}?xem=can-gui']").ShouldBeNull();
    }

    [Fact]
    public async Task Send_InTheLastSecondOfTheDueDay_IsOnTime_ASecondLaterIsNot()
    {
        var (owner, units) = await host.CreateBodyAsync(2);
        var due = host.Today().AddDays(10);
        var period = await host.OpenMonthAsync(await host.CreateOutlineAsync(owner.AgencyId), due.Month, due, units);
        var (inTime, late) = (await host.ReportAsync(period, units[0].AgencyId), await host.ReportAsync(period, units[1].AgencyId));
        MoveTo(due, new TimeOnly(23, 50));
        using var first = await host.OfficerOfAsync(units[0]);
        using var second = await host.OfficerOfAsync(units[1]);

        using (Time.Hold(Loa.Platform.Calendar.ToUtc(due.ToDateTime(new TimeOnly(23, 59, 59).Add(TimeSpan.FromMilliseconds(999))))))
        {
            await first.SendAsync(inTime);
        }

        using (Time.Hold(Loa.Platform.Calendar.ToUtc(due.AddDays(1).ToDateTime(TimeOnly.MinValue))))
        {
            await second.SendAsync(late);
            (await second.GetAsync(ReportLinks.Report(late.ReportId))).TextOf("main")!.ShouldContain("Gửi muộn");
            (await first.GetAsync(ReportLinks.Report(inTime.ReportId))).TextOf("main")!.ShouldNotContain("Gửi muộn");
            using var receiver = await host.OfficerOfAsync(owner);
            foreach (var (fact, report) in new[] { (BoardFact.OnTime, inTime), (BoardFact.Late, late) })
            {
                var rows = await receiver.GetAsync($"{ReportLinks.BoardRows}?ky={period.ReportingPeriodId}&tinh-hinh={fact}");
                rows.Document.QuerySelectorAll("#bao-cao tbody th a").Select(link => link.GetAttribute("href")).ShouldBe([ReportLinks.Report(report.ReportId)]);
            }
        }
    }

    private HeldTime Time => (HeldTime)host.Services.GetRequiredService<TimeProvider>();

    private void MoveTo(DateOnly day, TimeOnly at) => Time.Advance(day.ToDateTime(at) - host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamNow);

    private Task RoundAsync() => host.InScopeAsync(services => services.GetServices<INotificationRound>().OfType<ReportReminders>().Single().RunAsync(default));

    private Task<List<Notification>> ToldAsync(Guid person) => host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.UserId == person && n.Kind == ReportReminders.Kind).OrderBy(n => n.Key).ToListAsync());

    private Task<List<CalendarItem>> ItemsAsync(Guid person, DateOnly around) => host.InScopeAsync(async services =>
    {
        var items = new List<CalendarItem>();
        await foreach (var item in services.GetServices<ICalendarSource>().OfType<ReportCalendarSource>().Single().ItemsAsync(person, around.AddDays(-30), around.AddDays(30), default))
        {
            items.Add(item);
        }

        return items;
    });
}

/// <summary>The clock on the wall, moved on by the test, and stopped for as long as it wants.</summary>
internal sealed class HeldTime : TimeProvider
{
    private long ahead;
    private long held;

    public override DateTimeOffset GetUtcNow() => Interlocked.Read(ref held) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Advance(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);

    public IDisposable Hold(DateTime utc)
    {
        Interlocked.Exchange(ref held, utc.Ticks);
        return new Release(this);
    }

    private sealed class Release(HeldTime time) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref time.held, 0);
    }
}

public sealed class RemindersOnSqlite(RemindersOnSqlite.Host host) : ReminderTests(host), IClassFixture<RemindersOnSqlite.Host>
{
    public sealed class Host : SqliteHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new HeldTime());
    }
}

public sealed class RemindersOnPostgres(RemindersOnPostgres.Host host) : ReminderTests(host), IClassFixture<RemindersOnPostgres.Host>
{
    public sealed class Host : PostgresHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new HeldTime());
    }
}
