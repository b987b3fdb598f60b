using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Activities;

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>, IEntityTypeConfiguration<LinkSnapshot>, IEntityTypeConfiguration<PartialUpload>, IEntityTypeConfiguration<EvidenceRules>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("Evidence");
        builder.HasKey(evidence => evidence.EvidenceId);
        builder.Property(evidence => evidence.EvidenceId).ValueGeneratedNever();
        builder.Property(evidence => evidence.Caption).HasMaxLength(Evidence.CaptionMaxLength);
        builder.Property(evidence => evidence.Url).HasMaxLength(Evidence.UrlMaxLength);
        builder.Property(evidence => evidence.LinkTitle).HasMaxLength(Evidence.CaptionMaxLength);
        builder.Property(evidence => evidence.ScanNote).HasMaxLength(Evidence.NoteMaxLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(evidence => evidence.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(evidence => evidence.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(evidence => evidence.SmallFileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(evidence => new { evidence.ActivityId, evidence.Ordinal });
        builder.HasIndex(evidence => evidence.FileId);
        builder.HasIndex(evidence => evidence.SmallFileId);
        builder.HasIndex(evidence => evidence.RemovedAt);
        builder.HasIndex(evidence => new { evidence.Scan, evidence.EvidenceId });
        builder.HasIndex(evidence => evidence.LinkCheckedAt);
    }

    public void Configure(EntityTypeBuilder<LinkSnapshot> builder)
    {
        builder.ToTable("LinkSnapshots");
        builder.HasKey(snapshot => snapshot.EvidenceId);
        builder.Property(snapshot => snapshot.EvidenceId).ValueGeneratedNever();
        builder.HasOne<Evidence>().WithOne().HasForeignKey<LinkSnapshot>(snapshot => snapshot.EvidenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PartialUpload> builder)
    {
        builder.ToTable("PartialUploads");
        builder.HasKey(upload => upload.PartialUploadId);
        builder.Property(upload => upload.PartialUploadId).ValueGeneratedNever();
        builder.Property(upload => upload.FileName).HasMaxLength(StoredFile.NameMaxLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(upload => upload.ActivityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(upload => new { upload.ActivityId, upload.UserId });
        builder.HasIndex(upload => upload.StartedAt);
    }

    public void Configure(EntityTypeBuilder<EvidenceRules> builder)
    {
        builder.ToTable("EvidenceRules");
        builder.HasKey(rules => rules.EvidenceRulesId);
        builder.Property(rules => rules.EvidenceRulesId).ValueGeneratedNever();
    }
}
