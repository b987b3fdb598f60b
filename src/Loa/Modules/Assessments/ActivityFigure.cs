using Loa.Data;
using Loa.Modules.Activities;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Assessments;

internal enum ActivityMeasure
{
    Activities = 1,
    Times = 2,
    Minutes = 3,
    People = 4,
    Copies = 5,
}

/// <summary>What an agency itself did, counted in the sums that the database keeps.</summary>
internal sealed class ActivityFigure(LoaDbContext db, ActivityMeasure measure) : IAssessmentFigure
{
    public string Key => $"activities.{measure.ToString().ToLowerInvariant()}";

    public string Title => measure switch
    {
        ActivityMeasure.Activities => "Số hoạt động",
        ActivityMeasure.Times => "Số lượng (lần phát, tin, bài, cuộc…)",
        ActivityMeasure.Minutes => "Tổng số phút",
        ActivityMeasure.People => "Tổng lượt người",
        _ => "Tổng số bản in, phát",
    };

    public string Explanation => "Cộng các hoạt động được tính của chính cơ quan trong kỳ, theo ngày đầu của hoạt động.";

    public bool IsShare => false;

    public bool AsksForms => true;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        var (first, last, forms) = (Activity.MonthOf(ask.From), Activity.MonthOf(ask.To), ask.Forms.ToList());
        var totals = db.Set<ActivityTotal>().Of(new AgencySet(ask.Agencies)).Where(total => total.Month >= first && total.Month <= last && total.State == ActivityState.Counted);
        totals = forms.Count == 0 ? totals : totals.Where(total => forms.Contains(total.Form));
        totals = ask.Integrated is { } integrated ? totals.Where(total => total.IsIntegrated == integrated) : totals;
        var sums = totals.GroupBy(total => total.AgencyId);
        var rows = measure switch
        {
            ActivityMeasure.Activities => sums.Select(sum => new { sum.Key, Value = sum.Sum(t => t.Activities) }),
            ActivityMeasure.Times => sums.Select(sum => new { sum.Key, Value = sum.Sum(t => t.Times) }),
            ActivityMeasure.Minutes => sums.Select(sum => new { sum.Key, Value = sum.Sum(t => t.Minutes) }),
            ActivityMeasure.People => sums.Select(sum => new { sum.Key, Value = sum.Sum(t => t.People) }),
            _ => sums.Select(sum => new { sum.Key, Value = sum.Sum(t => t.Copies) }),
        };
        return await rows.ToDictionaryAsync(row => row.Key, row => new FigureValue(row.Value, null), cancellationToken);
    }
}
