using Loa.Platform.Audit;

namespace Loa.Modules.Accounts;

/// <summary>One signed-in browser of a person. Kept to what its owner needs to recognise it; gone when it ends.</summary>
[NotAudited]
internal sealed class UserSession
{
    public const int WordMaxLength = 40;
    public const int AddressMaxLength = 40;

    public Guid UserSessionId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>"Chrome", "Firefox": from the user agent; null when it does not say.</summary>
    public string? Browser { get; set; }

    /// <summary>"Windows", "iPhone".</summary>
    public string? Device { get; set; }

    /// <summary>Shortened to the network: 203.0.113.x.</summary>
    public string? Address { get; set; }

    /// <summary>To the minute, like <see cref="LastSeenAt"/>: nobody's clicks are followed.</summary>
    public DateTime FirstSeenAt { get; set; }

    public DateTime LastSeenAt { get; set; }
}
