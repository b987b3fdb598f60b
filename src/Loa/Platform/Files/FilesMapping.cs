using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Platform.Files;

internal sealed class FilesMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.HasKey(file => file.StoredFileId);
        builder.Property(file => file.StoredFileId).ValueGeneratedNever();
        builder.Property(file => file.Sha256).HasMaxLength(StoredFile.HashLength);
        builder.Property(file => file.FileName).HasMaxLength(StoredFile.NameMaxLength);
        builder.Property(file => file.ContentType).HasMaxLength(StoredFile.ContentTypeMaxLength);
        builder.HasIndex(file => file.Sha256);
    }
}
