using Loa.Platform.Jobs;

namespace Loa.Platform.Files;

/// <summary>Takes away received files that nothing refers to any more, such as a list that was looked at and never taken over.</summary>
internal sealed class FileCleaning(FileStore files, Calendar calendar) : IJobHandler
{
    public const string Kind = "files.clean";
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);

    public sealed record Order;

    /// <summary>Looks again when the file at hand will be old enough; the caller saves.</summary>
    public static void Schedule(JobQueue jobs, Calendar calendar) => jobs.Enqueue(Kind, new Order()).RunAfter = calendar.UtcNow + Patience;

    public Task RunAsync(JobRun run, CancellationToken cancellationToken) => files.SweepAsync(calendar.UtcNow - Patience, cancellationToken);
}
