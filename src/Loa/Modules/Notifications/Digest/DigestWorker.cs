using Loa.Platform;

namespace Loa.Modules.Notifications.Digest;

/// <summary>Looks every minute whether a module has something to tell by the clock, who is due a digest, and once a day whether messages are stuck.</summary>
internal sealed partial class DigestWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<DigestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        while (await clock.NextAsync(stoppingToken))
        {
            await LookAsync(async services =>
            {
                foreach (var round in services.GetServices<INotificationRound>())
                {
                    await round.RunAsync(stoppingToken);
                }
            }, stoppingToken);
            await LookAsync(async services =>
            {
                await services.GetRequiredService<OutboxWatch>().RunAsync(stoppingToken);
                await services.GetRequiredService<DigestRound>().RunAsync(stoppingToken);
            }, stoppingToken);
        }
    }

    /// <summary>What fails does not keep the next from its turn, nor the next minute.</summary>
    private async Task LookAsync(Func<IServiceProvider, Task> look, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await look(scope.ServiceProvider);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; the clock above sees it too.
        }
#pragma warning disable CA1031 // The loop outlives a database that is away for a moment.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(421, LogLevel.Error, "What is told by the clock could not be looked at")]
    private partial void LogFailed(Exception problem);
}
