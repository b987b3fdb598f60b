namespace Loa.Modules.Notifications.Digest;

/// <summary>Looks every minute who is due a digest, and once a day whether messages are stuck.</summary>
internal sealed partial class DigestWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<DigestWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        while (await clock.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<OutboxWatch>().RunAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<DigestRound>().RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop outlives a database that is away for a moment.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogFailed(problem);
            }
        }
    }

    [LoggerMessage(421, LogLevel.Error, "The digests could not be looked at")]
    private partial void LogFailed(Exception problem);
}
