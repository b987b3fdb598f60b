using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Agencies;

internal sealed class AgenciesMapping :
    IEntityTypeConfiguration<Agency>,
    IEntityTypeConfiguration<AgencyName>,
    IEntityTypeConfiguration<AgencyGroup>,
    IEntityTypeConfiguration<AgencyGroupMember>,
    IEntityTypeConfiguration<AgencyMapping>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("Agencies");
        builder.HasKey(agency => agency.AgencyId);
        builder.Property(agency => agency.AgencyId).ValueGeneratedNever();
        builder.Property(agency => agency.Name).HasMaxLength(Agency.NameMaxLength);
        builder.Property(agency => agency.ShortName).HasMaxLength(Agency.ShortNameMaxLength);
        builder.Property(agency => agency.Code).HasMaxLength(Agency.CodeMaxLength);
        builder.Property(agency => agency.Path).HasMaxLength(Agency.PathMaxLength);
        builder.HasOne(agency => agency.Parent).WithMany().HasForeignKey(agency => agency.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(agency => agency.Names).WithOne().HasForeignKey(name => name.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(agency => agency.Code).IsUnique();
        builder.HasIndex(agency => agency.Path);
    }

    public void Configure(EntityTypeBuilder<AgencyName> builder)
    {
        builder.ToTable("AgencyNames");
        builder.HasKey(name => name.AgencyNameId);
        builder.Property(name => name.AgencyNameId).ValueGeneratedNever();
        builder.Property(name => name.Text).HasMaxLength(Agency.NameMaxLength);
        builder.Property(name => name.Folded).HasMaxLength(Agency.NameMaxLength);
        builder.HasIndex(name => name.Folded);
    }

    public void Configure(EntityTypeBuilder<AgencyGroup> builder)
    {
        builder.ToTable("AgencyGroups");
        builder.HasKey(group => group.AgencyGroupId);
        builder.Property(group => group.AgencyGroupId).ValueGeneratedNever();
        builder.Property(group => group.Code).HasMaxLength(Agency.CodeMaxLength);
        builder.Property(group => group.Name).HasMaxLength(AgencyGroup.NameMaxLength);
        builder.Property(group => group.Phrases).HasMaxLength(AgencyGroup.PhrasesMaxLength);
        builder.HasMany(group => group.Members).WithOne().HasForeignKey(member => member.AgencyGroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(group => group.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgencyGroupMember> builder)
    {
        builder.ToTable("AgencyGroupMembers");
        builder.HasKey(member => new { member.AgencyGroupId, member.AgencyId });
        builder.HasOne<Agency>().WithMany().HasForeignKey(member => member.AgencyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AgencyMapping> builder)
    {
        builder.ToTable("AgencyMappings");
        builder.HasKey(mapping => mapping.AgencyMappingId);
        builder.Property(mapping => mapping.AgencyMappingId).ValueGeneratedNever();
        builder.Property(mapping => mapping.Text).HasMaxLength(AgencyMapping.TextMaxLength);
        builder.Property(mapping => mapping.Folded).HasMaxLength(AgencyMapping.TextMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(mapping => mapping.OwnerAgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Agency>().WithMany().HasForeignKey(mapping => mapping.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AgencyGroup>().WithMany().HasForeignKey(mapping => mapping.AgencyGroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(mapping => new { mapping.Folded, mapping.OwnerAgencyId }).IsUnique();
        // No owner is no value, and an index holds that different from itself: the decisions for everyone have their own.
        builder.HasIndex(mapping => mapping.Folded).IsUnique().HasFilter("\"OwnerAgencyId\" IS NULL");
    }
}
