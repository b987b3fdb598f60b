using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>Everything people do with an activity: the change, and who hears of it. The caller saves.</summary>
internal sealed class ActivityDesk(LoaDbContext db, ConfirmationRule rule, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string ConfirmKind = "activity.confirm";

    /// <summary>The activities of agencies in the part of the tree where the person has the permission.</summary>
    public IQueryable<Activity> Visible(string permission) => Within(db.Set<Activity>(), user.Scope(permission));

    /// <summary>Null for a stranger as for what does not exist.</summary>
    public Task<Activity?> FindAsync(Guid activityId, string permission, CancellationToken cancellationToken) =>
        Visible(permission).Include(activity => activity.Tasks).Include(activity => activity.Topics).AsSplitQuery().FirstOrDefaultAsync(activity => activity.ActivityId == activityId, cancellationToken);

    /// <summary>A new activity, in the state that its agency's rules give it.</summary>
    public async Task LogAsync(Activity activity, CancellationToken cancellationToken)
    {
        audit.Describe("Ghi hoạt động");
        (activity.LoggedAt, activity.ChangedAt, activity.LoggedById) = (calendar.UtcNow, calendar.UtcNow, user.UserId);
        activity.RefreshSearchText();
        db.Add(activity);
        await AwaitConfirmationAsync(activity, cancellationToken);
    }

    /// <summary>Many at once: a series, the rows of a sheet. One notice an agency, not one an activity.</summary>
    /// <param name="process">What the record calls it.</param>
    public async Task LogAllAsync(IReadOnlyCollection<Activity> activities, string process, string? reason, CancellationToken cancellationToken)
    {
        audit.Describe(process, reason);
        foreach (var activity in activities)
        {
            (activity.LoggedAt, activity.ChangedAt, activity.LoggedById) = (calendar.UtcNow, calendar.UtcNow, user.UserId);
            activity.State = await rule.IsAskedAsync(db, activity.AgencyId, cancellationToken) ? ActivityState.Unconfirmed : ActivityState.Counted;
            activity.RefreshSearchText();
        }

        db.AddRange(activities);
        foreach (var waiting in activities.Where(activity => activity.State == ActivityState.Unconfirmed).GroupBy(activity => activity.AgencyId))
        {
            var first = waiting.First();
            var text = waiting.Count() == 1 ? first.Title : $"{first.Title} (+{waiting.Count() - 1})";
            await notifier.NotifyAgencyAsync(waiting.Key, Permissions.ActivitiesConfirm, ConfirmKind, "Có hoạt động chờ xác nhận", text, ActivityLinks.Queue, $"{ConfirmKind}/{first.ActivityId:N}", cancellationToken);
        }
    }

    /// <summary>After its facts were changed: what a second person confirmed was something else.</summary>
    public async Task ChangeAsync(Activity activity, CancellationToken cancellationToken)
    {
        audit.Describe("Sửa hoạt động");
        activity.ChangedAt = calendar.UtcNow;
        activity.RefreshSearchText();
        if (activity.State != ActivityState.Withdrawn)
        {
            activity.LoggedById = user.UserId ?? activity.LoggedById;
            await AwaitConfirmationAsync(activity, cancellationToken);
        }
    }

    /// <summary>What waits and this person may confirm: not what they logged themselves.</summary>
    public IQueryable<Activity> ToConfirm()
    {
        var me = user.UserId;
        return Visible(Permissions.ActivitiesConfirm).Where(activity => activity.State == ActivityState.Unconfirmed && (activity.LoggedById == null || activity.LoggedById != me));
    }

    /// <summary>Whoever logged it last is not the second person.</summary>
    public bool MayConfirm(Activity activity) => activity.State == ActivityState.Unconfirmed && user.UserId is { } me && me != activity.LoggedById;

    public void Confirm(Activity activity)
    {
        audit.Describe("Xác nhận hoạt động");
        (activity.State, activity.ConfirmedAt, activity.ConfirmedById) = (ActivityState.Counted, calendar.UtcNow, user.UserId);
    }

    public void Withdraw(Activity activity, string reason)
    {
        audit.Describe("Rút hoạt động", reason);
        (activity.State, activity.WithdrawnReason, activity.ConfirmedAt, activity.ConfirmedById) = (ActivityState.Withdrawn, reason, null, null);
    }

    public async Task RestoreAsync(Activity activity, CancellationToken cancellationToken)
    {
        audit.Describe("Khôi phục hoạt động");
        activity.WithdrawnReason = null;
        await AwaitConfirmationAsync(activity, cancellationToken);
    }

    /// <summary>The agency's outlet of that name, made where it has none yet; null for no name.</summary>
    public async Task<Guid?> ChannelAsync(Guid agencyId, string? name, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var channel = Channel.Create(agencyId, name.Trim());
        if (!db.ChangeTracker.Entries<Channel>().Any(entry => entry.Entity.ChannelId == channel.ChannelId) && !await db.Set<Channel>().AnyAsync(known => known.ChannelId == channel.ChannelId, cancellationToken))
        {
            db.Add(channel);
        }

        return channel.ChannelId;
    }

    private async Task AwaitConfirmationAsync(Activity activity, CancellationToken cancellationToken)
    {
        (activity.ConfirmedAt, activity.ConfirmedById) = (null, null);
        if (!await rule.IsAskedAsync(db, activity.AgencyId, cancellationToken))
        {
            activity.State = ActivityState.Counted;
            return;
        }

        activity.State = ActivityState.Unconfirmed;
        await notifier.NotifyAgencyAsync(activity.AgencyId, Permissions.ActivitiesConfirm, ConfirmKind, "Có hoạt động chờ xác nhận", activity.Title, ActivityLinks.Activity(activity.ActivityId), $"{ConfirmKind}/{activity.ActivityId:N}/{activity.Revision}", cancellationToken);
    }

    private IQueryable<Activity> Within(IQueryable<Activity> activities, AccessScope scope)
    {
        if (scope.CoversEverything)
        {
            return activities;
        }

        var agencies = db.Set<Agency>().Within(scope, agency => agency.Path);
        return activities.Where(activity => agencies.Any(agency => agency.AgencyId == activity.AgencyId));
    }
}
