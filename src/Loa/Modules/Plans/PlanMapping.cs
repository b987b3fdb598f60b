using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Plans;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanImport>, IEntityTypeConfiguration<ImportReading>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("Plans");
        builder.HasKey(plan => plan.PlanId);
        builder.Property(plan => plan.PlanId).ValueGeneratedNever();
        builder.Property(plan => plan.Kind).HasMaxLength(Plan.WordMaxLength);
        builder.Property(plan => plan.Promulgates).HasMaxLength(Plan.WordMaxLength);
        builder.Property(plan => plan.ParentIssuer).HasMaxLength(Plan.IssuerMaxLength);
        builder.Property(plan => plan.Issuer).HasMaxLength(Plan.IssuerMaxLength);
        builder.Property(plan => plan.Reference).HasMaxLength(Plan.ReferenceMaxLength);
        builder.Property(plan => plan.ReferenceKey).HasMaxLength(Plan.ReferenceMaxLength);
        builder.Property(plan => plan.Place).HasMaxLength(Plan.NameMaxLength);
        builder.Property(plan => plan.Subject).HasMaxLength(Plan.SubjectMaxLength);
        builder.Property(plan => plan.SignerAuthority).HasMaxLength(Plan.NameMaxLength);
        builder.Property(plan => plan.SignerCapacity).HasMaxLength(Plan.NameMaxLength);
        builder.Property(plan => plan.SignerTitle).HasMaxLength(Plan.NameMaxLength);
        builder.Property(plan => plan.SignerName).HasMaxLength(Plan.NameMaxLength);
        builder.Property(plan => plan.WithdrawnReason).HasMaxLength(Plan.ReasonMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(plan => plan.OwnerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(plan => plan.ReplacesReason).HasMaxLength(Plan.ReasonMaxLength);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(plan => plan.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanImport>().WithMany().HasForeignKey(plan => plan.PlanImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(plan => plan.ParentPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(plan => plan.SignedFileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(plan => plan.Bases).WithOne().HasForeignKey(basis => basis.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Texts).WithOne().HasForeignKey(text => text.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Targets).WithOne().HasForeignKey(target => target.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Tasks).WithOne(task => task.Plan).HasForeignKey(task => task.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Responsibilities).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Cadences).WithOne().HasForeignKey(cadence => cadence.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(plan => plan.Reporting).WithOne().HasForeignKey(duty => duty.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(plan => plan.ReferenceKey);
        builder.HasIndex(plan => new { plan.Status, plan.Year, plan.PlanId });
    }

    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.ToTable("PlanImports");
        builder.HasKey(import => import.PlanImportId);
        builder.Property(import => import.PlanImportId).ValueGeneratedNever();
        builder.Property(import => import.FileName).HasMaxLength(PlanImport.FileNameMaxLength);
        builder.Property(import => import.Sha256).HasMaxLength(64);
        builder.Property(import => import.EditedBy).HasMaxLength(Plan.NameMaxLength);
        builder.Property(import => import.FailureVi).HasMaxLength(PlanImport.FailureMaxLength);
        builder.Property(import => import.FailureEn).HasMaxLength(PlanImport.FailureMaxLength);
        builder.Property(import => import.Subject).HasMaxLength(Plan.SubjectMaxLength);
        builder.Property(import => import.Reference).HasMaxLength(Plan.ReferenceMaxLength);
        builder.Property(import => import.ReplacesReason).HasMaxLength(Plan.ReasonMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(import => import.OwnerAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(import => import.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(import => new { import.OwnerAgencyId, import.Status });
        builder.HasOne<Plan>().WithMany().HasForeignKey(import => import.StartedFromPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(import => import.ParentPlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(import => import.Sha256);
        // Status 3 is a draft: an agency has one open draft from one plan.
        builder.HasIndex(import => new { import.OwnerAgencyId, import.StartedFromPlanId }).IsUnique().HasFilter("\"StartedFromPlanId\" IS NOT NULL AND \"Status\" = 3");
    }

    public void Configure(EntityTypeBuilder<ImportReading> builder)
    {
        builder.ToTable("PlanImportReadings");
        builder.HasKey(reading => reading.PlanImportId);
        builder.Property(reading => reading.PlanImportId).ValueGeneratedNever();
        builder.HasOne<PlanImport>().WithOne().HasForeignKey<ImportReading>(reading => reading.PlanImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
