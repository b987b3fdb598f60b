namespace Loa.Modules.Notifications;

/// <summary>A higher module that has something to tell by the clock registers one (scoped): it is run every minute, before the digests, and sees for itself whether it is time.</summary>
internal interface INotificationRound
{
    Task RunAsync(CancellationToken cancellationToken);
}
