using Loa.Data;
using Loa.Platform.Jobs;
using Loa.Tests.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Platform.Jobs;

public abstract class JobTests(LoaHost host)
{
    [Fact]
    public async Task Job_Saved_RunsAndReportsProgress()
    {
        var job = await EnqueueAsync("done");

        var ended = await WaitAsync(job, j => j.IsFinished);

        ended.State.ShouldBe(JobState.Done);
        ended.Progress.ShouldBe(100);
        ended.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Job_NotSaved_NeverRuns()
    {
        var job = await host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<JobQueue>().Enqueue(SampleJob.Kind, "done")));

        (await host.QueryAsync(db => db.Set<Job>().AnyAsync(j => j.JobId == job.JobId))).ShouldBeFalse();
    }

    [Fact]
    public async Task Job_ThatCannotSucceed_FailsAtOnceWithItsMessage()
    {
        var ended = await WaitAsync(await EnqueueAsync("refuse"), j => j.IsFinished);

        ended.State.ShouldBe(JobState.Failed);
        ended.Message.ShouldBe("Không đọc được.");
        ended.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Job_ThatThrows_WaitsAndIsTriedAgain()
    {
        var waiting = await WaitAsync(await EnqueueAsync("throw"), j => j.Attempts == 1 && j.State == JobState.Waiting);

        waiting.RunAfter.ShouldBeGreaterThan(waiting.CreatedAt.AddSeconds(2));
        waiting.Message.ShouldBe(JobMessages.TryingAgain);
    }

    [Fact]
    public async Task Job_WhoseWorkerWasKilled_IsTakenUpWhenTheLeaseRunsOut()
    {
        var job = await EnqueueAsync("done", j =>
        {
            // As a killed process leaves it: running, the lease past.
            j.State = JobState.Running;
            j.Attempts = 1;
            j.LeaseId = Guid.CreateVersion7();
            j.LeaseUntil = j.CreatedAt.AddMinutes(-5);
        });

        var ended = await WaitAsync(job, j => j.IsFinished);

        ended.State.ShouldBe(JobState.Done);
        ended.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Job_HeldByALivingWorker_IsLeftAlone()
    {
        var job = await EnqueueAsync("done", j =>
        {
            j.State = JobState.Running;
            j.LeaseId = Guid.CreateVersion7();
            j.LeaseUntil = j.CreatedAt.AddMinutes(5);
        });
        await WaitAsync(await EnqueueAsync("done"), j => j.IsFinished);

        (await FindAsync(job)).State.ShouldBe(JobState.Running);
    }

    [Fact]
    public async Task Job_ThatKilledEveryWorker_IsGivenUp()
    {
        var job = await EnqueueAsync("done", j =>
        {
            j.State = JobState.Running;
            j.Attempts = JobWorker.MaxAttempts;
            j.LeaseId = Guid.CreateVersion7();
            j.LeaseUntil = j.CreatedAt.AddMinutes(-5);
        });

        (await WaitAsync(job, j => j.IsFinished)).Message.ShouldBe(JobMessages.GaveUp);
    }

    private Task<Guid> EnqueueAsync(string what, Action<Job>? arrange = null) => host.InScopeAsync(async services =>
    {
        var job = services.GetRequiredService<JobQueue>().Enqueue(SampleJob.Kind, what);
        arrange?.Invoke(job);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return job.JobId;
    });

    private Task<Job> FindAsync(Guid jobId) => host.QueryAsync(db => db.Set<Job>().AsNoTracking().SingleAsync(job => job.JobId == jobId));

    private async Task<Job> WaitAsync(Guid jobId, Func<Job, bool> until)
    {
        for (var i = 0; i < 600; i++)
        {
            var job = await FindAsync(jobId);
            if (until(job))
            {
                return job;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The job is still {(await FindAsync(jobId)).State}.");
    }
}

internal sealed class SampleJob : IJobHandler
{
    public const string Kind = "test.sample";

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        await run.ReportAsync(40, "Đang làm");
        switch (run.Payload<string>())
        {
            case "refuse":
                throw new JobFailedException("Không đọc được.");
            case "throw":
                throw new InvalidOperationException("a bug");
        }
    }
}

public sealed class JobsSqliteHost : SqliteHost
{
    private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddJob<SampleJob>(SampleJob.Kind);
}

public sealed class JobsPostgresHost : PostgresHost
{
    private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddJob<SampleJob>(SampleJob.Kind);
}

public sealed class JobsOnSqlite(JobsSqliteHost host) : JobTests(host), IClassFixture<JobsSqliteHost>;

public sealed class JobsOnPostgres(JobsPostgresHost host) : JobTests(host), IClassFixture<JobsPostgresHost>;
