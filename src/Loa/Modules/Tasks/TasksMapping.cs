using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Tasks.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Tasks;

internal sealed class TasksMapping :
    IEntityTypeConfiguration<WorkEntry>,
    IEntityTypeConfiguration<ExtensionRequest>,
    IEntityTypeConfiguration<Difficulty>,
    IEntityTypeConfiguration<DifficultyStep>,
    IEntityTypeConfiguration<Nudge>,
    IEntityTypeConfiguration<NudgeAgency>,
    IEntityTypeConfiguration<ReminderRound>
{
    public void Configure(EntityTypeBuilder<WorkEntry> builder)
    {
        builder.ToTable("WorkEntries");
        builder.HasKey(entry => entry.WorkEntryId);
        builder.Property(entry => entry.WorkEntryId).ValueGeneratedNever();
        builder.Property(entry => entry.Text).HasMaxLength(WorkEntry.TextMaxLength);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(entry => entry.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.AssignmentId, entry.At });
    }

    public void Configure(EntityTypeBuilder<ExtensionRequest> builder)
    {
        builder.ToTable("ExtensionRequests");
        builder.HasKey(request => request.ExtensionRequestId);
        builder.Property(request => request.ExtensionRequestId).ValueGeneratedNever();
        builder.Property(request => request.Reason).HasMaxLength(ExtensionRequest.ReasonMaxLength);
        builder.Property(request => request.Answer).HasMaxLength(ExtensionRequest.ReasonMaxLength);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(request => request.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(request => new { request.State, request.AskedAt });
    }

    public void Configure(EntityTypeBuilder<Difficulty> builder)
    {
        builder.ToTable("Difficulties");
        builder.HasKey(difficulty => difficulty.DifficultyId);
        builder.Property(difficulty => difficulty.DifficultyId).ValueGeneratedNever();
        builder.Property(difficulty => difficulty.Text).HasMaxLength(Difficulty.TextMaxLength);
        builder.HasOne<Plan>().WithMany().HasForeignKey(difficulty => difficulty.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(difficulty => difficulty.AssignmentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Agency>().WithMany().HasForeignKey(difficulty => difficulty.RaisedByAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(difficulty => difficulty.WithAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(difficulty => difficulty.Steps).WithOne().HasForeignKey(step => step.DifficultyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(difficulty => new { difficulty.WithAgencyId, difficulty.State });
        builder.HasIndex(difficulty => difficulty.RaisedByAgencyId);
    }

    public void Configure(EntityTypeBuilder<DifficultyStep> builder)
    {
        builder.ToTable("DifficultySteps");
        builder.HasKey(step => step.DifficultyStepId);
        builder.Property(step => step.DifficultyStepId).ValueGeneratedNever();
        builder.Property(step => step.Text).HasMaxLength(Difficulty.TextMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(step => step.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(step => step.ToAgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Nudge> builder)
    {
        builder.ToTable("Nudges");
        builder.HasKey(nudge => nudge.NudgeId);
        builder.Property(nudge => nudge.NudgeId).ValueGeneratedNever();
        builder.Property(nudge => nudge.Title).HasMaxLength(Nudge.TitleMaxLength);
        builder.Property(nudge => nudge.Text).HasMaxLength(Nudge.TextMaxLength);
        builder.HasOne<Plan>().WithMany().HasForeignKey(nudge => nudge.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany<NudgeAgency>().WithOne().HasForeignKey(told => told.NudgeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(nudge => new { nudge.PlanId, nudge.At });
    }

    public void Configure(EntityTypeBuilder<NudgeAgency> builder)
    {
        builder.ToTable("NudgeAgencies");
        builder.HasKey(told => new { told.NudgeId, told.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(told => told.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReminderRound> builder)
    {
        builder.ToTable("ReminderRounds");
        builder.HasKey(round => round.Day);
        builder.Property(round => round.Day).ValueGeneratedNever();
    }
}
