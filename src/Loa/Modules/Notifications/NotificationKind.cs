namespace Loa.Modules.Notifications;

/// <summary>
/// What a person may choose about. Modules register theirs with <c>services.AddSingleton(new NotificationKind(…))</c>.
/// </summary>
/// <param name="Title">The Vietnamese text, which is the localizer's key.</param>
/// <param name="IsMandatory">Its notifications cannot be turned off, only their way chosen.</param>
/// <param name="Permission">Offered to those who have it; to everyone when there is none.</param>
internal sealed record NotificationKind(string Name, string Title, bool IsMandatory = false, string? Permission = null);

/// <summary>How notifications of one kind reach a person. In the centre they always stand, unless there are none at all.</summary>
internal enum NotificationMode
{
    InApp = 1,
    Immediate = 2,
    Digest = 3,
    None = 4,
}
