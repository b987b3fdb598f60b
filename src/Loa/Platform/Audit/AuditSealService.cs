namespace Loa.Platform.Audit;

/// <summary>Seals what waits, every few seconds, in the background of every server.</summary>
internal sealed partial class AuditSealService(IServiceScopeFactory scopes, TimeProvider time, ILogger<AuditSealService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private string? said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SealAsync(stoppingToken) == AuditSealer.BatchSize)
                {
                    // A full batch: more may wait.
                }

                said = null;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (AuditChainException problem)
            {
                SayOnce(problem);
            }
#pragma warning disable CA1031 // The loop outlives a database that is away for a moment.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogFailed(problem);
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int?> SealAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealNextAsync(stoppingToken);
    }

    /// <summary>It will be found again every few seconds until someone mends it; the log says it once.</summary>
    private void SayOnce(AuditChainException problem)
    {
        if (said != problem.Message)
        {
            said = problem.Message;
            LogChain(problem.Message);
        }
    }

    [LoggerMessage(300, LogLevel.Critical, "The audit log is not sealed any more: {Problem}")]
    private partial void LogChain(string problem);

    [LoggerMessage(301, LogLevel.Error, "Sealing the audit log failed, trying again soon")]
    private partial void LogFailed(Exception problem);
}
