using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform.Audit;

/// <summary>One act: who did what, when and why. Never changed once written: the seals hold what it said.</summary>
[NotAudited]
internal sealed class AuditProcess
{
    public const int NameMaxLength = 200;
    public const int ReasonMaxLength = 1000;
    public const int RequestIdMaxLength = 80;

    public Guid AuditProcessId { get; set; }

    public required string Name { get; set; }

    /// <summary>An <see cref="AuditActor"/>, not a user: erasing that row takes the person out of the record and leaves the record, and its seal, whole.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>The person on leave whom the actor stood in for.</summary>
    public Guid? OnBehalfOfId { get; set; }

    public DateTime At { get; set; }

    public string? Reason { get; set; }

    public string? RequestId { get; set; }

    public List<AuditChange> Changes { get; } = [];
}

internal enum AuditAction
{
    Added = 1,
    Changed = 2,
    Deleted = 3,
}

/// <summary>What one act did to one row. The subject is the thing whose history shows it (a task's change stands in its plan's history).</summary>
[NotAudited]
internal sealed class AuditChange
{
    public const int TypeMaxLength = 60;
    public const int KeyMaxLength = 120;

    public long AuditChangeId { get; set; }

    public Guid AuditProcessId { get; set; }

    public required string SubjectType { get; set; }

    public Guid? SubjectId { get; set; }

    public required string EntityType { get; set; }

    public required string EntityKey { get; set; }

    public AuditAction Action { get; set; }

    /// <summary>JSON of the values that changed, as they were.</summary>
    public string? Before { get; set; }

    /// <summary>JSON of the values that changed, as they became.</summary>
    public string? After { get; set; }
}

/// <summary>On a type: its rows are not recorded (queues, indexes). On a property: its value is not (secrets, derived text).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
internal sealed class NotAuditedAttribute : Attribute;

/// <summary>A row that belongs to another thing's history.</summary>
internal interface IAuditedPart
{
    string AuditSubjectType { get; }

    Guid AuditSubjectId { get; }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditProcess>, IEntityTypeConfiguration<AuditChange>
{
    public void Configure(EntityTypeBuilder<AuditProcess> builder)
    {
        builder.ToTable("AuditProcesses");
        builder.HasKey(process => process.AuditProcessId);
        builder.Property(process => process.AuditProcessId).ValueGeneratedNever();
        builder.Property(process => process.Name).HasMaxLength(AuditProcess.NameMaxLength);
        builder.Property(process => process.Reason).HasMaxLength(AuditProcess.ReasonMaxLength);
        builder.Property(process => process.RequestId).HasMaxLength(AuditProcess.RequestIdMaxLength);
        builder.HasMany(process => process.Changes).WithOne().HasForeignKey(change => change.AuditProcessId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AuditChange> builder)
    {
        builder.ToTable("AuditChanges");
        builder.HasKey(change => change.AuditChangeId);
        builder.Property(change => change.SubjectType).HasMaxLength(AuditChange.TypeMaxLength);
        builder.Property(change => change.EntityType).HasMaxLength(AuditChange.TypeMaxLength);
        builder.Property(change => change.EntityKey).HasMaxLength(AuditChange.KeyMaxLength);
        builder.HasIndex(change => new { change.SubjectType, change.SubjectId, change.AuditChangeId });
    }
}
