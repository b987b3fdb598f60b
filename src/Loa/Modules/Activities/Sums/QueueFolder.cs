using Loa.Data;
using Loa.Platform;

namespace Loa.Modules.Activities.Sums;

/// <summary>Adds up what writers have queued, every few seconds; a server that is down leaves only a longer queue, and figures stay right.</summary>
internal sealed partial class QueueFolder(IServiceScopeFactory scopes, LoaSettings settings, TimeProvider time, ILogger<QueueFolder> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.UsesPostgres)
        {
            return;
        }

        using var timer = new PeriodicTimer(Look, time);
        while (await timer.NextAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SumQueue>().FoldAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // The queue is kept, and tried again at the next look.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogFailed(problem);
            }
        }
    }

    [LoggerMessage(230, LogLevel.Error, "The queue of sums could not be added up")]
    private partial void LogFailed(Exception problem);
}
