using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Exemplars;

/// <summary>Everything people do with exemplars and shortcomings, and who hears of it. The caller saves.</summary>
internal sealed class ExemplarDesk(LoaDbContext db, Notifier notifier, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string ReviewKind = "exemplar.review";
    public const string ReviewedKind = "exemplar.reviewed";

    /// <summary>Of one's part of the tree; beyond it what was recognised, for others to apply. A shortcoming is never seen from beside.</summary>
    public IQueryable<Exemplar> Visible()
    {
        var agencies = Agencies(Permissions.ActivitiesRead);
        return db.Set<Exemplar>().Where(exemplar => agencies.Any(agency => agency.AgencyId == exemplar.AgencyId) || (exemplar.State == ExemplarState.Recognised && exemplar.Kind != ExemplarKind.Shortcoming));
    }

    public Task<Exemplar?> FindAsync(Guid exemplarId, CancellationToken cancellationToken) => Visible().FirstOrDefaultAsync(exemplar => exemplar.ExemplarId == exemplarId, cancellationToken);

    /// <summary>To act on it, where its agency lies in the scope of the permission.</summary>
    public Task<Exemplar?> FindAsync(Guid exemplarId, string permission, CancellationToken cancellationToken)
    {
        var agencies = Agencies(permission);
        return db.Set<Exemplar>().FirstOrDefaultAsync(exemplar => exemplar.ExemplarId == exemplarId && agencies.Any(agency => agency.AgencyId == exemplar.AgencyId), cancellationToken);
    }

    public async Task NominateAsync(Exemplar exemplar, CancellationToken cancellationToken)
    {
        audit.Describe(exemplar.IsShortcoming ? "Ghi hạn chế, thiếu sót" : "Giới thiệu điển hình");
        (exemplar.NominatedAt, exemplar.NominatedById) = (calendar.UtcNow, user.UserId);
        exemplar.RefreshSearchText();
        db.Add(exemplar);
        await TellReviewersAsync(exemplar, cancellationToken);
    }

    /// <summary>After its words were changed: what was judged was something else.</summary>
    public async Task ChangeAsync(Exemplar exemplar, CancellationToken cancellationToken)
    {
        audit.Describe("Sửa nội dung điển hình, hạn chế");
        exemplar.RefreshSearchText();
        (exemplar.NominatedAt, exemplar.NominatedById) = (calendar.UtcNow, user.UserId);
        (exemplar.State, exemplar.ReviewedAt, exemplar.ReviewedById, exemplar.Remark) = (ExemplarState.Nominated, null, null, null);
        (exemplar.PublishedAt, exemplar.PublishedById, exemplar.Decision) = (null, null, null);
        await TellReviewersAsync(exemplar, cancellationToken);
    }

    /// <summary>Whoever nominated it is not the second person.</summary>
    public bool MayReview(Exemplar exemplar) => exemplar.State == ExemplarState.Nominated && user.UserId is { } me && me != exemplar.NominatedById;

    public async Task ReviewAsync(Exemplar exemplar, bool recognised, string? remark, CancellationToken cancellationToken)
    {
        audit.Describe("Xem xét điển hình, hạn chế", remark);
        (exemplar.State, exemplar.ReviewedAt, exemplar.ReviewedById, exemplar.Remark) = (recognised ? ExemplarState.Recognised : ExemplarState.Declined, calendar.UtcNow, user.UserId, remark);
        if (exemplar.NominatedById is { } nominator)
        {
            await notifier.NotifyAsync([nominator], ReviewedKind, recognised ? "Nội dung bạn giới thiệu được công nhận" : "Nội dung bạn giới thiệu không được công nhận", remark ?? exemplar.Title,
                ExemplarLinks.Exemplar(exemplar.ExemplarId), $"{ReviewedKind}/{exemplar.ExemplarId:N}/{exemplar.Revision}", cancellationToken);
        }
    }

    /// <param name="decision">Needed of a shortcoming: the document that decided it.</param>
    public void Publish(Exemplar exemplar, string? decision)
    {
        audit.Describe("Công khai điển hình, hạn chế", decision);
        (exemplar.PublishedAt, exemplar.PublishedById, exemplar.Decision) = (calendar.UtcNow, user.UserId, decision);
    }

    public void Unpublish(Exemplar exemplar)
    {
        audit.Describe("Thôi công khai điển hình, hạn chế");
        (exemplar.PublishedAt, exemplar.PublishedById, exemplar.Decision) = (null, null, null);
    }

    public void Remedy(Exemplar exemplar, string remedy, DateOnly? on)
    {
        audit.Describe("Ghi kết quả khắc phục");
        (exemplar.Remedy, exemplar.RemediedOn) = (remedy, on);
    }

    public void Withdraw(Exemplar exemplar)
    {
        audit.Describe("Rút giới thiệu điển hình, hạn chế");
        exemplar.State = ExemplarState.Withdrawn;
        (exemplar.PublishedAt, exemplar.PublishedById, exemplar.Decision) = (null, null, null);
    }

    public async Task ApplyAsync(Exemplar exemplar, Guid agencyId, Guid? activityId, string? note, CancellationToken cancellationToken)
    {
        audit.Describe("Ghi đã áp dụng điển hình");
        var use = await db.Set<ExemplarUse>().FirstOrDefaultAsync(u => u.ExemplarId == exemplar.ExemplarId && u.AgencyId == agencyId, cancellationToken);
        if (use is null)
        {
            db.Add(use = new ExemplarUse { ExemplarId = exemplar.ExemplarId, AgencyId = agencyId });
        }

        (use.ActivityId, use.Note, use.At, use.ById) = (activityId, note, calendar.UtcNow, user.UserId);
    }

    /// <summary>The reviewers of the agency itself; where there is nobody but the nominator, those of the nearest agency above it.</summary>
    private async Task TellReviewersAsync(Exemplar exemplar, CancellationToken cancellationToken)
    {
        var path = await db.Set<Agency>().Where(agency => agency.AgencyId == exemplar.AgencyId).Select(agency => agency.Path).SingleAsync(cancellationToken);
        Guid[] nearest = [exemplar.AgencyId, .. await db.Set<Agency>().Above(path).Select(agency => agency.AgencyId).ToListAsync(cancellationToken)];
        var people = await notifier.PeopleAsync(nearest, Permissions.ExemplarsReview, cancellationToken);
        var told = nearest.Select(agencyId => people[agencyId].Where(person => person != exemplar.NominatedById).ToList()).FirstOrDefault(reviewers => reviewers.Count > 0) ?? [];
        await notifier.NotifyAsync(told, ReviewKind, exemplar.IsShortcoming ? "Có hạn chế, thiếu sót cần xem xét" : "Có điển hình cần xem xét", exemplar.Title,
            ExemplarLinks.Exemplar(exemplar.ExemplarId), $"{ReviewKind}/{exemplar.ExemplarId:N}/{exemplar.Revision}", cancellationToken);
    }

    private IQueryable<Agency> Agencies(string permission) => db.Set<Agency>().Within(user.Scope(permission), agency => agency.Path);
}
