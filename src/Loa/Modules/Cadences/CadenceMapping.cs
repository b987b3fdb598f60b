using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Cadences;

internal sealed class CadenceMapping :
    IEntityTypeConfiguration<Cadence>,
    IEntityTypeConfiguration<CadenceForm>,
    IEntityTypeConfiguration<CadencePeriod>,
    IEntityTypeConfiguration<CadenceAgency>,
    IEntityTypeConfiguration<CadenceCount>,
    IEntityTypeConfiguration<CadenceCause>,
    IEntityTypeConfiguration<CadenceRound>,
    IEntityTypeConfiguration<TargetMeasure>,
    IEntityTypeConfiguration<TargetValue>
{
    public void Configure(EntityTypeBuilder<Cadence> builder)
    {
        builder.ToTable("Cadences");
        builder.HasKey(cadence => cadence.CadenceId);
        builder.Property(cadence => cadence.CadenceId).ValueGeneratedNever();
        builder.Property(cadence => cadence.Text).HasMaxLength(Cadence.TextMaxLength);
        builder.Property(cadence => cadence.Every).HasMaxLength(PlanCadence.PerMaxLength);
        builder.Ignore(cadence => cadence.Interval);
        builder.HasOne<Plan>().WithMany().HasForeignKey(cadence => cadence.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PlanCadence>().WithMany().HasForeignKey(cadence => cadence.PlanCadenceId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(cadence => cadence.Forms).WithOne().HasForeignKey(form => form.CadenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(cadence => cadence.Periods).WithOne().HasForeignKey(period => period.CadenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CadenceForm> builder)
    {
        builder.ToTable("CadenceForms");
        builder.HasKey(form => new { form.CadenceId, form.Form });
    }

    public void Configure(EntityTypeBuilder<CadencePeriod> builder)
    {
        builder.ToTable("CadencePeriods");
        builder.HasKey(period => new { period.CadenceId, period.Ordinal });
        builder.HasIndex(period => period.ClosesOn);
    }

    public void Configure(EntityTypeBuilder<CadenceAgency> builder)
    {
        builder.ToTable("CadenceAgencies");
        // By agency first: each activity that is logged asks what its agency has promised.
        builder.HasKey(holder => new { holder.AgencyId, holder.CadenceId });
        builder.HasOne<Cadence>().WithMany().HasForeignKey(holder => holder.CadenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(holder => holder.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    // Sums refer to nothing by key: each activity would check every reference again.
    public void Configure(EntityTypeBuilder<CadenceCount> builder)
    {
        builder.ToTable("CadenceCounts");
        builder.HasKey(count => new { count.CadenceId, count.AgencyId, count.Ordinal });
    }

    public void Configure(EntityTypeBuilder<CadenceCause> builder)
    {
        builder.ToTable("CadenceCauses");
        builder.HasKey(cause => new { cause.CadenceId, cause.AgencyId, cause.From, cause.To });
        builder.Property(cause => cause.Text).HasMaxLength(CadenceCause.TextMaxLength);
        builder.HasOne<Cadence>().WithMany().HasForeignKey(cause => cause.CadenceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(cause => cause.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CadenceRound> builder)
    {
        builder.ToTable("CadenceRounds");
        builder.HasKey(round => round.Day);
    }

    public void Configure(EntityTypeBuilder<TargetMeasure> builder)
    {
        builder.ToTable("TargetMeasures");
        builder.HasKey(measure => measure.TargetId);
        builder.Property(measure => measure.TargetId).ValueGeneratedNever();
        builder.Property(measure => measure.Figure).HasMaxLength(TargetMeasure.FigureMaxLength);
        builder.Property(measure => measure.BaseFigure).HasMaxLength(TargetMeasure.FigureMaxLength);
        builder.HasOne<Target>().WithOne().HasForeignKey<TargetMeasure>(measure => measure.TargetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Target>().WithMany().HasForeignKey(measure => measure.BaseTargetId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<TargetValue> builder)
    {
        builder.ToTable("TargetValues");
        builder.HasKey(value => new { value.TargetId, value.AgencyId, value.Number });
        builder.Property(value => value.Note).HasMaxLength(TargetValue.NoteMaxLength);
        builder.HasOne<Target>().WithMany().HasForeignKey(value => value.TargetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(value => value.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
