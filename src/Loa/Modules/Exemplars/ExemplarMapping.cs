using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Exemplars;

internal sealed class ExemplarMapping : IEntityTypeConfiguration<Exemplar>, IEntityTypeConfiguration<ExemplarUse>
{
    public void Configure(EntityTypeBuilder<Exemplar> builder)
    {
        builder.ToTable("Exemplars");
        builder.HasKey(exemplar => exemplar.ExemplarId);
        builder.Property(exemplar => exemplar.ExemplarId).ValueGeneratedNever();
        builder.Property(exemplar => exemplar.Title).HasMaxLength(Exemplar.TitleMaxLength);
        builder.Property(exemplar => exemplar.Story).HasMaxLength(Exemplar.TextMaxLength);
        builder.Property(exemplar => exemplar.Remark).HasMaxLength(Exemplar.ShortMaxLength);
        builder.Property(exemplar => exemplar.Decision).HasMaxLength(Exemplar.DecisionMaxLength);
        builder.Property(exemplar => exemplar.Remedy).HasMaxLength(Exemplar.TextMaxLength);
        builder.Ignore(exemplar => exemplar.IsShortcoming);
        builder.HasOne<Agency>().WithMany().HasForeignKey(exemplar => exemplar.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(exemplar => exemplar.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(exemplar => new { exemplar.AgencyId, exemplar.NominatedAt });
        builder.HasIndex(exemplar => new { exemplar.State, exemplar.NominatedAt });
        builder.HasIndex(exemplar => exemplar.ActivityId);
    }

    public void Configure(EntityTypeBuilder<ExemplarUse> builder)
    {
        builder.ToTable("ExemplarUses");
        builder.HasKey(use => new { use.ExemplarId, use.AgencyId });
        builder.Property(use => use.Note).HasMaxLength(ExemplarUse.NoteMaxLength);
        builder.HasOne<Exemplar>().WithMany().HasForeignKey(use => use.ExemplarId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(use => use.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(use => use.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(use => use.AgencyId);
        builder.HasIndex(use => use.ActivityId);
    }
}
