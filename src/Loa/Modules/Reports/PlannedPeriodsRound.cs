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
        if (await planned.InItsPlaceAsync(period, cancellationToken) is { } other)
        {
            desk.Drop(period);
            if (period.Repeats && !other.Repeats)
            {
                // The series goes on from the one that is there.
                other.Repeats = true;
                await planned.SetNextAsync(other, cancellationToken);
            }

            return;
        }

        await desk.OpenAsync(period, cancellationToken);
    }
}
