using Loa.Data;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Jobs;

/// <summary>Takes waiting jobs one after another, several at a time; safe beside workers of other processes.</summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, TimeProvider time, JobSignal signal, ILogger<JobWorker> logger) : BackgroundService
{
    public const int MaxAttempts = 3;
    private const int Parallel = 2;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, JobKind> handlers = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => LoopAsync(stoppingToken)));

    private async Task LoopAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunNextAsync(stoppingToken))
                {
                    await signal.WaitAsync(Idle, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The loop outlives a database that is away for a moment.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                LogLoopFailed(problem);
                await Task.Delay(Idle, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>True when a job was found, whatever became of it.</summary>
    internal async Task<bool> RunNextAsync(CancellationToken stoppingToken)
    {
        var job = await ClaimAsync(stoppingToken);
        if (job is null)
        {
            return false;
        }

        using var running = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var heart = BeatAsync(job, running);
        try
        {
            await HandleAsync(job, running.Token);
            await FinishAsync(job, JobState.Done, null);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops: the job goes back to the queue at once and the attempt does not count.
            await UpdateAsync(job, set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.LeaseUntil, (DateTime?)null).SetProperty(j => j.Attempts, job.Attempts - 1));
            throw;
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            LogLeaseLost(job.Kind, job.JobId);
        }
        catch (JobFailedException problem)
        {
            await FinishAsync(job, JobState.Failed, problem.Message);
        }
#pragma warning disable CA1031 // Whatever a handler throws is this job's failure, not the worker's.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogAttemptFailed(problem, job.Kind, job.JobId, job.Attempts);
            await RetryOrGiveUpAsync(job);
        }
        finally
        {
            await running.CancelAsync();
            await heart;
        }

        return true;
    }

    private async Task<Job?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var names = handlers.Keys.ToList();
        var next = await db.Set<Job>().AsNoTracking()
            .Where(job => names.Contains(job.Kind)
                && ((job.State == JobState.Waiting && job.RunAfter <= now) || (job.State == JobState.Running && job.LeaseUntil < now)))
            .OrderBy(job => job.RunAfter).ThenBy(job => job.JobId)
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return null;
        }

        // Whoever changes the row first has it; the condition repeats what was seen.
        var lease = Guid.CreateVersion7();
        var taken = await db.Set<Job>()
            .Where(job => job.JobId == next.JobId && job.State == next.State && job.Attempts == next.Attempts && job.LeaseId == next.LeaseId)
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.State, JobState.Running)
                .SetProperty(job => job.LeaseId, lease)
                .SetProperty(job => job.LeaseUntil, now + Lease)
                .SetProperty(job => job.Attempts, next.Attempts + 1), cancellationToken);
        next.LeaseId = lease;
        next.Attempts++;
        if (taken == 1 && next.Attempts > MaxAttempts)
        {
            // It took the whole program down each time; it must not do so for ever.
            await GiveUpAsync(next);
            return null;
        }

        return taken == 1 ? next : null;
    }

    private async Task HandleAsync(Job job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await HandlerOf(job, scope.ServiceProvider).RunAsync(RunOf(job), cancellationToken);
    }

    private async Task GiveUpAsync(Job job)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await HandlerOf(job, scope.ServiceProvider).GiveUpAsync(RunOf(job), CancellationToken.None);
        }
#pragma warning disable CA1031 // The job is over either way.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            LogAttemptFailed(problem, job.Kind, job.JobId, job.Attempts);
        }

        await FinishAsync(job, JobState.Failed, JobMessages.GaveUp);
    }

    private IJobHandler HandlerOf(Job job, IServiceProvider services)
    {
        services.GetRequiredService<AuditScope>().Describe(job.Kind, actorId: job.CreatedBy);
        return (IJobHandler)services.GetRequiredService(handlers[job.Kind].Handler);
    }

    private JobRun RunOf(Job job) => new(job, (percent, message) => ReportAsync(job, percent, message));

    private async Task BeatAsync(Job job, CancellationTokenSource running)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Heartbeat, time, running.Token);
                if (await UpdateAsync(job, set => set.SetProperty(j => j.LeaseUntil, time.GetUtcNow().UtcDateTime + Lease)) == 0)
                {
                    await running.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
    }

    private Task<int> ReportAsync(Job job, int percent, string? message) => UpdateAsync(job, set => set
        .SetProperty(j => j.Progress, percent).SetProperty(j => j.Message, message).SetProperty(j => j.LeaseUntil, time.GetUtcNow().UtcDateTime + Lease));

    private async Task FinishAsync(Job job, JobState state, string? message)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await UpdateAsync(job, set => set.SetProperty(j => j.State, state).SetProperty(j => j.FinishedAt, now)
            .SetProperty(j => j.Progress, j => state == JobState.Done ? 100 : j.Progress).SetProperty(j => j.Message, message));
        LogFinished(job.Kind, job.JobId, state);
    }

    private async Task RetryOrGiveUpAsync(Job job)
    {
        if (job.Attempts >= MaxAttempts)
        {
            await GiveUpAsync(job);
            return;
        }

        var again = time.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(Math.Pow(4, job.Attempts));
        await UpdateAsync(job, set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.RunAfter, again).SetProperty(j => j.Message, JobMessages.TryingAgain));
    }

    /// <summary>Only while the lease is still ours.</summary>
    private async Task<int> UpdateAsync(Job job, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Job>> set)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        return await db.Set<Job>().Where(j => j.JobId == job.JobId && j.LeaseId == job.LeaseId).ExecuteUpdateAsync(set);
    }

    [LoggerMessage(200, LogLevel.Information, "Job {Kind} {JobId} ended: {State}")]
    private partial void LogFinished(string kind, Guid jobId, JobState state);

    [LoggerMessage(201, LogLevel.Warning, "Job {Kind} {JobId} failed at attempt {Attempt}")]
    private partial void LogAttemptFailed(Exception problem, string kind, Guid jobId, int attempt);

    [LoggerMessage(202, LogLevel.Warning, "Job {Kind} {JobId} lost its lease")]
    private partial void LogLeaseLost(string kind, Guid jobId);

    [LoggerMessage(203, LogLevel.Error, "The job worker could not reach the queue")]
    private partial void LogLoopFailed(Exception problem);
}
