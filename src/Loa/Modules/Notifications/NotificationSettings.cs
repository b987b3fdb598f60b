using Loa.Platform;
using Loa.Platform.Audit;

namespace Loa.Modules.Notifications;

/// <summary>How a person wants to be reached; without a row everything is as it begins: a digest by mail at seven.</summary>
[NotAudited]
internal sealed class NotificationSettings
{
    public const int DefaultHour = 7;
    public const int ChannelsMaxLength = 200;

    public Guid UserId { get; set; }

    /// <summary>Names of channels, separated by spaces.</summary>
    public string Channels { get; set; } = IChannel.Mail;

    /// <summary>Vietnamese clock, 0–23.</summary>
    public int DigestHour { get; set; } = DefaultHour;

    /// <summary>The moment the last digest looked back from; notifications after it belong to the next one.</summary>
    public DateTime? DigestedTo { get; set; }
}

/// <summary>A person's choice for one kind; without a row it is the digest.</summary>
[NotAudited]
internal sealed class NotificationPreference
{
    public const NotificationMode Default = NotificationMode.Digest;

    public Guid UserId { get; set; }

    public required string Kind { get; set; }

    public NotificationMode Mode { get; set; }
}
