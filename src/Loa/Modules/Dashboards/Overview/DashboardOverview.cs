using Loa.Documents.Plans;
using Loa.Modules.Activities;

namespace Loa.Modules.Dashboards.Overview;

/// <summary>Counted and added up.</summary>
internal sealed record SumLine(long Alone, long Integrated, long Times, long Minutes, long People, long Copies, long Cost, long Unconfirmed)
{
    public long All => Alone + Integrated;

    public static SumLine Of(IEnumerable<FormSum> sums)
    {
        var (alone, integrated, times, minutes, people, copies, cost, unconfirmed) = (0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        foreach (var sum in sums)
        {
            if (sum.State == ActivityState.Unconfirmed)
            {
                unconfirmed += sum.Activities;
                continue;
            }

            (alone, integrated) = sum.IsIntegrated ? (alone, integrated + sum.Activities) : (alone + sum.Activities, integrated);
            (times, minutes, people, copies, cost) = (times + sum.Times, minutes + sum.Minutes, people + sum.People, copies + sum.Copies, cost + sum.Cost);
        }

        return new SumLine(alone, integrated, times, minutes, people, copies, cost, unconfirmed);
    }
}

internal sealed record MonthLine(DateOnly Month, SumLine Sum, long Before);

/// <summary>The first page of a dashboard: one agency and what stands below it, in some months.</summary>
internal sealed record DashboardOverview(SumLine Total, IReadOnlyList<(CommunicationForm Form, SumLine Sum)> Forms, IReadOnlyList<MonthLine> Months, long Before)
{
    public static DashboardOverview Of(MonthSpan span, IReadOnlyList<FormSum> sums, IReadOnlyDictionary<int, long> before)
    {
        var months = sums.ToLookup(sum => sum.Month);
        return new DashboardOverview(
            SumLine.Of(sums),
            [.. sums.GroupBy(sum => sum.Form).Select(form => (form.Key, SumLine.Of(form))).Where(form => form.Item2.All + form.Item2.Unconfirmed > 0).OrderByDescending(form => form.Item2.All).ThenBy(form => form.Key)],
            [.. span.Months.Select(month => new MonthLine(month, SumLine.Of(months[Activity.MonthOf(month)]), before.GetValueOrDefault(Activity.MonthOf(month.AddYears(-1)))))],
            before.Values.Sum());
    }
}
