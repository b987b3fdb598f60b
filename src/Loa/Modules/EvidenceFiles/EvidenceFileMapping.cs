using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Directives;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.EvidenceFiles;

internal sealed class EvidenceFileMapping : IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<EvidenceFileItem>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("EvidenceFiles");
        builder.HasKey(file => file.EvidenceFileId);
        builder.Property(file => file.EvidenceFileId).ValueGeneratedNever();
        builder.Property(file => file.Index).HasMaxLength(EvidenceFile.IndexMaxLength);
        builder.Property(file => file.IndexFolded).HasMaxLength(EvidenceFile.IndexMaxLength);
        builder.Property(file => file.Code).HasMaxLength(EvidenceFile.CodeMaxLength);
        builder.Property(file => file.Title).HasMaxLength(EvidenceFile.TitleMaxLength);
        builder.Property(file => file.Note).HasMaxLength(EvidenceFile.NoteMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(file => file.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(file => file.Items).WithOne().HasForeignKey(item => item.EvidenceFileId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(file => new { file.AgencyId, file.Year, file.IndexFolded, file.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EvidenceFileItem> builder)
    {
        builder.ToTable("EvidenceFileItems");
        builder.HasKey(item => item.EvidenceFileItemId);
        builder.Property(item => item.EvidenceFileItemId).ValueGeneratedNever();
        builder.Property(item => item.Caption).HasMaxLength(EvidenceFileItem.CaptionMaxLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(item => item.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Directive>().WithMany().HasForeignKey(item => item.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(item => item.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.EvidenceFileId, item.Ordinal });
        builder.HasIndex(item => item.ActivityId);
        builder.HasIndex(item => item.DirectiveId);
        builder.HasIndex(item => item.FileId);
    }
}
