using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Agencies;

internal sealed class AgenciesMapping :
    IEntityTypeConfiguration<Agency>,
    IEntityTypeConfiguration<AgencyName>,
    IEntityTypeConfiguration<AgencyState>,
    IEntityTypeConfiguration<AgencyHeadcount>,
    IEntityTypeConfiguration<AgencyChange>,
    IEntityTypeConfiguration<AgencyChangePart>,
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
        builder.Property(agency => agency.OfficialCode).HasMaxLength(Agency.CodeMaxLength);
        builder.Property(agency => agency.Address).HasMaxLength(Agency.ContactMaxLength);
        builder.Property(agency => agency.Phone).HasMaxLength(Agency.ContactMaxLength);
        builder.Property(agency => agency.Email).HasMaxLength(Agency.ContactMaxLength);
        builder.Property(agency => agency.Tags).HasMaxLength(Agency.TagsMaxLength);
        builder.Property(agency => agency.Website).HasMaxLength(Agency.ContactMaxLength);
        builder.Ignore(agency => agency.TagList);
        builder.HasMany(agency => agency.Names).WithOne().HasForeignKey(name => name.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.States).WithOne().HasForeignKey(state => state.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(agency => agency.Headcounts).WithOne().HasForeignKey(count => count.AgencyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(agency => agency.Code).IsUnique();
        builder.HasIndex(agency => agency.OfficialCode).IsUnique();
        builder.HasIndex(agency => agency.Path);
    }

    public void Configure(EntityTypeBuilder<AgencyState> builder)
    {
        builder.ToTable("AgencyStates");
        builder.HasKey(state => state.AgencyStateId);
        builder.Property(state => state.AgencyStateId).ValueGeneratedNever();
        builder.Property(state => state.Name).HasMaxLength(Agency.NameMaxLength);
        builder.Property(state => state.ShortName).HasMaxLength(Agency.ShortNameMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(state => state.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(state => new { state.AgencyId, state.From });
    }

    public void Configure(EntityTypeBuilder<AgencyHeadcount> builder)
    {
        builder.ToTable("AgencyHeadcounts");
        builder.HasKey(count => new { count.AgencyId, count.CountedOn });
    }

    public void Configure(EntityTypeBuilder<AgencyChange> builder)
    {
        builder.ToTable("AgencyChanges");
        builder.HasKey(change => change.AgencyChangeId);
        builder.Property(change => change.AgencyChangeId).ValueGeneratedNever();
        builder.Property(change => change.Document).HasMaxLength(AgencyChange.DocumentMaxLength);
        builder.Property(change => change.Note).HasMaxLength(AgencyChange.NoteMaxLength);
        builder.HasMany(change => change.Parts).WithOne().HasForeignKey(part => part.AgencyChangeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(change => new { change.EffectiveOn, change.AgencyChangeId });
    }

    public void Configure(EntityTypeBuilder<AgencyChangePart> builder)
    {
        builder.ToTable("AgencyChangeParts");
        builder.HasKey(part => new { part.AgencyChangeId, part.AgencyId, part.Role });
        builder.HasOne<Agency>().WithMany().HasForeignKey(part => part.AgencyId).OnDelete(DeleteBehavior.Restrict);
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
        builder.Property(group => group.Tags).HasMaxLength(Agency.TagsMaxLength);
        builder.HasOne<Agency>().WithMany().HasForeignKey(group => group.SubtreeRootId).OnDelete(DeleteBehavior.Restrict);
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
