using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform.Audit;

/// <summary>One batch of records that can no longer be changed unnoticed. Its hash covers its members and the batch before it; the signature needs a key the database does not hold.</summary>
[NotAudited]
internal sealed class AuditSeal
{
    public const int KeyIdLength = 16;

    /// <summary>Counted from one without gaps: being first to write a number is what decides between two sealers.</summary>
    public long AuditSealId { get; set; }

    public required byte[] PreviousHash { get; set; }

    public required byte[] Hash { get; set; }

    /// <summary>HMAC of <see cref="Hash"/>.</summary>
    public required byte[] Signature { get; set; }

    /// <summary>Which key signed: the beginning of the key's own hash.</summary>
    public required string KeyId { get; set; }

    public int ProcessCount { get; set; }

    public DateTime SealedAt { get; set; }
}

/// <summary>One sealed record: its place in the batch and its hash. Kept apart from the record, so that a record that is gone can still be named and no writer's row is touched.</summary>
[NotAudited]
internal sealed class AuditSealMember
{
    public long AuditSealId { get; set; }

    public int Position { get; set; }

    public Guid AuditProcessId { get; set; }

    public required byte[] Hash { get; set; }
}

/// <summary>A record waits for its seal. Written with the record, in its transaction: whenever that commits, the sealer finds it, and finding it costs nothing of the history.</summary>
[NotAudited]
internal sealed class AuditPending
{
    public Guid AuditProcessId { get; set; }
}

/// <summary>Who stands behind the reference in a record. Deleting the row erases the person from the record.</summary>
[NotAudited]
internal sealed class AuditActor
{
    /// <summary>Drawn at random; it says nothing of the person.</summary>
    public Guid AuditActorId { get; set; }

    public Guid UserId { get; set; }
}

internal sealed class AuditSealMapping :
    IEntityTypeConfiguration<AuditSeal>,
    IEntityTypeConfiguration<AuditSealMember>,
    IEntityTypeConfiguration<AuditPending>,
    IEntityTypeConfiguration<AuditActor>
{
    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable("AuditSeals");
        builder.HasKey(seal => seal.AuditSealId);
        builder.Property(seal => seal.AuditSealId).ValueGeneratedNever();
        builder.Property(seal => seal.KeyId).HasMaxLength(AuditSeal.KeyIdLength);
    }

    public void Configure(EntityTypeBuilder<AuditSealMember> builder)
    {
        builder.ToTable("AuditSealMembers");
        builder.HasKey(member => new { member.AuditSealId, member.Position });
        builder.HasOne<AuditSeal>().WithMany().HasForeignKey(member => member.AuditSealId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(member => member.AuditProcessId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditPending> builder)
    {
        builder.ToTable("AuditPending");
        builder.HasKey(pending => pending.AuditProcessId);
        builder.Property(pending => pending.AuditProcessId).ValueGeneratedNever();
        builder.HasOne<AuditProcess>().WithOne().HasForeignKey<AuditPending>(pending => pending.AuditProcessId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AuditActor> builder)
    {
        builder.ToTable("AuditActors");
        builder.HasKey(actor => actor.AuditActorId);
        builder.Property(actor => actor.AuditActorId).ValueGeneratedNever();
        builder.HasIndex(actor => actor.UserId).IsUnique();
    }
}
