using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Assessments;

internal sealed class AssessmentMapping :
    IEntityTypeConfiguration<Assessment>,
    IEntityTypeConfiguration<AssessmentCriterion>,
    IEntityTypeConfiguration<AssessmentAgency>,
    IEntityTypeConfiguration<AssessmentScore>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("Assessments");
        builder.HasKey(assessment => assessment.AssessmentId);
        builder.Property(assessment => assessment.AssessmentId).ValueGeneratedNever();
        builder.Property(assessment => assessment.Title).HasMaxLength(Assessment.TitleMaxLength);
        builder.Property(assessment => assessment.Description).HasMaxLength(Assessment.DescriptionMaxLength);
        builder.Property(assessment => assessment.Reason).HasMaxLength(Assessment.ReasonMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(assessment => assessment.OwnerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(assessment => assessment.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(assessment => assessment.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(assessment => assessment.Criteria).WithOne().HasForeignKey(criterion => criterion.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(assessment => assessment.Agencies).WithOne().HasForeignKey(agency => agency.AssessmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(assessment => assessment.OwnerAgencyId);
        builder.HasIndex(assessment => assessment.PlanId);
        // One new version at a time.
        builder.HasIndex(assessment => assessment.ReplacesId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AssessmentCriterion> builder)
    {
        builder.ToTable("AssessmentCriteria");
        builder.HasKey(criterion => criterion.AssessmentCriterionId);
        builder.Property(criterion => criterion.AssessmentCriterionId).ValueGeneratedNever();
        builder.Property(criterion => criterion.Name).HasMaxLength(AssessmentCriterion.NameMaxLength);
        builder.Property(criterion => criterion.Description).HasMaxLength(AssessmentCriterion.DescriptionMaxLength);
        builder.Property(criterion => criterion.Figure).HasMaxLength(IFigure.KeyMaxLength);
        builder.Property(criterion => criterion.Steps).HasMaxLength(AssessmentCriterion.StepsMaxLength);
        builder.HasIndex(criterion => criterion.AssessmentId);
    }

    public void Configure(EntityTypeBuilder<AssessmentAgency> builder)
    {
        builder.ToTable("AssessmentAgencies");
        builder.HasKey(agency => new { agency.AssessmentId, agency.AgencyId });
        builder.Property(agency => agency.Remark).HasMaxLength(AssessmentAgency.RemarkMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(agency => agency.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(agency => agency.AgencyId);
    }

    public void Configure(EntityTypeBuilder<AssessmentScore> builder)
    {
        builder.ToTable("AssessmentScores");
        builder.HasKey(score => new { score.AssessmentId, score.AgencyId, score.AssessmentCriterionId });
        builder.Property(score => score.Reason).HasMaxLength(AssessmentScore.ReasonMaxLength);
        builder.HasOne<AssessmentCriterion>().WithMany().HasForeignKey(score => score.AssessmentCriterionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AssessmentAgency>().WithMany().HasForeignKey(score => new { score.AssessmentId, score.AgencyId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(score => score.AssessmentCriterionId);
    }
}
