using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Directives;

internal sealed class DirectiveMapping : IEntityTypeConfiguration<Directive>
{
    public void Configure(EntityTypeBuilder<Directive> builder)
    {
        builder.ToTable("Directives");
        builder.HasKey(directive => directive.DirectiveId);
        builder.Property(directive => directive.DirectiveId).ValueGeneratedNever();
        builder.Property(directive => directive.Kind).HasMaxLength(Directive.KindMaxLength);
        builder.Property(directive => directive.Reference).HasMaxLength(Directive.ReferenceMaxLength);
        builder.Property(directive => directive.ReferenceKey).HasMaxLength(Directive.ReferenceMaxLength);
        builder.Property(directive => directive.Excerpt).HasMaxLength(Directive.ExcerptMaxLength);
        builder.Property(directive => directive.Summary).HasMaxLength(Directive.SummaryMaxLength);
        builder.Property(directive => directive.Signer).HasMaxLength(Directive.SignerMaxLength);
        builder.Ignore(directive => directive.Title);
        builder.HasOne<Agency>().WithMany().HasForeignKey(directive => directive.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Activity>().WithMany().HasForeignKey(directive => directive.ActivityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(directive => directive.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(directive => directive.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(directive => directive.ActivityId).IsUnique();
        builder.HasIndex(directive => new { directive.AgencyId, directive.IssuedOn });
        builder.HasIndex(directive => new { directive.PublishedAt, directive.DirectiveId });
        builder.HasIndex(directive => directive.FileId);
        builder.HasIndex(directive => directive.PlanId);
    }
}
