using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Plans;

/// <summary>A clause that an agency says its yearly work plan holds.</summary>
internal sealed class PlanUptakeTask : IAuditedPart
{
    public Guid PlanId { get; set; }

    public Guid AgencyId { get; set; }

    public Guid PlanTaskId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Plan);

    Guid IAuditedPart.AuditSubjectId => PlanId;
}

/// <summary>An agency was reminded of the plan it owes: at most once a day, which the key keeps.</summary>
/// <remarks>Not in the history row by row: a click can remind thousands, and the row itself says who did it and when.</remarks>
[NotAudited]
internal sealed class PlanUptakeReminder : IInsertedOnce
{
    public Guid PlanId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>The day in Viet Nam.</summary>
    public DateOnly On { get; set; }

    public DateTime SentAt { get; set; }

    public Guid? SentById { get; set; }

    /// <summary>How many people of the agency were told; none means that it has nobody in Loa yet.</summary>
    public int People { get; set; }
}

internal sealed class PlanUptakePartsMapping : IEntityTypeConfiguration<PlanUptakeTask>, IEntityTypeConfiguration<PlanUptakeReminder>
{
    public void Configure(EntityTypeBuilder<PlanUptakeTask> builder)
    {
        builder.ToTable("PlanUptakeTasks");
        builder.HasKey(held => new { held.PlanId, held.AgencyId, held.PlanTaskId });
        builder.HasOne<PlanUptake>().WithMany().HasForeignKey(held => new { held.PlanId, held.AgencyId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(held => held.PlanTaskId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlanUptakeReminder> builder)
    {
        builder.ToTable("PlanUptakeReminders");
        builder.HasKey(reminder => new { reminder.PlanId, reminder.AgencyId, reminder.On });
        builder.HasOne<Plan>().WithMany().HasForeignKey(reminder => reminder.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(reminder => reminder.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
