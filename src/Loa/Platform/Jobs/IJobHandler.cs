using System.Text.Json;

namespace Loa.Platform.Jobs;

/// <summary>Does the jobs of one kind, in a service scope of its own. It may run again after a crash, so it must be repeatable.</summary>
internal interface IJobHandler
{
    Task RunAsync(JobRun run, CancellationToken cancellationToken);

    /// <summary>After the last attempt: says so on the thing itself, so that nobody waits for it for ever.</summary>
    Task GiveUpAsync(JobRun run, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>One attempt at a job.</summary>
internal sealed class JobRun(Job job, Func<int, string?, Task> report)
{
    public Guid JobId => job.JobId;

    public int Attempt => job.Attempts;

    public TPayload Payload<TPayload>() => JsonSerializer.Deserialize<TPayload>(job.Payload)!;

    /// <summary>Shows how far it is (0–100) and what is being done; also renews the lease.</summary>
    public Task ReportAsync(int percent, string? message = null) => report(Math.Clamp(percent, 0, 100), message);
}

/// <summary>Trying again would not help: the job fails at once with this message (a key of the localizer).</summary>
internal sealed class JobFailedException(string message) : Exception(message);

internal sealed record JobKind(string Name, Type Handler);

internal static class JobsSetup
{
    public static void AddJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJobHandler
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new JobKind(kind, typeof(THandler)));
    }
}
