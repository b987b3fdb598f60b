using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>Turns the tree over when a day begins in Viet Nam on which something changes.</summary>
internal sealed partial class TreeClockWorker(IServiceScopeFactory scopes, Calendar calendar, TimeProvider time, ILogger<TreeClockWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = DateOnly.MinValue;
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                if (calendar.VietnamToday is var today && today != done)
                {
                    await TurnAsync(stoppingToken);
                    done = today;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // Tried again at the next look; the tree of yesterday is better than no server.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogFailed(problem);
            }
        }
        while (await timer.NextAsync(stoppingToken));
    }

    internal async Task TurnAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var today = calendar.VietnamToday;
        // What a reorganisation of the future says lies in the states already; nothing else makes a tree turn.
        if (await db.Set<AgencyChange>().AnyAsync(change => change.EffectiveOn <= today && change.TookEffectAt == null && change.TakenBackAt == null, cancellationToken))
        {
            scope.ServiceProvider.GetRequiredService<AuditScope>().Describe("Sắp xếp cơ quan có hiệu lực");
            await scope.ServiceProvider.GetRequiredService<TreeClock>().TurnAsync(cancellationToken: cancellationToken);
        }
    }

    [LoggerMessage(220, LogLevel.Error, "The agency tree could not be turned to the new day")]
    private partial void LogFailed(Exception problem);
}
