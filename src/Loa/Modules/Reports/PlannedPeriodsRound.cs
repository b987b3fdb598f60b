using Loa.Data;
using Loa.Modules.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Opens the periods whose day has come. Each is opened by whoever saves first: a second server finds it taken.</summary>
internal sealed class PlannedPeriodsRound(LoaDbContext db, PlannedPeriods planned, PeriodDesk desk) : INotificationRound
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await planned.DueAsync(cancellationToken))
        {
            try
            {
                if (await db.Set<ReportingPeriod>().SingleOrDefaultAsync(period => period.ReportingPeriodId == id && period.State == PeriodState.Planned, cancellationToken) is { } period)
                {
                    await OpenAsync(period, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }
            }
            catch (DbUpdateException refusal) when (refusal.IsAnotherFirst())
            {
                // Another server, or a person, was faster with this one, or with the next.
            }

            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Where somebody opened the same one along a newer version of the outline meanwhile, this one is not needed any more.</summary>
    private async Task OpenAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var outlineId = await planned.OutlineInUseAsync(period.ReportOutlineId, cancellationToken);
        if (await db.Set<ReportingPeriod>().AnyAsync(other => other.ReportingPeriodId != period.ReportingPeriodId && other.OwnerAgencyId == period.OwnerAgencyId && other.ReportOutlineId == outlineId && other.Every == period.Every && other.Year == period.Year && other.Number == period.Number, cancellationToken))
        {
            desk.Drop(period);
            return;
        }

        await desk.OpenAsync(period, cancellationToken);
    }
}
