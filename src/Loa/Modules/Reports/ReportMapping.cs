using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Reports;

internal sealed class ReportMapping :
    IEntityTypeConfiguration<ReportOutline>,
    IEntityTypeConfiguration<OutlineSection>,
    IEntityTypeConfiguration<OutlineFigure>,
    IEntityTypeConfiguration<ReportingPeriod>,
    IEntityTypeConfiguration<ReportAgency>,
    IEntityTypeConfiguration<Report>,
    IEntityTypeConfiguration<ReportVersion>,
    IEntityTypeConfiguration<ReportFigure>,
    IEntityTypeConfiguration<ReportText>,
    IEntityTypeConfiguration<ReportTaken>
{
    public void Configure(EntityTypeBuilder<ReportOutline> builder)
    {
        builder.ToTable("ReportOutlines");
        builder.HasKey(outline => outline.ReportOutlineId);
        builder.Property(outline => outline.ReportOutlineId).ValueGeneratedNever();
        builder.Property(outline => outline.Title).HasMaxLength(ReportOutline.TitleMaxLength);
        builder.Property(outline => outline.PartOf).HasMaxLength(ReportOutline.TitleMaxLength);
        builder.Property(outline => outline.PartNumber).HasMaxLength(OutlineSection.NumberMaxLength);
        builder.Property(outline => outline.Reason).HasMaxLength(ReportOutline.ReasonMaxLength);
        builder.Ignore(outline => outline.IsDraft);
        builder.HasOne<Agency>().WithMany().HasForeignKey(outline => outline.OwnerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(outline => outline.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportOutline>().WithMany().HasForeignKey(outline => outline.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(outline => outline.Sections).WithOne().HasForeignKey(section => section.ReportOutlineId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(outline => outline.Figures).WithOne().HasForeignKey(figure => figure.ReportOutlineId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(outline => outline.OwnerAgencyId);
        builder.HasIndex(outline => outline.PlanId);
        // One new version at a time.
        builder.HasIndex(outline => outline.ReplacesId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OutlineSection> builder)
    {
        builder.ToTable("OutlineSections");
        builder.HasKey(section => section.OutlineSectionId);
        builder.Property(section => section.OutlineSectionId).ValueGeneratedNever();
        builder.Property(section => section.Title).HasMaxLength(OutlineSection.TitleMaxLength);
        builder.Property(section => section.Guidance).HasMaxLength(OutlineSection.GuidanceMaxLength);
        builder.HasIndex(section => section.ReportOutlineId);
    }

    public void Configure(EntityTypeBuilder<OutlineFigure> builder)
    {
        builder.ToTable("OutlineFigures");
        builder.HasKey(figure => figure.OutlineFigureId);
        builder.Property(figure => figure.OutlineFigureId).ValueGeneratedNever();
        builder.Property(figure => figure.Name).HasMaxLength(OutlineFigure.NameMaxLength);
        builder.Property(figure => figure.Unit).HasMaxLength(OutlineFigure.UnitMaxLength);
        builder.Property(figure => figure.Source).HasMaxLength(IFigure.KeyMaxLength);
        builder.Ignore(figure => figure.IsDerived);
        builder.HasOne<OutlineSection>().WithMany().HasForeignKey(figure => figure.OutlineSectionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(figure => new { figure.ReportOutlineId, figure.FigureId }).IsUnique();
        builder.HasIndex(figure => figure.OutlineSectionId);
    }

    public void Configure(EntityTypeBuilder<ReportingPeriod> builder)
    {
        builder.ToTable("ReportingPeriods");
        builder.HasKey(period => period.ReportingPeriodId);
        builder.Property(period => period.ReportingPeriodId).ValueGeneratedNever();
        builder.Property(period => period.Title).HasMaxLength(ReportingPeriod.TitleMaxLength);
        builder.Property(period => period.Every).HasMaxLength(10);
        builder.Property(period => period.Target).HasMaxLength(ReportingPeriod.TargetMaxLength);
        builder.Property(period => period.LockReason).HasMaxLength(ReportingPeriod.ReasonMaxLength);
        builder.Property(period => period.Repeats).HasDefaultValue(false);
        builder.Ignore(period => period.Period);
        builder.Ignore(period => period.IsOpen);
        builder.HasOne<Agency>().WithMany().HasForeignKey(period => period.OwnerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(period => period.ThroughAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReportOutline>().WithMany().HasForeignKey(period => period.ReportOutlineId).OnDelete(DeleteBehavior.Restrict);
        // The same period of the same outline is opened once, however often somebody presses.
        builder.HasIndex(period => new { period.OwnerAgencyId, period.ReportOutlineId, period.Every, period.Year, period.Number }).IsUnique();
        builder.HasIndex(period => period.ThroughAgencyId);
        builder.HasIndex(period => period.ReportOutlineId);
        builder.HasIndex(period => new { period.State, period.DueOn });
        builder.HasIndex(period => new { period.State, period.OpensOn });
    }

    public void Configure(EntityTypeBuilder<ReportAgency> builder)
    {
        builder.ToTable("ReportAgencies");
        builder.HasKey(agency => new { agency.ReportingPeriodId, agency.AgencyId });
        builder.HasOne<Report>().WithMany().HasForeignKey(agency => agency.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(agency => agency.ReportId);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasKey(report => report.ReportId);
        builder.Property(report => report.ReportId).ValueGeneratedNever();
        builder.Property(report => report.AgencyName).HasMaxLength(Agency.NameMaxLength);
        builder.Property(report => report.ExtensionReason).HasMaxLength(Report.ReasonMaxLength);
        builder.Property(report => report.AskedReason).HasMaxLength(Report.ReasonMaxLength);
        builder.Property(report => report.SignedReference).HasMaxLength(Report.ReferenceMaxLength);
        builder.Ignore(report => report.IsOpen);
        builder.HasOne<ReportingPeriod>().WithMany().HasForeignKey(report => report.ReportingPeriodId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Report>().WithMany().HasForeignKey(report => report.ParentReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(report => report.SignedFileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(report => new { report.ReportingPeriodId, report.AgencyId }).IsUnique();
        builder.HasIndex(report => new { report.ParentReportId, report.State });
        builder.HasIndex(report => new { report.HolderAgencyId, report.State, report.DueOn });
        builder.HasIndex(report => report.AgencyId);
        builder.HasIndex(report => report.SignedFileId);
    }

    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("ReportVersions");
        builder.HasKey(version => new { version.ReportId, version.Number });
        builder.Property(version => version.Remark).HasMaxLength(ReportVersion.RemarkMaxLength);
        builder.HasOne<Report>().WithMany().HasForeignKey(version => version.ReportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportFigure> builder)
    {
        builder.ToTable("ReportFigures");
        builder.HasKey(figure => new { figure.ReportId, figure.FigureId });
        builder.Property(figure => figure.Reason).HasMaxLength(ReportFigure.ReasonMaxLength);
        builder.Ignore(figure => figure.IsGiven);
        builder.HasOne<Report>().WithMany().HasForeignKey(figure => figure.ReportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportText> builder)
    {
        builder.ToTable("ReportTexts");
        builder.HasKey(text => new { text.ReportId, text.OutlineSectionId });
        builder.Property(text => text.Remark).HasMaxLength(ReportVersion.RemarkMaxLength);
        builder.Ignore(text => text.Current);
        builder.HasOne<Report>().WithMany().HasForeignKey(text => text.ReportId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportTaken> builder)
    {
        builder.ToTable("ReportsTaken");
        builder.HasKey(taken => new { taken.ParentReportId, taken.ReportId });
        builder.HasOne<Report>().WithMany().HasForeignKey(taken => taken.ParentReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Report>().WithMany().HasForeignKey(taken => taken.ReportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(taken => taken.ReportId);
    }
}
