using Loa.Data;
using Loa.Modules.Activities.Views;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.MonthView;

internal sealed record MonthEntry(Guid ActivityId, string Title, DateOnly StartsOn, DateOnly EndsOn, ActivityState State);

/// <param name="Entries">The first few of them; none where the month has too many to name.</param>
internal sealed record MonthDay(DateOnly On, int Count, IReadOnlyList<MonthEntry> Entries, bool IsOff, SpecialDay? Holiday);

/// <summary>A month of activities: a grid where there is room for one, else a list of the days that have any. Every day opens its rows.</summary>
internal sealed class MonthViewModel(ActivityRows rows, ActivityViewBar bar, CalendarDays holidays, CurrentUser user, Calendar calendar) : PageModel
{
    public const string Parameter = "thang";

    /// <summary>Up to so many the month names them one by one.</summary>
    public const int NamedMost = 400;

    private const int NamedADay = 4;

    [BindProperty(SupportsGet = true)]
    public ActivityFilter Filter { get; set; } = new();

    /// <summary>Any period; its first month is shown.</summary>
    [BindProperty(SupportsGet = true, Name = Parameter)]
    public Period? Wanted { get; set; }

    public ViewBar Bar { get; private set; } = null!;

    public DateOnly First { get; private set; }

    public IReadOnlyList<MonthDay> Days { get; private set; } = [];

    public long Total { get; private set; }

    public DateOnly Today => calendar.VietnamToday;

    public bool IsThisMonth => First.Year == Today.Year && First.Month == Today.Month;

    public bool MayLog => user.Has(Permissions.ActivitiesLog);

    /// <summary>As people type it and the field understands it.</summary>
    public static string NameOf(DateOnly month) => $"tháng {month.Month}/{month.Year}";

    public string DayHref(DateOnly day) => ActivityLinks.Rows(On(day, day));

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var start = Wanted?.Start ?? Today;
        First = new DateOnly(start.Year, start.Month, 1);
        var last = First.AddMonths(1).AddDays(-1);
        var month = rows.Of(On(First, last), await rows.AgenciesAsync(Filter, cancellation));
        var counts = await month.GroupBy(activity => activity.StartsOn).Select(day => new { day.Key, Count = day.Count() }).ToDictionaryAsync(day => day.Key, day => day.Count, cancellation);
        Total = counts.Values.Sum();
        var entries = Total is 0 or > NamedMost ? [] : await month.OrderBy(activity => activity.StartsOn).ThenBy(activity => activity.ActivityId)
            .Select(activity => new MonthEntry(activity.ActivityId, activity.Title, activity.StartsOn, activity.EndsOn, activity.State)).ToListAsync(cancellation);
        var named = entries.ToLookup(entry => entry.StartsOn);
        var working = await holidays.LoadAsync(cancellation);
        var special = working.Table.Of(First.Year).ToDictionary(day => day.Date);
        Days = [.. Enumerable.Range(0, last.Day).Select(offset => First.AddDays(offset)).Select(day =>
            new MonthDay(day, counts.GetValueOrDefault(day), [.. named[day].Take(NamedADay)], !working.IsWorkingDay(day), special.GetValueOrDefault(day)))];
        Bar = await bar.LoadAsync(Filter, ActivityTab.Month, cancellation);
    }

    /// <summary>The filter for some days; the month takes the place of the days it had.</summary>
    private ActivityFilter On(DateOnly from, DateOnly to) => new()
    {
        Query = Filter.Query,
        AgencyId = Filter.AgencyId,
        Alone = Filter.Alone,
        Tree = Filter.Tree,
        Forms = Filter.Forms,
        TopicId = Filter.TopicId,
        TaskId = Filter.TaskId,
        ChannelId = Filter.ChannelId,
        State = Filter.State,
        Integrated = Filter.Integrated,
        From = from,
        To = to,
    };
}
