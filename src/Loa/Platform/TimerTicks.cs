namespace Loa.Platform;

internal static class TimerTicks
{
    /// <summary>Waits for the next tick; false when the server stops, which is how a worker ends and no fault.</summary>
    public static async Task<bool> NextAsync(this PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
