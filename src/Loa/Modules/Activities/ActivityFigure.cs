using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

internal enum ActivityMeasure
{
    Activities = 1,
    Times = 2,
    Minutes = 3,
    People = 4,
    Copies = 5,
    Cost = 6,
}

/// <summary>What an agency itself did, added up.</summary>
internal sealed class ActivityFigure(LoaDbContext db, ActivitySums sums, ActivityMeasure measure) : IFigure
{
    public string Key => KeyOf(measure);

    public string Title => measure switch
    {
        ActivityMeasure.Activities => "Số hoạt động",
        ActivityMeasure.Times => "Số lượng (lần phát, tin, bài, cuộc…)",
        ActivityMeasure.Minutes => "Tổng số phút",
        ActivityMeasure.People => "Tổng lượt người",
        ActivityMeasure.Copies => "Tổng số bản in, phát",
        _ => "Tổng kinh phí (đồng)",
    };

    public string Explanation => "Cộng các hoạt động được tính của chính cơ quan trong kỳ, theo ngày đầu của hoạt động.";

    public bool AsksForms => true;

    public static string KeyOf(ActivityMeasure measure) => $"activities.{measure.ToString().ToLowerInvariant()}";

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var all = await sums.OfAsync(ask.Agencies, ask.From, ask.To, cancellationToken);
        return all.Where(sum => (ask.Forms.Count == 0 || ask.Forms.Contains(sum.Form)) && (ask.Integrated is null || ask.Integrated == sum.IsIntegrated))
            .GroupBy(sum => sum.AgencyId).ToDictionary(group => group.Key, group => new FigureValue(group.Sum(Part)));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (agencies, forms, from, to) = (ask.Agencies.ToArray(), ask.Forms.ToList(), ask.From, ask.To);
        var activities = db.Set<Activity>().AsNoTracking().Where(activity => EF.Parameter(agencies).Contains(activity.AgencyId) && activity.StartsOn >= from && activity.StartsOn <= to && activity.State == ActivityState.Counted);
        activities = forms.Count == 0 ? activities : activities.Where(activity => forms.Contains(activity.Form));
        activities = ask.Integrated is { } integrated ? activities.Where(activity => activity.IsIntegrated == integrated) : activities;
        var rows = activities.OrderBy(activity => activity.StartsOn).ThenBy(activity => activity.ActivityId)
            .Select(a => new { a.ActivityId, a.AgencyId, a.StartsOn, a.Title, a.Times, a.Minutes, a.People, a.Copies, a.Cost }).AsAsyncEnumerable();
        await foreach (var a in rows.WithCancellation(cancellationToken))
        {
            var part = measure switch
            {
                ActivityMeasure.Activities => 1,
                ActivityMeasure.Times => a.Times,
                ActivityMeasure.Minutes => (long)(a.Minutes ?? 0) * a.Times,
                ActivityMeasure.People => a.People ?? 0,
                ActivityMeasure.Copies => a.Copies ?? 0,
                _ => a.Cost ?? 0,
            };
            if (part != 0)
            {
                yield return new FigureRow(a.AgencyId, a.StartsOn, a.Title, part, ActivityLinks.Activity(a.ActivityId));
            }
        }
    }

    private decimal Part(ActivitySum sum) => measure switch
    {
        ActivityMeasure.Activities => sum.Activities,
        ActivityMeasure.Times => sum.Times,
        ActivityMeasure.Minutes => sum.Minutes,
        ActivityMeasure.People => sum.People,
        ActivityMeasure.Copies => sum.Copies,
        _ => sum.Cost,
    };
}
