using System.Security.Cryptography;
using System.Text;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Loa.Modules.Accounts;

/// <summary>A place kept for someone: who follows the link in the letter chooses a password and has the roles. Only the link's hash is stored.</summary>
internal sealed class Invitation
{
    public const int ValidDays = 7;
    public const int HashLength = 64;

    public Guid InvitationId { get; set; }

    [PersonalData]
    public required string Email { get; set; }

    [PersonalData]
    public required string DisplayName { get; set; }

    public string? Title { get; set; }

    [NotAudited]
    public required string TokenHash { get; set; }

    public Guid? InvitedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime SentAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public DateTime? AcceptedAt { get; set; }

    public List<InvitationGrant> Grants { get; } = [];

    public bool IsOpenAt(DateTime now) => RevokedAt is null && AcceptedAt is null && ExpiresAt > now;

    /// <summary>A new link; the one sent before stops working.</summary>
    public string Renew(DateTime now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        (TokenHash, SentAt, ExpiresAt) = (Hash(token), now, now.AddDays(ValidDays));
        return token;
    }

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class InvitationGrant : IAuditedPart
{
    public Guid InvitationGrantId { get; set; }

    public Guid InvitationId { get; set; }

    public Role Role { get; set; }

    public Guid? AgencyId { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Invitation);

    Guid IAuditedPart.AuditSubjectId => InvitationId;
}
