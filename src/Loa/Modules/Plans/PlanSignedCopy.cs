using Loa.Platform.Audit;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Plans;

/// <summary>A signed copy of a plan that was replaced by a later one: kept as it was received, with its day and by whom (<see cref="StoredFile"/>).</summary>
internal sealed class PlanSignedCopy : IAuditedPart
{
    public Guid PlanId { get; set; }

    public Guid FileId { get; set; }

    public DateTime ReplacedAt { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

internal sealed class PlanSignedCopyMapping : IEntityTypeConfiguration<PlanSignedCopy>
{
    public void Configure(EntityTypeBuilder<PlanSignedCopy> builder)
    {
        builder.ToTable("PlanSignedCopies");
        builder.HasKey(copy => new { copy.PlanId, copy.FileId });
        builder.HasOne<Plan>().WithMany().HasForeignKey(copy => copy.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(copy => copy.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
