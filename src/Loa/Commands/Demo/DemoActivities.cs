using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Commands.Demo;

#pragma warning disable CA5394 // A demo is meant to be the same each time.

/// <summary>
/// A year of what the province's agencies did, by rule and seed, so that every demo looks the same: broadcasts week by week, news, conferences, law days,
/// some integrated into others, some waiting for a second person, some taken back. Written past the change tracker, as several hundred records of
/// one act say nothing.
/// </summary>
internal sealed class DemoActivities(LoaDbContext db, Calendar calendar, CurrentUser user)
{
    private const int Seed = 2026;
    private readonly List<Activity> activities = [];
    private readonly Dictionary<Guid, Channel> channels = [];
    private readonly Random random = new(Seed);
    private ILookup<Guid, (Guid TaskId, string Content)> work = null!;
    private Dictionary<Guid, Guid> people = [];
    private List<Guid> topics = [];

    public async Task WriteAsync(Guid planId, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var agencies = await db.Set<Agency>().AsNoTracking().Where(agency => agency.Path.StartsWith("/tg/") && agency.ValidTo == null).OrderBy(agency => agency.Path).ToListAsync(cancellationToken);
        topics = await db.Set<PlanText>().Where(text => text.PlanId == planId && text.Kind == PlanTextKind.Topic).OrderBy(text => text.Ordinal).Select(text => text.PlanTextId).ToListAsync(cancellationToken);
        work = (await db.Set<Assignment>().Where(assignment => assignment.PlanId == planId && assignment.State != AssignmentState.Withdrawn)
            .Join(db.Set<PlanTask>(), assignment => assignment.PlanTaskId, task => task.PlanTaskId, (assignment, task) => new { assignment.HolderAgencyId, task.PlanTaskId, task.Content, task.Ordinal })
            .OrderBy(row => row.Ordinal).ToListAsync(cancellationToken)).ToLookup(row => row.HolderAgencyId, row => (row.PlanTaskId, row.Content));
        people = (await db.Set<RoleGrant>().Where(grant => grant.AgencyId != null && grant.Role != Role.Leader).OrderBy(grant => grant.RoleGrantId).Select(grant => new { grant.AgencyId, grant.UserId }).ToListAsync(cancellationToken))
            .DistinctBy(grant => grant.AgencyId).ToDictionary(grant => grant.AgencyId!.Value, grant => grant.UserId);
        var asking = agencies.First(agency => agency.Code == "tg-syt");
        db.Add(new ActivityRules { AgencyId = asking.AgencyId, ConfirmationRequired = true });
        await db.SaveChangesAsync(cancellationToken);

        foreach (var agency in agencies)
        {
            Year(agency, today);
        }

        Settle(asking.AgencyId, today);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.InsertRowsAsync([.. channels.Values], cancellationToken);
        await db.InsertRowsAsync(activities, cancellationToken);
        await db.InsertRowsAsync([.. activities.SelectMany(activity => activity.Tasks)], cancellationToken);
        await db.InsertRowsAsync([.. activities.SelectMany(activity => activity.Topics)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Year(Agency agency, DateOnly today)
    {
        if (agency.Level == AgencyLevel.Commune && agency.Kind == AgencyKind.PeoplesCommittee)
            Commune(agency, today);
        else if (agency.Code == "tg-ptth")
            Station(agency, today);
        else if (agency.Kind == AgencyKind.Department)
            Department(agency, today);
    }

    /// <summary>The loudspeaker each week but for a few, the hamlets' meetings, the law day, a dialogue each half of the year.</summary>
    private void Commune(Agency agency, DateOnly today)
    {
        var place = agency.ShortName.Replace("UBND ", "", StringComparison.Ordinal);
        foreach (var day in Weeks(today, DayOfWeek.Tuesday))
        {
            if (random.Next(9) > 0)
                Add(agency, CommunicationForm.Loudspeaker, day, DemoTitles.Broadcast(random), "truyền thanh cơ sở", a => (a.Times, a.Minutes, a.IsPrimeTime, a.ChannelId) = (2 + random.Next(3), 15 + (5 * random.Next(2)), true, Channel(agency, $"Đài truyền thanh {place}")));
        }

        foreach (var day in Months(today, 12))
        {
            Add(agency, CommunicationForm.HamletMeeting, day, DemoTitles.Hamlet(random), null, a =>
            {
                (a.IsIntegrated, a.IntegratedInto, a.Places, a.Times) = (true, "Họp thôn, tổ dân phố hằng tháng", "Nhà văn hóa các thôn", 2 + random.Next(5));
                Reached(a, 40 + random.Next(160), ReachMethod.Estimate, AudienceGroup.Residents);
            });
            if (day.Month % 2 == 0)
                Add(agency, CommunicationForm.Social, day.AddDays(3), DemoTitles.News(random), null, a => (a.Times, a.ChannelId) = (1 + random.Next(4), Channel(agency, $"Trang mạng xã hội {place}")));
        }

        foreach (var day in Days(today, (4, 22), (10, 14)))
            Add(agency, CommunicationForm.Dialogue, day, "Đối thoại giữa lãnh đạo UBND với người dân, doanh nghiệp", "đối thoại", a => { a.Places = $"Hội trường UBND {place}"; Reached(a, 60 + random.Next(80), ReachMethod.SignedList, AudienceGroup.Residents, AudienceGroup.Businesses); });
        foreach (var day in Days(today, (11, 6)))
            Add(agency, CommunicationForm.LawDay, day, "Hưởng ứng Ngày Pháp luật Việt Nam, phổ biến quy định về thủ tục hành chính", "Ngày Pháp luật", a => Reached(a, 50 + random.Next(120), ReachMethod.Headcount, AudienceGroup.Residents));
        foreach (var day in Days(today, (5, 8)))
            Add(agency, CommunicationForm.Banner, day, "Treo băng rôn hướng dẫn dịch vụ công trực tuyến", "pa nô", a => (a.Times, a.Places, a.Cost, a.Funding) = (3 + random.Next(5), "Trục đường chính, bộ phận một cửa", 1_800_000 + (100_000 * random.Next(9)), FundingSource.Recurrent));
    }

    /// <summary>Two columns a month on the air, reportages and interviews between them.</summary>
    private void Station(Agency agency, DateOnly today)
    {
        foreach (var day in Months(today, 5).Concat(Months(today, 20)))
            Add(agency, CommunicationForm.Column, day, "Chuyên mục “Cải cách hành chính”", "chuyên mục", a => (a.Times, a.Minutes, a.IsPrimeTime, a.ChannelId) = (2, 15, true, Channel(agency, "Truyền hình Thanh Giang")));
        foreach (var day in Months(today, 11))
            Add(agency, CommunicationForm.Reportage, day, DemoTitles.Reportage(random), null, a => (a.Times, a.Minutes, a.ChannelId) = (1 + random.Next(2), 6 + random.Next(10), Channel(agency, "Truyền hình Thanh Giang")));
        foreach (var day in Weeks(today, DayOfWeek.Friday))
            Add(agency, CommunicationForm.News, day, DemoTitles.News(random), null, a => (a.Times, a.ChannelId) = (1 + random.Next(4), Channel(agency, "Phát thanh Thanh Giang")));
    }

    private void Department(Agency agency, DateOnly today)
    {
        foreach (var day in Days(today, (2, 20)))
            Add(agency, CommunicationForm.Conference, day, "Hội nghị triển khai kế hoạch truyền thông cải cách hành chính", "hội nghị triển khai", a => { (a.Places, a.Cost, a.Funding) = ("Hội trường cơ quan", 4_500_000, FundingSource.Recurrent); Reached(a, 45 + random.Next(60), ReachMethod.SignedList, AudienceGroup.Officials); });
        foreach (var day in Months(today, 8 + random.Next(6)))
        {
            Add(agency, CommunicationForm.Meeting, day, "Quán triệt văn bản mới về cải cách hành chính", null, a => { (a.IsIntegrated, a.IntegratedInto) = (true, "Giao ban cơ quan tháng " + day.Month); Reached(a, 20 + random.Next(40), ReachMethod.Headcount, AudienceGroup.Officials); });
            if (random.Next(3) > 0)
                Add(agency, CommunicationForm.Portal, day.AddDays(5), DemoTitles.News(random), "Cổng Thông tin", a => (a.Times, a.ChannelId) = (2 + random.Next(7), Channel(agency, "Trang thông tin điện tử")));
        }

        foreach (var day in Days(today, (6, 12)))
            Add(agency, CommunicationForm.Training, day, "Tập huấn kỹ năng hướng dẫn dịch vụ công trực tuyến", "Tập huấn", a => { (a.Minutes, a.Cost, a.Funding) = (210, 12_000_000, FundingSource.Programme); Reached(a, 30 + random.Next(40), ReachMethod.SignedList, AudienceGroup.Officials); });
        foreach (var day in Days(today, (8, 19)))
            Add(agency, CommunicationForm.Leaflet, day, "Tờ gấp hướng dẫn thủ tục hành chính thiết yếu", "tờ gấp", a => (a.Copies, a.Cost, a.Funding) = (1_000 + (500 * random.Next(6)), 6_000_000, FundingSource.Recurrent));
    }

    private void Add(Agency agency, CommunicationForm form, DateOnly day, string title, string? serves, Action<Activity> facts)
    {
        if (day > calendar.VietnamToday)
        {
            return;
        }

        var activity = new Activity { ActivityId = Guid.CreateVersion7(), AgencyId = agency.AgencyId, Form = form, Title = title, Revision = 1 };
        activity.HeldOn(day, day);
        facts(activity);
        var task = serves is null ? [] : work[agency.AgencyId].Where(task => task.Content.Contains(serves, StringComparison.OrdinalIgnoreCase)).Select(task => task.TaskId).Take(1).ToList();
        activity.Serve(task, topics.Count == 0 ? [] : [topics[random.Next(topics.Count)]]);
        (activity.LoggedAt, activity.ChangedAt, activity.LoggedById) = (At(day), At(day), people.TryGetValue(agency.AgencyId, out var who) ? who : user.UserId);
        activity.RefreshSearchText();
        activities.Add(activity);
    }

    /// <summary>One agency asks for a second person: its last fortnight still waits. One in fifty elsewhere was logged by mistake.</summary>
    private void Settle(Guid asking, DateOnly today)
    {
        foreach (var activity in activities)
        {
            if (activity.AgencyId == asking && activity.StartsOn > today.AddDays(-45))
                activity.State = ActivityState.Unconfirmed;
            else if (random.Next(50) == 0)
                (activity.State, activity.WithdrawnReason) = (ActivityState.Withdrawn, "Ghi trùng với hoạt động khác.");
        }
    }

    private Guid Channel(Agency agency, string name)
    {
        var channel = Modules.Activities.Channel.Create(agency.AgencyId, name);
        channels.TryAdd(channel.ChannelId, channel);
        return channel.ChannelId;
    }

    private static void Reached(Activity activity, int people, ReachMethod by, params AudienceGroup[] groups) =>
        (activity.People, activity.PeopleBy, activity.Audiences) = (people, by, [.. groups]);

    /// <summary>In the afternoon of the day itself.</summary>
    private static DateTime At(DateOnly day) => Calendar.ToUtc(day.ToDateTime(new TimeOnly(16, 30)));

    private static IEnumerable<DateOnly> Weeks(DateOnly today, DayOfWeek on)
    {
        var day = new DateOnly(today.Year, 1, 6);
        for (day = day.AddDays(((int)on - (int)day.DayOfWeek + 7) % 7); day <= today; day = day.AddDays(7))
            yield return day;
    }

    private static IEnumerable<DateOnly> Months(DateOnly today, int on) => Enumerable.Range(1, today.Month).Select(month => new DateOnly(today.Year, month, on));

    private static IEnumerable<DateOnly> Days(DateOnly today, params (int Month, int Day)[] days) => days.Select(day => new DateOnly(today.Year, day.Month, day.Day));
}
