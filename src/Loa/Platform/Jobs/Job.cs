using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform.Jobs;

internal enum JobState
{
    Waiting = 1,
    Running = 2,
    Done = 3,
    Failed = 4,
}

/// <summary>Work that outlives the request that asked for it. A worker holds it by a lease; when the worker dies the lease runs out and another takes it.</summary>
[NotAudited]
internal sealed class Job
{
    public const int KindMaxLength = 60;
    public const int MessageMaxLength = 500;

    public Guid JobId { get; set; }

    public required string Kind { get; set; }

    /// <summary>JSON that the handler understands.</summary>
    public required string Payload { get; set; }

    public JobState State { get; set; } = JobState.Waiting;

    public int Attempts { get; set; }

    public DateTime RunAfter { get; set; }

    public Guid? LeaseId { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>0–100.</summary>
    public int Progress { get; set; }

    /// <summary>What is being done, or why it failed: a key of the localizer.</summary>
    public string? Message { get; set; }

    public Guid? CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public bool IsFinished => State is JobState.Done or JobState.Failed;
}

internal sealed class JobsMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("Jobs");
        builder.HasKey(job => job.JobId);
        builder.Property(job => job.JobId).ValueGeneratedNever();
        builder.Property(job => job.Kind).HasMaxLength(Job.KindMaxLength);
        builder.Property(job => job.Message).HasMaxLength(Job.MessageMaxLength);
        builder.HasIndex(job => new { job.State, job.RunAfter });
    }
}
