using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>The activities a filter means, and how many they are; every view of them asks here.</summary>
internal sealed class ActivityRows(LoaDbContext db, ActivityAgencies agencies, Calendar calendar)
{
    /// <summary>Rows can be turned to up to here, as turning past them costs the database each of them; where no sum answers, they are counted no further.</summary>
    public const int TurnedMost = 10_000;

    public Task<AgencySet> AgenciesAsync(ActivityFilter filter, CancellationToken cancellationToken) =>
        agencies.OfAsync(Permissions.ActivitiesRead, filter.AgencyId, filter.Alone, filter.Tree, cancellationToken);

    public IQueryable<Activity> Of(ActivityFilter filter, AgencySet set)
    {
        var activities = db.Set<Activity>().AsNoTracking().Of(set);
        activities = filter.State is { } state ? activities.Where(activity => activity.State == state) : activities.Where(activity => activity.State != ActivityState.Withdrawn);
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var folded = Folding.Fold(filter.Query);
            activities = activities.Where(activity => activity.SearchText.Contains(folded));
        }

        if (filter.Forms is { Count: > 0 } forms)
            activities = activities.Where(activity => forms.Contains(activity.Form));
        if (filter.Integrated is { } integrated)
            activities = activities.Where(activity => activity.IsIntegrated == integrated);
        if (filter.ChannelId is { } channel)
            activities = activities.Where(activity => activity.ChannelId == channel);
        if (filter.TaskId is { } task)
            activities = activities.Where(activity => activity.Tasks.Any(served => served.PlanTaskId == task));
        if (filter.TopicId is { } topic)
            activities = activities.Where(activity => activity.Topics.Any(about => about.PlanTextId == topic));
        var (from, to) = filter.Days(calendar.VietnamToday);
        if (from is { } first)
            activities = activities.Where(activity => activity.StartsOn >= first);
        if (to is { } last)
            activities = activities.Where(activity => activity.StartsOn <= last);
        return activities;
    }

    /// <summary>One page of them; the rows must be in a total order.</summary>
    public async Task<Paging> PagingAsync(ActivityFilter filter, AgencySet set, int? page, int size, CancellationToken cancellationToken)
    {
        var total = await SummedAsync(filter, set, cancellationToken) ?? await Of(filter, set).Take(TurnedMost + 1).LongCountAsync(cancellationToken);
        return total <= TurnedMost ? Paging.Of(page, total, size)
            : Paging.Of(page, TurnedMost, size) with { Total = CanSum(filter) ? total : TurnedMost, Reach = TurnedMost, IsMore = !CanSum(filter) };
    }

    /// <summary>From the sums that the database keeps, where they know what is asked; null: they do not.</summary>
    private async Task<long?> SummedAsync(ActivityFilter filter, AgencySet set, CancellationToken cancellationToken)
    {
        var (from, to) = filter.Days(calendar.VietnamToday);
        if (!CanSum(filter))
        {
            return null;
        }

        if (IsWholeMonths(from, to))
        {
            var (first, last) = (from is { } start ? Activity.MonthOf(start) : 0, to is { } end ? Activity.MonthOf(end) : int.MaxValue);
            if (filter.TopicId is { } topic)
            {
                var topics = db.Set<ActivityTopicTotal>().Of(set).Where(total => total.PlanTextId == topic && total.Month >= first && total.Month <= last);
                topics = filter.State is { } about ? topics.Where(total => total.State == about) : topics.Where(total => total.State != ActivityState.Withdrawn);
                topics = filter.Integrated is { } within ? topics.Where(total => total.IsIntegrated == within) : topics;
                return await topics.SumAsync(total => total.Activities, cancellationToken);
            }

            var totals = db.Set<ActivityTotal>().Of(set).Where(total => total.Month >= first && total.Month <= last);
            totals = filter.State is { } state ? totals.Where(total => total.State == state) : totals.Where(total => total.State != ActivityState.Withdrawn);
            totals = filter.Forms is { Count: > 0 } forms ? totals.Where(total => forms.Contains(total.Form)) : totals;
            totals = filter.Integrated is { } integrated ? totals.Where(total => total.IsIntegrated == integrated) : totals;
            return await totals.SumAsync(total => total.Activities, cancellationToken);
        }

        var (firstWeek, lastWeek) = (Activity.WeekOf(from!.Value), Activity.WeekOf(to!.Value));
        var weeks = db.Set<ActivityWeek>().Of(set).Where(week => week.Week >= firstWeek && week.Week <= lastWeek);
        weeks = filter.State is { } one ? weeks.Where(week => week.State == one) : weeks.Where(week => week.State != ActivityState.Withdrawn);
        return await weeks.SumAsync(week => week.Activities, cancellationToken);
    }

    private bool CanSum(ActivityFilter filter)
    {
        var (from, to) = filter.Days(calendar.VietnamToday);
        return string.IsNullOrWhiteSpace(filter.Query) && filter.TaskId is null && filter.ChannelId is null && (filter.TopicId is null || filter.Forms.Count == 0)
            && (IsWholeMonths(from, to) || (filter is { Forms.Count: 0, Integrated: null, TopicId: null } && IsWholeWeeks(from, to)));
    }

    private static bool IsWholeMonths(DateOnly? from, DateOnly? to) => (from is null || from.Value.Day == 1) && (to is null || to.Value.AddDays(1).Day == 1);

    private static bool IsWholeWeeks(DateOnly? from, DateOnly? to) =>
        from is { DayOfWeek: DayOfWeek.Monday } && to is { DayOfWeek: DayOfWeek.Sunday } && from <= to;
}
