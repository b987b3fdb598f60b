using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Loa.Modules.Tasks.Reminders;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Tasks;

public abstract class DueRemindersTests(LoaHost host)
{
    [Fact]
    public async Task Round_OnceADay_OneNotificationAPersonWithEverythingThatIsDue()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.IssueAsync(issuer, await host.ImportAsync(issuer, new PlanDocx
        {
            Reference = $"{Random.Shared.Next(1000, 90000)}/KH-UBND",
            Tasks = [.. Enumerable.Range(1, 5).Select(i => ($"{i}", $"Nhiệm vụ nhắc thứ {i} về cải cách hành chính", "Sở Y tế", "", "Quý II/2024"))],
        }.Write()));
        var health = await host.AgencyIdAsync("tg-syt");
        var work = plan.Tasks.Select(task => task.Assignments.Single(a => a.AgencyId == health)).ToList();
        var (one, other) = (await host.CreateUserAsync(Role.UnitOfficer, "tg-syt"), await host.CreateUserAsync(Role.UnitOfficer, "tg-syt"));
        // A Wednesday without holidays in sight; the clock is moved on to it only when all is prepared.
        var day = NextWednesday();
        await DueAsync(work[0], day.AddDays(-1));
        await DueAsync(work[1], day);
        // Thursday, Friday, then Monday: three working days ahead.
        await DueAsync(work[2], day.AddDays(5));
        await DueAsync(work[3], day.AddDays(1));
        await DueAsync(work[4], day, inCharge: other.Id);

        await MoveToAsync(day, 5, 30);
        await RoundAsync();
        (await ToldAsync(one.Id)).ShouldBeEmpty("it is too early in the morning");
        await MoveToAsync(day, 6, 30);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RoundAsync)));
        await host.QueryAsync(db => db.Set<ReminderRound>().Where(round => round.Day == day).ExecuteDeleteAsync());
        await RoundAsync();

        var told = (await ToldAsync(one.Id)).ShouldHaveSingleItem("two servers and a round that was killed before its end tell nobody twice");
        told.Title.ShouldBe("Nhắc việc: 1 quá hạn, 1 đến hạn hôm nay, 1 sắp đến hạn");
        told.Text!.Split('\n').Length.ShouldBe(3);
        told.Text.ShouldContain("Nhiệm vụ nhắc thứ 3");
        told.Text.ShouldNotContain("Nhiệm vụ nhắc thứ 4", Case.Sensitive, "tomorrow was announced two days ago");
        (await ToldAsync(other.Id)).ShouldHaveSingleItem().Text!.ShouldContain("Nhiệm vụ nhắc thứ 5");
        told.Text.ShouldNotContain("Nhiệm vụ nhắc thứ 5", Case.Sensitive, "somebody is in charge of it");

        // The servers were down on Thursday and Friday: what was due then is made up for.
        await MoveToAsync(day.AddDays(3), 9, 0);
        await RoundAsync();
        (await ToldAsync(one.Id)).Count.ShouldBe(2);
        (await ToldAsync(one.Id))[1].Text!.ShouldContain("Nhiệm vụ nhắc thứ 4");
    }

    [Fact]
    public void DueDays_AroundAHoliday_CountWorkingDays()
    {
        var days = new WorkingDays(HolidayTable.Shipped);

        var friday = ReminderRules.DueDays(new DateOnly(2026, 4, 24), days).ToList();
        friday.ShouldContain(new DateOnly(2026, 5, 4), "27 April (in lieu of the Hùng kings' day), 30 April and 1 May are days off: 28, 29 April and 4 May are the three working days");
        friday.ShouldNotContain(new DateOnly(2026, 5, 5));
        ReminderRules.DueDays(new DateOnly(2026, 3, 10), days).Order().ShouldBe([new(2026, 3, 3), new(2026, 3, 9), new(2026, 3, 10), new(2026, 3, 13)]);
    }

    private MovingTime Time => (MovingTime)host.Services.GetRequiredService<TimeProvider>();

    private DateOnly NextWednesday()
    {
        var day = host.Services.GetRequiredService<Calendar>().VietnamToday.AddDays(10);
        var days = new WorkingDays(HolidayTable.Shipped);
        while (day.DayOfWeek != DayOfWeek.Wednesday || Enumerable.Range(0, 6).Any(ahead => !HolidayRules.IsWeekend(day.AddDays(ahead)) && !days.IsWorkingDay(day.AddDays(ahead))))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private Task MoveToAsync(DateOnly day, int hour, int minute)
    {
        Time.Advance(day.ToDateTime(new TimeOnly(hour, minute)) - host.Services.GetRequiredService<Calendar>().VietnamNow);
        return Task.CompletedTask;
    }

    private Task RoundAsync() => host.InScopeAsync(services => services.GetServices<INotificationRound>().OfType<DueReminders>().Single().RunAsync(default));

    private Task<int> DueAsync(Assignment work, DateOnly dueOn, Guid? inCharge = null) => host.QueryAsync(db => db.Set<Assignment>().Where(a => a.AssignmentId == work.AssignmentId)
        .ExecuteUpdateAsync(set => set.SetProperty(a => a.DueOn, dueOn).SetProperty(a => a.AssigneeId, inCharge)));

    private Task<List<Notification>> ToldAsync(Guid userId) => host.QueryAsync(db => db.Set<Notification>().AsNoTracking().Where(n => n.UserId == userId && n.Kind == DueReminders.Kind).OrderBy(n => n.Key).ToListAsync());
}

public sealed class DueRemindersOnSqlite(DueRemindersOnSqlite.Host host) : DueRemindersTests(host), IClassFixture<DueRemindersOnSqlite.Host>
{
    public sealed class Host : SqliteHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}

public sealed class DueRemindersOnPostgres(DueRemindersOnPostgres.Host host) : DueRemindersTests(host), IClassFixture<DueRemindersOnPostgres.Host>
{
    public sealed class Host : PostgresHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}
