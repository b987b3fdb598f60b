using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Directives;

/// <summary>A steering document and the activity that counts it go together. The caller saves.</summary>
internal sealed class DirectiveDesk(LoaDbContext db, ActivityDesk activities, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public IQueryable<Directive> Visible(string permission)
    {
        var agencies = db.Set<Agency>().Within(user.Scope(permission), agency => agency.Path);
        return db.Set<Directive>().Where(directive => agencies.Any(agency => agency.AgencyId == directive.AgencyId));
    }

    /// <summary>Null for a stranger as for what does not exist.</summary>
    public Task<Directive?> FindAsync(Guid directiveId, string permission, CancellationToken cancellationToken) =>
        Visible(permission).FirstOrDefaultAsync(directive => directive.DirectiveId == directiveId, cancellationToken);

    public Task<Activity> ActivityAsync(Directive directive, CancellationToken cancellationToken) =>
        db.Set<Activity>().Include(activity => activity.Tasks).Include(activity => activity.Topics).SingleAsync(activity => activity.ActivityId == directive.ActivityId, cancellationToken);

    /// <summary>Another document of the agency with the same number and year that was not withdrawn.</summary>
    public Task<Guid?> TwinAsync(Directive directive, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(directive.IssuedOn.Year, 1, 1), new DateOnly(directive.IssuedOn.Year, 12, 31));
        return db.Set<Directive>().Where(other => other.DirectiveId != directive.DirectiveId && other.AgencyId == directive.AgencyId && other.ReferenceKey != null && other.ReferenceKey == directive.ReferenceKey
                && other.IssuedOn >= first && other.IssuedOn <= last && db.Set<Activity>().Any(activity => activity.ActivityId == other.ActivityId && activity.State != ActivityState.Withdrawn))
            .Select(other => (Guid?)other.DirectiveId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <param name="tasks">What it serves, see <see cref="ActivityChoices.ServableAsync"/>.</param>
    public async Task AddAsync(Directive directive, IReadOnlyCollection<Guid> tasks, CancellationToken cancellationToken)
    {
        var activity = new Activity { ActivityId = Guid.CreateVersion7(), AgencyId = directive.AgencyId, Form = CommunicationForm.Directive, Title = "" };
        directive.ActivityId = activity.ActivityId;
        Tell(directive, activity);
        activity.Serve(tasks, []);
        await activities.LogAsync(activity, cancellationToken);
        audit.Describe("Ghi văn bản chỉ đạo");
        db.Add(directive);
    }

    public async Task ChangeAsync(Directive directive, IReadOnlyCollection<Guid> tasks, CancellationToken cancellationToken)
    {
        var activity = await ActivityAsync(directive, cancellationToken);
        Tell(directive, activity);
        activity.Serve(tasks, [.. activity.Topics.Select(topic => topic.PlanTextId)]);
        await activities.ChangeAsync(activity, cancellationToken);
        audit.Describe("Sửa văn bản chỉ đạo");
    }

    public void Publish(Directive directive)
    {
        audit.Describe("Công khai văn bản chỉ đạo");
        (directive.PublishedAt, directive.PublishedById) = (calendar.UtcNow, user.UserId);
    }

    public void Unpublish(Directive directive)
    {
        audit.Describe("Thôi công khai văn bản chỉ đạo");
        (directive.PublishedAt, directive.PublishedById) = (null, null);
    }

    public async Task WithdrawAsync(Directive directive, string reason, CancellationToken cancellationToken)
    {
        // What is taken back cannot stay in the public library.
        (directive.PublishedAt, directive.PublishedById) = (null, null);
        activities.Withdraw(await ActivityAsync(directive, cancellationToken), reason);
        audit.Describe("Rút văn bản chỉ đạo", reason);
    }

    public async Task RestoreAsync(Directive directive, CancellationToken cancellationToken)
    {
        await activities.RestoreAsync(await ActivityAsync(directive, cancellationToken), cancellationToken);
        audit.Describe("Khôi phục văn bản chỉ đạo");
    }

    private static void Tell(Directive directive, Activity activity)
    {
        directive.RefreshSearchText();
        activity.HeldOn(directive.IssuedOn, directive.IssuedOn);
        activity.Title = directive.Title.Length > Activity.TitleMaxLength ? directive.Title[..Activity.TitleMaxLength] : directive.Title;
        activity.Description = directive.Summary;
    }
}
