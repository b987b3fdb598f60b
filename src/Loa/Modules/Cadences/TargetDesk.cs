using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>What people and the clock write about targets.</summary>
internal sealed class TargetDesk(LoaDbContext db, TargetReading reading, Calendar calendar, CurrentUser user, AuditScope audit)
{
    /// <summary>One more value of the agency; the caller saves. Two people at once: the later one is told to look again.</summary>
    public async Task EnterAsync(Guid targetId, Guid agencyId, DateOnly asOf, decimal numerator, decimal? denominator, string? note, CancellationToken cancellationToken)
    {
        audit.Describe("Nhập số liệu chỉ tiêu");
        var last = await db.Set<TargetValue>().Where(value => value.TargetId == targetId && value.AgencyId == agencyId).MaxAsync(value => (int?)value.Number, cancellationToken) ?? 0;
        db.Add(new TargetValue
        {
            TargetId = targetId,
            AgencyId = agencyId,
            Number = last + 1,
            AsOf = asOf,
            Numerator = numerator,
            Denominator = denominator,
            Source = MeasureSource.Manual,
            Note = note,
            At = calendar.UtcNow,
            ById = user.UserId,
        });
    }

    /// <summary>
    /// On the first round of a month: what measured targets had reached by the end of the last one, so that computed figures have a history too. A month is recorded once.
    /// </summary>
    public async Task RecordMonthAsync(DateOnly today, DateOnly? lastRound, CancellationToken cancellationToken)
    {
        var end = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        if (lastRound > end)
        {
            return;
        }

        var measures = await (
            from measure in db.Set<TargetMeasure>().AsNoTracking()
            join target in db.Set<Target>() on measure.TargetId equals target.TargetId
            join plan in db.Set<Plan>() on target.PlanId equals plan.PlanId
            where measure.Source != MeasureSource.Manual && plan.Status == PlanStatus.Issued
                && !db.Set<TargetValue>().Any(value => value.TargetId == measure.TargetId && value.AsOf == end && value.Source != MeasureSource.Manual)
            orderby measure.TargetId
            select new { measure, target, plan }).ToListAsync(cancellationToken);
        audit.Describe("Chốt số liệu chỉ tiêu cuối tháng");
        foreach (var row in measures)
        {
            var (from, until) = CadenceMaker.Span(row.plan);
            if (end >= from && end <= until)
            {
                await RecordAsync(row.plan, row.target, row.measure, end, cancellationToken);
            }
        }
    }

    private async Task RecordAsync(Plan plan, Target target, TargetMeasure measure, DateOnly end, CancellationToken cancellationToken)
    {
        var agencies = await reading.Agencies(plan, isIssuer: true).Select(agency => agency.AgencyId).ToListAsync(cancellationToken);
        var numbers = await db.Set<TargetValue>().Where(value => value.TargetId == target.TargetId).GroupBy(value => value.AgencyId).Select(group => new { group.Key, Last = group.Max(value => value.Number) }).ToDictionaryAsync(row => row.Key, row => row.Last, cancellationToken);
        foreach (var (agencyId, figure) in await reading.FiguresAsync(plan, target, measure, agencies, end, cancellationToken))
        {
            db.Add(new TargetValue
            {
                TargetId = target.TargetId,
                AgencyId = agencyId,
                Number = numbers.GetValueOrDefault(agencyId) + 1,
                AsOf = end,
                Numerator = figure.Numerator,
                Denominator = figure.Denominator,
                Source = measure.Source,
                At = calendar.UtcNow,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
