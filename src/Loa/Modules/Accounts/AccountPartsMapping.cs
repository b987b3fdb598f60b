using Loa.Modules.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loa.Modules.Accounts;

internal sealed class AccountPartsMapping :
    IEntityTypeConfiguration<Delegation>,
    IEntityTypeConfiguration<UserSession>,
    IEntityTypeConfiguration<Invitation>,
    IEntityTypeConfiguration<InvitationGrant>,
    IEntityTypeConfiguration<SecondFactorRule>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.HasKey(delegation => delegation.DelegationId);
        builder.Property(delegation => delegation.DelegationId).ValueGeneratedNever();
        builder.Property(delegation => delegation.Reason).HasMaxLength(Delegation.ReasonMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(delegation => delegation.FromUserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(delegation => delegation.ToUserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("UserSessions");
        builder.HasKey(session => session.UserSessionId);
        builder.Property(session => session.UserSessionId).ValueGeneratedNever();
        builder.Property(session => session.Browser).HasMaxLength(UserSession.WordMaxLength);
        builder.Property(session => session.Device).HasMaxLength(UserSession.WordMaxLength);
        builder.Property(session => session.Address).HasMaxLength(UserSession.AddressMaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(session => session.LastSeenAt);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.HasKey(invitation => invitation.InvitationId);
        builder.Property(invitation => invitation.InvitationId).ValueGeneratedNever();
        builder.Property(invitation => invitation.Email).HasMaxLength(User.EmailMaxLength);
        builder.Property(invitation => invitation.DisplayName).HasMaxLength(User.NameMaxLength);
        builder.Property(invitation => invitation.Title).HasMaxLength(User.TitleMaxLength);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(Invitation.HashLength);
        builder.HasMany(invitation => invitation.Grants).WithOne().HasForeignKey(grant => grant.InvitationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => invitation.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<InvitationGrant> builder)
    {
        builder.ToTable("InvitationGrants");
        builder.HasKey(grant => grant.InvitationGrantId);
        builder.Property(grant => grant.InvitationGrantId).ValueGeneratedNever();
        builder.HasOne<Agency>().WithMany().HasForeignKey(grant => grant.AgencyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SecondFactorRule> builder)
    {
        builder.ToTable("SecondFactorRules");
        builder.HasKey(rule => rule.Role);
        builder.Property(rule => rule.Role).ValueGeneratedNever();
    }
}
