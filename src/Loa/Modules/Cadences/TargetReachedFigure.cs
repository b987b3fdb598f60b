using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>What an agency had reached of a target by the end of the time. Targets are counted from other figures, so their reading is asked for only when it is needed.</summary>
internal sealed class TargetReachedFigure(LoaDbContext db, IServiceProvider services) : IFigure
{
    public string Key => "targets.reached";

    public string Title => "Kết quả thực hiện một chỉ tiêu của kế hoạch";

    public string Explanation => "Giá trị của chỉ tiêu đến cuối kỳ, tính theo cách đo đã đặt cho chỉ tiêu hoặc theo số cơ quan nhập.";

    public bool IsShare => true;

    public bool AsksTarget => true;

    public async Task<IReadOnlyDictionary<Guid, FigureValue>> OfAsync(FigureAsk ask, CancellationToken cancellationToken)
    {
        if (await db.Set<Target>().AsNoTracking().FirstOrDefaultAsync(target => target.TargetId == ask.TargetId, cancellationToken) is not { } target)
        {
            return new Dictionary<Guid, FigureValue>();
        }

        var reading = services.GetRequiredService<TargetReading>();
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(plan => plan.PlanId == target.PlanId, cancellationToken);
        var figures = await reading.FiguresAsync(plan, target, await reading.MeasureAsync(target, cancellationToken), ask.Agencies, ask.To, cancellationToken);
        return figures.ToDictionary(pair => pair.Key, pair => new FigureValue(pair.Value.Numerator, pair.Value.Denominator));
    }

    public async IAsyncEnumerable<FigureRow> RowsAsync(FigureAsk ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var target = await db.Set<Target>().AsNoTracking().FirstOrDefaultAsync(t => t.TargetId == ask.TargetId, cancellationToken);
        foreach (var (agency, value) in await OfAsync(ask, cancellationToken))
        {
            yield return new FigureRow(agency, ask.To, target!.Text, value.Value, CadenceLinks.Target(target.PlanId, target.TargetId));
        }
    }
}
