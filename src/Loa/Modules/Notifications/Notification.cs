using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Notifications;

/// <summary>One thing one person should know. The key keeps it from being told twice.</summary>
[NotAudited]
internal sealed class Notification : IInsertedOnce
{
    public const int KindMaxLength = 40;
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 1000;
    public const int LinkMaxLength = 400;
    public const int KeyMaxLength = 120;

    public Guid NotificationId { get; set; }

    public Guid UserId { get; set; }

    public required string Kind { get; set; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    /// <summary>An address of ours, beginning with a slash.</summary>
    public string? Link { get; set; }

    public required string Key { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ReadAt { get; set; }
}
