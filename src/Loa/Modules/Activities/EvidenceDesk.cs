using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <param name="Already">The activity has this very file already; nothing was added.</param>
internal sealed record AddedFile(Evidence Evidence, TakenFile File, bool Already);

/// <summary>Everything people do with evidence. Whether they may is asked first: <see cref="FindActivityAsync"/>. The caller saves.</summary>
internal sealed class EvidenceDesk(LoaDbContext db, ActivityDesk activities, EvidenceIntake intake, JobQueue jobs, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string QuarantineKind = "evidence.quarantine";

    /// <summary>Null for a stranger as for what does not exist; where evidence is to be changed, also for an activity that was withdrawn.</summary>
    public Task<Activity?> FindActivityAsync(Guid activityId, string permission, CancellationToken cancellationToken) =>
        activities.Visible(permission).AsNoTracking().FirstOrDefaultAsync(
            activity => activity.ActivityId == activityId && (permission == Permissions.ActivitiesRead || activity.State != ActivityState.Withdrawn), cancellationToken);

    public Task<Evidence?> FindAsync(Guid activityId, Guid evidenceId, CancellationToken cancellationToken) =>
        db.Set<Evidence>().FirstOrDefaultAsync(evidence => evidence.EvidenceId == evidenceId && evidence.ActivityId == activityId, cancellationToken);

    public async Task<EvidenceRules> RulesAsync(CancellationToken cancellationToken) =>
        await db.Set<EvidenceRules>().AsNoTracking().FirstOrDefaultAsync(cancellationToken) ?? new EvidenceRules();

    /// <param name="path">A file of ours, which may be changed; the caller deletes it.</param>
    /// <exception cref="EvidenceRefusedException">With a sentence for the sender.</exception>
    public async Task<AddedFile> AddFileAsync(Guid activityId, Guid evidenceId, string path, string name, CancellationToken cancellationToken)
    {
        audit.Describe("Thêm minh chứng");
        await RefuseTooManyAsync(activityId, name, cancellationToken);
        var taken = await intake.TakeAsync(path, name, cancellationToken);
        if (await SameAsync(activityId, taken.File.Sha256, cancellationToken) is { } same)
        {
            db.Entry(taken.File).State = EntityState.Detached;
            return new AddedFile(same, taken, Already: true);
        }

        var evidence = await NewAsync(activityId, evidenceId, cancellationToken);
        (evidence.FileId, evidence.Kind) = (taken.File.StoredFileId, taken.Kind);
        jobs.Enqueue(EvidenceFileJob.Kind, new EvidenceFileJob.Order(evidenceId));
        return new AddedFile(evidence, taken, Already: false);
    }

    /// <exception cref="EvidenceRefusedException">There are too many already.</exception>
    public async Task<Evidence> AddLinkAsync(Guid activityId, Guid evidenceId, Uri address, string? title, CancellationToken cancellationToken)
    {
        audit.Describe("Thêm minh chứng");
        await RefuseTooManyAsync(activityId, address.Host, cancellationToken);
        var evidence = await NewAsync(activityId, evidenceId, cancellationToken);
        (evidence.Url, evidence.Link, evidence.Caption, evidence.Scan) = (address.AbsoluteUri, LinkState.Unchecked, title.OrNull(), ScanState.Clean);
        jobs.Enqueue(EvidenceLinkJob.Kind, new EvidenceLinkJob.Order(evidenceId));
        return evidence;
    }

    public void Caption(Evidence evidence, string? caption)
    {
        audit.Describe("Sửa chú thích minh chứng");
        evidence.Caption = caption.OrNull();
    }

    /// <summary>Changes places with its neighbour.</summary>
    public async Task MoveAsync(Evidence evidence, bool up, CancellationToken cancellationToken)
    {
        audit.Describe("Đổi thứ tự minh chứng");
        var all = await db.Set<Evidence>().Where(other => other.ActivityId == evidence.ActivityId && other.RemovedAt == null).OrderBy(other => other.Ordinal).ThenBy(other => other.EvidenceId).ToListAsync(cancellationToken);
        var (from, to) = (all.IndexOf(evidence), all.IndexOf(evidence) + (up ? -1 : 1));
        if (from < 0 || to < 0 || to >= all.Count)
            return;
        (all[from], all[to]) = (all[to], all[from]);
        for (var i = 0; i < all.Count; i++)
            all[i].Ordinal = i;
    }

    public void Remove(Evidence evidence)
    {
        audit.Describe("Bỏ minh chứng");
        (evidence.RemovedAt, evidence.RemovedById) = (calendar.UtcNow, user.UserId);
    }

    public void PutBack(Evidence evidence)
    {
        audit.Describe("Lấy lại minh chứng");
        (evidence.RemovedAt, evidence.RemovedById) = (null, null);
    }

    private async Task<Evidence> NewAsync(Guid activityId, Guid evidenceId, CancellationToken cancellationToken)
    {
        var last = await db.Set<Evidence>().Where(other => other.ActivityId == activityId).MaxAsync(other => (int?)other.Ordinal, cancellationToken) ?? -1;
        var evidence = new Evidence { EvidenceId = evidenceId, ActivityId = activityId, Ordinal = last + 1, AddedAt = calendar.UtcNow, AddedById = user.UserId };
        db.Add(evidence);
        return evidence;
    }

    private Task<Evidence?> SameAsync(Guid activityId, string sha256, CancellationToken cancellationToken) =>
        (from evidence in db.Set<Evidence>()
         join file in db.Set<StoredFile>() on evidence.FileId equals file.StoredFileId
         where evidence.ActivityId == activityId && evidence.RemovedAt == null && file.Sha256 == sha256
         select evidence).FirstOrDefaultAsync(cancellationToken);

    private async Task RefuseTooManyAsync(Guid activityId, string name, CancellationToken cancellationToken)
    {
        if (await db.Set<Evidence>().CountAsync(other => other.ActivityId == activityId && other.RemovedAt == null, cancellationToken) >= Evidence.Most)
            throw new EvidenceRefusedException(EvidenceRefusal.TooMany, name);
    }
}
