using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Circulations;

internal sealed class CirculationMapping :
    IEntityTypeConfiguration<Circulation>,
    IEntityTypeConfiguration<CirculationAgency>,
    IEntityTypeConfiguration<CirculationRecipient>,
    IEntityTypeConfiguration<CirculationDirect>,
    IEntityTypeConfiguration<CirculationRemark>
{
    public void Configure(EntityTypeBuilder<Circulation> builder)
    {
        builder.ToTable("Circulations");
        builder.HasKey(circulation => circulation.CirculationId);
        builder.Property(circulation => circulation.CirculationId).ValueGeneratedNever();
        builder.Property(circulation => circulation.Title).HasMaxLength(Circulation.TitleMaxLength);
        builder.Property(circulation => circulation.Message).HasMaxLength(Circulation.MessageMaxLength);
        builder.Property(circulation => circulation.WithdrawnReason).HasMaxLength(Circulation.ReasonMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(circulation => circulation.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(circulation => circulation.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(circulation => circulation.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(circulation => new { circulation.AgencyId, circulation.SentAt });
    }

    public void Configure(EntityTypeBuilder<CirculationAgency> builder)
    {
        builder.ToTable("CirculationAgencies");
        builder.HasKey(chosen => new { chosen.CirculationId, chosen.AgencyId });
        builder.HasOne<Circulation>().WithMany().HasForeignKey(chosen => chosen.CirculationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(chosen => chosen.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CirculationRecipient> builder)
    {
        builder.ToTable("CirculationRecipients");
        builder.HasKey(recipient => new { recipient.CirculationId, recipient.UserId });
        builder.HasOne<Circulation>().WithMany().HasForeignKey(recipient => recipient.CirculationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(recipient => recipient.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(recipient => recipient.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(recipient => new { recipient.UserId, recipient.AcknowledgedAt });
        builder.HasIndex(recipient => new { recipient.CirculationId, recipient.AgencyId });
    }

    public void Configure(EntityTypeBuilder<CirculationDirect> builder)
    {
        builder.ToTable("CirculationDirects");
        builder.HasKey(direct => direct.CirculationDirectId);
        builder.Property(direct => direct.CirculationDirectId).ValueGeneratedNever();
        builder.Property(direct => direct.Note).HasMaxLength(CirculationDirect.NoteMaxLength);
        builder.HasOne<CirculationAgency>().WithMany().HasForeignKey(direct => new { direct.CirculationId, direct.AgencyId }).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CirculationRemark> builder)
    {
        builder.ToTable("CirculationRemarks");
        builder.HasKey(remark => remark.CirculationRemarkId);
        builder.Property(remark => remark.CirculationRemarkId).ValueGeneratedNever();
        builder.Property(remark => remark.Text).HasMaxLength(CirculationRemark.TextMaxLength);
        builder.HasOne<Circulation>().WithMany().HasForeignKey(remark => remark.CirculationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(remark => new { remark.CirculationId, remark.ReaderId, remark.At });
    }
}
