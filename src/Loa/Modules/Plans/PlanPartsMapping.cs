using Loa.Modules.Agencies;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Plans;

/// <summary>The rows that make up a plan; each goes when its plan goes.</summary>
internal sealed class PlanPartsMapping :
    IEntityTypeConfiguration<PlanBasis>,
    IEntityTypeConfiguration<PlanText>,
    IEntityTypeConfiguration<Target>,
    IEntityTypeConfiguration<PlanResponsibility>,
    IEntityTypeConfiguration<PlanDuty>,
    IEntityTypeConfiguration<PlanCadence>,
    IEntityTypeConfiguration<PlanReporting>
{
    public void Configure(EntityTypeBuilder<PlanBasis> builder)
    {
        builder.ToTable("PlanBases");
        builder.HasKey(basis => basis.PlanBasisId);
        builder.Property(basis => basis.PlanBasisId).ValueGeneratedNever();
        builder.Property(basis => basis.Text).HasMaxLength(PlanBasis.TextMaxLength);
        builder.Property(basis => basis.Kind).HasMaxLength(Plan.WordMaxLength);
        builder.Property(basis => basis.Reference).HasMaxLength(Plan.ReferenceMaxLength);
        builder.Property(basis => basis.ReferenceKey).HasMaxLength(Plan.ReferenceMaxLength);
        builder.Property(basis => basis.Issuer).HasMaxLength(Plan.IssuerMaxLength);
        builder.HasIndex(basis => basis.ReferenceKey);
    }

    public void Configure(EntityTypeBuilder<PlanText> builder)
    {
        builder.ToTable("PlanTexts");
        builder.HasKey(text => text.PlanTextId);
        builder.Property(text => text.PlanTextId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.ToTable("PlanTargets");
        builder.HasKey(target => target.TargetId);
        builder.Property(target => target.TargetId).ValueGeneratedNever();
        builder.Property(target => target.Unit).HasMaxLength(Target.UnitMaxLength);
        builder.Property(target => target.Numerator).HasMaxLength(Target.DefinitionMaxLength);
        builder.Property(target => target.Denominator).HasMaxLength(Target.DefinitionMaxLength);
        builder.HasOne<Target>().WithMany().HasForeignKey(target => target.DefinitionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanResponsibility> builder)
    {
        builder.ToTable("PlanResponsibilities");
        builder.HasKey(responsibility => responsibility.PlanResponsibilityId);
        builder.Property(responsibility => responsibility.PlanResponsibilityId).ValueGeneratedNever();
        builder.Property(responsibility => responsibility.Agency).HasMaxLength(PlanResponsibility.AgencyMaxLength);
        builder.HasMany(responsibility => responsibility.Duties).WithOne().HasForeignKey(duty => duty.PlanResponsibilityId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PlanDuty> builder)
    {
        builder.ToTable("PlanDuties");
        builder.HasKey(duty => duty.PlanDutyId);
        builder.Property(duty => duty.PlanDutyId).ValueGeneratedNever();
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(duty => duty.PlanTaskId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<PlanCadence> builder)
    {
        builder.ToTable("PlanCadences");
        builder.HasKey(cadence => cadence.PlanCadenceId);
        builder.Property(cadence => cadence.PlanCadenceId).ValueGeneratedNever();
        builder.Property(cadence => cadence.Per).HasMaxLength(PlanCadence.PerMaxLength);
    }

    public void Configure(EntityTypeBuilder<PlanReporting> builder)
    {
        builder.ToTable("PlanReporting");
        builder.HasKey(duty => duty.PlanReportingId);
        builder.Property(duty => duty.PlanReportingId).ValueGeneratedNever();
        builder.Property(duty => duty.To).HasMaxLength(Plan.NameMaxLength);
        builder.Property(duty => duty.Via).HasMaxLength(Plan.NameMaxLength);
        builder.Property(duty => duty.Every).HasMaxLength(PlanCadence.PerMaxLength);
    }
}

internal sealed class PlanTaskMapping :
    IEntityTypeConfiguration<PlanTask>,
    IEntityTypeConfiguration<TaskAgency>,
    IEntityTypeConfiguration<TaskExclusion>,
    IEntityTypeConfiguration<TaskOccurrence>,
    IEntityTypeConfiguration<Assignment>,
    IEntityTypeConfiguration<PlanUptake>
{
    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        builder.ToTable("PlanTasks");
        builder.HasKey(task => task.PlanTaskId);
        builder.Property(task => task.PlanTaskId).ValueGeneratedNever();
        builder.Property(task => task.Content).HasMaxLength(PlanTask.ContentMaxLength);
        builder.Property(task => task.Group).HasMaxLength(PlanTask.GroupMaxLength);
        builder.Property(task => task.Number).HasMaxLength(PlanTask.NumberMaxLength);
        builder.Property(task => task.When).HasMaxLength(PlanTask.WhenMaxLength);
        builder.Property(task => task.InCharge).HasMaxLength(PlanTask.InChargeMaxLength);
        builder.Property(task => task.Every).HasMaxLength(PlanCadence.PerMaxLength);
        builder.HasMany(task => task.Agencies).WithOne().HasForeignKey(agency => agency.PlanTaskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(task => task.Occurrences).WithOne().HasForeignKey(occurrence => occurrence.PlanTaskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(task => task.Assignments).WithOne().HasForeignKey(assignment => assignment.PlanTaskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(task => task.ParentTaskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(task => new { task.PlanId, task.Ordinal });
        builder.HasIndex(task => task.DueOn);
    }

    public void Configure(EntityTypeBuilder<TaskAgency> builder)
    {
        builder.ToTable("PlanTaskAgencies");
        builder.HasKey(agency => agency.TaskAgencyId);
        builder.Property(agency => agency.TaskAgencyId).ValueGeneratedNever();
        builder.Property(agency => agency.Text).HasMaxLength(PlanResponsibility.AgencyMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgencyGroup>().WithMany().HasForeignKey(agency => agency.AgencyGroupId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(agency => agency.Exclusions).WithOne().HasForeignKey(exclusion => exclusion.TaskAgencyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TaskExclusion> builder)
    {
        builder.ToTable("PlanTaskExclusions");
        builder.HasKey(exclusion => new { exclusion.TaskAgencyId, exclusion.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(exclusion => exclusion.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskOccurrence> builder)
    {
        builder.ToTable("TaskOccurrences");
        builder.HasKey(occurrence => new { occurrence.PlanTaskId, occurrence.Ordinal });
    }

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("Assignments");
        builder.HasKey(assignment => assignment.AssignmentId);
        builder.Property(assignment => assignment.AssignmentId).ValueGeneratedNever();
        // The plan and the printed name follow from the task, the agencies come from the tree, where none is ever deleted: a check of each for every row would double the time to issue.
        builder.HasIndex(assignment => new { assignment.PlanTaskId, assignment.AgencyId }).IsUnique();
        builder.Property(assignment => assignment.Reason).HasMaxLength(Assignment.ReasonMaxLength);
        // "My work" of one agency, by what is due; the board of one plan, counted from the index alone.
        builder.HasIndex(assignment => new { assignment.HolderAgencyId, assignment.State, assignment.DueOn });
        builder.HasIndex(assignment => new { assignment.PlanId, assignment.HolderAgencyId, assignment.State, assignment.DueOn, assignment.IsRequest, assignment.Role, assignment.PlanTaskId }).HasDatabaseName("IX_Assignments_Board");
        // Whom to remind: what is due on a few days, of all plans.
        builder.HasIndex(assignment => assignment.DueOn);
    }

    public void Configure(EntityTypeBuilder<PlanUptake> builder)
    {
        builder.ToTable("PlanUptakes");
        builder.HasKey(uptake => new { uptake.PlanId, uptake.AgencyId });
        builder.Property(uptake => uptake.Reason).HasMaxLength(PlanUptake.ReasonMaxLength);
        builder.Property(uptake => uptake.DocumentReference).HasMaxLength(Plan.ReferenceMaxLength);
        builder.Property(uptake => uptake.DocumentSubject).HasMaxLength(Plan.SubjectMaxLength);
        builder.HasOne<Plan>().WithMany().HasForeignKey(uptake => uptake.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Plan>().WithMany().HasForeignKey(uptake => uptake.UnitPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(uptake => uptake.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(uptake => uptake.HolderAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(uptake => uptake.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(uptake => uptake.HolderAgencyId);
    }
}
