using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Search;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Dashboards;

/// <summary>A sum by form, month and state: everything the first page shows is added up from these.</summary>
internal sealed record FormSum(int Month, CommunicationForm Form, bool IsIntegrated, ActivityState State, long Activities, long Times, long Minutes, long People, long Copies, long Cost);

internal sealed record TopicSum(Guid PlanTextId, string Topic, string Plan, long Alone, long Integrated);

/// <summary>What one agency did itself; settable, so that lists are sorted by it in the database.</summary>
internal sealed class AgencySum
{
    public Guid AgencyId { get; init; }

    public string Name { get; init; } = "";

    public AgencyLevel Level { get; init; }

    public int SortOrder { get; init; }

    public long Activities { get; init; }

    public long Integrated { get; init; }

    public long Minutes { get; init; }

    public long People { get; init; }

    public long Copies { get; init; }

    public long Cost { get; init; }

    public long Unconfirmed { get; init; }
}

/// <summary>The figures of dashboards, read from the sums that the database keeps and added up by it; never from the activities.</summary>
internal sealed class DashboardFigures(LoaDbContext db)
{
    public const int TopicsMost = 30;

    public static readonly Sorting<AgencySum> Sorts = new Sorting<AgencySum>(sum => sum.AgencyId, "-hoat-dong")
        .By("ten", sum => sum.Name).By("hoat-dong", sum => sum.Activities).By("long-ghep", sum => sum.Integrated).By("phut", sum => sum.Minutes).By("nguoi", sum => sum.People)
        .By("ban", sum => sum.Copies).By("kinh-phi", sum => sum.Cost).By("cho", sum => sum.Unconfirmed).By("thu-tu", sum => sum.SortOrder);

    public Task<List<FormSum>> FormsAsync(AgencySet set, MonthSpan span, CancellationToken cancellationToken)
    {
        var (first, last) = (span.First, span.Last);
        return db.TotalsOf(set).Where(total => total.Month >= first && total.Month <= last && total.State != ActivityState.Withdrawn)
            .GroupBy(total => new { total.Month, total.Form, total.IsIntegrated, total.State })
            .Select(group => new FormSum(group.Key.Month, group.Key.Form, group.Key.IsIntegrated, group.Key.State, group.Sum(t => t.Activities), group.Sum(t => t.Times), group.Sum(t => t.Minutes), group.Sum(t => t.People), group.Sum(t => t.Copies), group.Sum(t => t.Cost)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Counted activities by month.</summary>
    public Task<Dictionary<int, long>> MonthsAsync(AgencySet set, MonthSpan span, CancellationToken cancellationToken)
    {
        var (first, last) = (span.First, span.Last);
        return db.TotalsOf(set).Where(total => total.Month >= first && total.Month <= last && total.State == ActivityState.Counted)
            .GroupBy(total => total.Month).Select(group => new { group.Key, Activities = group.Sum(t => t.Activities) }).ToDictionaryAsync(row => row.Key, row => row.Activities, cancellationToken);
    }

    /// <summary>Topics by how often they were taken up, the most frequent first.</summary>
    public async Task<List<TopicSum>> TopicsAsync(AgencySet set, MonthSpan span, int most, CancellationToken cancellationToken)
    {
        var (first, last) = (span.First, span.Last);
        var sums = db.TopicTotalsOf(set).Where(total => total.Month >= first && total.Month <= last && total.State == ActivityState.Counted)
            .GroupBy(total => total.PlanTextId)
            .Select(group => new { PlanTextId = group.Key, All = group.Sum(t => t.Activities), Integrated = group.Sum(t => t.IsIntegrated ? t.Activities : 0) })
            .Where(sum => sum.All > 0).OrderByDescending(sum => sum.All).ThenBy(sum => sum.PlanTextId).Take(most);
        return await (
            from sum in sums
            join text in db.Set<PlanText>() on sum.PlanTextId equals text.PlanTextId
            join plan in db.Set<Plan>() on text.PlanId equals plan.PlanId
            orderby sum.All descending, sum.PlanTextId
            select new TopicSum(sum.PlanTextId, text.Text, plan.Reference ?? plan.Subject, sum.All - sum.Integrated, sum.Integrated)).ToListAsync(cancellationToken);
    }

    /// <summary>Every agency of the set that existed in the span, also one that did nothing.</summary>
    public IQueryable<AgencySum> Agencies(AgencySet set, MonthSpan span)
    {
        var (first, last) = (span.First, span.Last);
        var sums = db.Set<ActivityTotal>().Of(set).Where(total => total.Month >= first && total.Month <= last && total.State != ActivityState.Withdrawn)
            .GroupBy(total => total.AgencyId)
            .Select(group => new
            {
                AgencyId = group.Key,
                Activities = group.Sum(t => t.State == ActivityState.Counted ? t.Activities : 0),
                Integrated = group.Sum(t => t.State == ActivityState.Counted && t.IsIntegrated ? t.Activities : 0),
                Minutes = group.Sum(t => t.State == ActivityState.Counted ? t.Minutes : 0),
                People = group.Sum(t => t.State == ActivityState.Counted ? t.People : 0),
                Copies = group.Sum(t => t.State == ActivityState.Counted ? t.Copies : 0),
                Cost = group.Sum(t => t.State == ActivityState.Counted ? t.Cost : 0),
                Unconfirmed = group.Sum(t => t.State == ActivityState.Unconfirmed ? t.Activities : 0),
            });
        return from agency in Existing(set, span.From, span.To)
               join sum in sums on agency.AgencyId equals sum.AgencyId into own
               from sum in own.DefaultIfEmpty()
               select new AgencySum
               {
                   AgencyId = agency.AgencyId,
                   Name = agency.ShortName,
                   Level = agency.Level,
                   SortOrder = agency.SortOrder,
                   Activities = (long?)sum.Activities ?? 0,
                   Integrated = (long?)sum.Integrated ?? 0,
                   Minutes = (long?)sum.Minutes ?? 0,
                   People = (long?)sum.People ?? 0,
                   Copies = (long?)sum.Copies ?? 0,
                   Cost = (long?)sum.Cost ?? 0,
                   Unconfirmed = (long?)sum.Unconfirmed ?? 0,
               };
    }

    /// <summary>How many agencies <see cref="Agencies"/> lists, without adding up what they did.</summary>
    public Task<long> CountAgenciesAsync(AgencySet set, MonthSpan span, CancellationToken cancellationToken) => Existing(set, span.From, span.To).LongCountAsync(cancellationToken);

    /// <summary>Counted activities by agency and week (202648).</summary>
    public async Task<Dictionary<(Guid AgencyId, int Week), long>> WeeksAsync(IReadOnlyCollection<Guid> agencies, IReadOnlyList<DateOnly> weeks, CancellationToken cancellationToken)
    {
        var (first, last) = (Activity.WeekOf(weeks[0]), Activity.WeekOf(weeks[^1]));
        var rows = await db.Set<ActivityWeek>().AsNoTracking().Of(new AgencySet([.. agencies])).Where(week => week.Week >= first && week.Week <= last && week.State == ActivityState.Counted)
            .GroupBy(week => new { week.AgencyId, week.Week }).Select(week => new { week.Key.AgencyId, week.Key.Week, Activities = week.Sum(part => part.Activities) }).Where(week => week.Activities != 0).ToListAsync(cancellationToken);
        return rows.ToDictionary(week => (week.AgencyId, week.Week), week => week.Activities);
    }

    private IQueryable<Agency> Existing(AgencySet set, DateOnly from, DateOnly to) =>
        db.Set<Agency>().AsNoTracking().Of(set).Where(agency => (agency.ValidFrom == null || agency.ValidFrom <= to) && (agency.ValidTo == null || agency.ValidTo >= from));
}
