using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Tasks;

internal sealed class SplitMapping :
    IEntityTypeConfiguration<TaskSplit>,
    IEntityTypeConfiguration<SplitVersion>,
    IEntityTypeConfiguration<SplitLine>,
    IEntityTypeConfiguration<SplitParty>
{
    public void Configure(EntityTypeBuilder<TaskSplit> builder)
    {
        builder.ToTable("TaskSplits");
        builder.HasKey(split => split.TaskSplitId);
        builder.Property(split => split.TaskSplitId).ValueGeneratedNever();
        builder.HasOne<PlanTask>().WithMany().HasForeignKey(split => split.PlanTaskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(split => split.Versions).WithOne().HasForeignKey(version => version.TaskSplitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(split => split.PlanTaskId).IsUnique();
        builder.Ignore(split => split.InForce).Ignore(split => split.Proposed).Ignore(split => split.Latest);
    }

    public void Configure(EntityTypeBuilder<SplitVersion> builder)
    {
        builder.ToTable("SplitVersions");
        builder.HasKey(version => version.SplitVersionId);
        builder.Property(version => version.SplitVersionId).ValueGeneratedNever();
        builder.HasOne<Assignment>().WithMany().HasForeignKey(version => version.ProposedByAssignmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(version => version.Lines).WithOne().HasForeignKey(line => line.SplitVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(version => version.Parties).WithOne().HasForeignKey(party => party.SplitVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(version => new { version.TaskSplitId, version.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SplitLine> builder)
    {
        builder.ToTable("SplitLines");
        builder.HasKey(line => line.SplitLineId);
        builder.Property(line => line.SplitLineId).ValueGeneratedNever();
        builder.Property(line => line.What).HasMaxLength(SplitLine.WhatMaxLength);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(line => line.AssignmentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SplitParty> builder)
    {
        builder.ToTable("SplitParties");
        builder.HasKey(party => new { party.SplitVersionId, party.AssignmentId });
        builder.Property(party => party.Remark).HasMaxLength(SplitParty.RemarkMaxLength);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(party => party.AssignmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
