using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>What proves an activity, and the forms to add more: <c>&lt;vc:evidence activity-id="…" /&gt;</c>. Public because the framework finds only public ones.</summary>
public sealed class EvidenceViewComponent : ViewComponent
{
    private readonly LoaDbContext db;
    private readonly EvidenceDesk desk;
    private readonly EvidenceUploads uploads;
    private readonly AgencyScope scope;

    public EvidenceViewComponent(IServiceProvider services)
    {
        db = services.GetRequiredService<LoaDbContext>();
        desk = services.GetRequiredService<EvidenceDesk>();
        uploads = services.GetRequiredService<EvidenceUploads>();
        scope = services.GetRequiredService<AgencyScope>();
    }

    public async Task<IViewComponentResult> InvokeAsync(Guid activityId)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindActivityAsync(activityId, Permissions.ActivitiesRead, cancellation) is not { } activity)
        {
            return Content("");
        }

        var mayChange = activity.State != ActivityState.Withdrawn && await scope.CoversAsync(Permissions.ActivitiesLog, activity.AgencyId, cancellation);
        var rows = await (
            from evidence in db.Set<Evidence>().AsNoTracking()
            where evidence.ActivityId == activityId && (mayChange || evidence.RemovedAt == null)
            join stored in db.Set<StoredFile>() on evidence.FileId equals stored.StoredFileId into stored
            from file in stored.DefaultIfEmpty()
            join snapshots in db.Set<LinkSnapshot>() on evidence.EvidenceId equals snapshots.EvidenceId into snapshots
            from snapshot in snapshots.DefaultIfEmpty()
            join people in db.Set<User>() on evidence.AddedById equals people.Id into people
            from person in people.DefaultIfEmpty()
            orderby evidence.Ordinal, evidence.EvidenceId
            select new EvidenceRow(evidence, file == null ? null : file.FileName, file == null ? 0 : file.Length, person == null ? null : person.DisplayName, snapshot == null ? null : snapshot.TakenAt))
            .ToListAsync(cancellation);
        var open = mayChange ? await uploads.Mine(activityId).AsNoTracking().OrderBy(upload => upload.StartedAt).ThenBy(upload => upload.PartialUploadId).ToListAsync(cancellation) : [];
        return View("/Modules/Activities/Proof/_Evidence.cshtml", new EvidenceSection(activityId, rows, await desk.RulesAsync(cancellation), mayChange, [.. open.Select(upload => (upload, uploads.Received(upload)))]));
    }
}

internal sealed record EvidenceRow(Evidence Evidence, string? FileName, long Length, string? By, DateTime? SnapshotAt);

/// <param name="Open">Files whose sending was broken off, with what has arrived.</param>
internal sealed record EvidenceSection(Guid ActivityId, IReadOnlyList<EvidenceRow> Rows, EvidenceRules Rules, bool MayChange, IReadOnlyList<(PartialUpload Upload, long Received)> Open)
{
    public IReadOnlyList<EvidenceRow> Shown => [.. Rows.Where(row => row.Evidence.RemovedAt is null)];

    public IReadOnlyList<EvidenceRow> Removed => [.. Rows.Where(row => row.Evidence.RemovedAt is not null)];
}
