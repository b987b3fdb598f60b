using Loa.Data;
using Loa.Documents;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Matching;
using Loa.Modules.Plans.Import.Reading;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import;

/// <summary>The imports of the agency that the person works for: receiving, finding, discarding.</summary>
internal sealed class PlanImports(LoaDbContext db, FileStore files, JobQueue jobs, Calendar calendar, CurrentUser user, AgencyScope scope, AuditScope audit, ReadingLimits limits)
{
    /// <summary>Null when there is none, or when it belongs to an agency the person has no say in: the page answers both alike.</summary>
    public async Task<PlanImport?> FindAsync(Guid importId, CancellationToken cancellation)
    {
        var import = await db.Set<PlanImport>().FirstOrDefaultAsync(i => i.PlanImportId == importId, cancellation);
        return import is not null && await scope.CoversAsync(Permissions.PlansEdit, import.OwnerAgencyId, cancellation) ? import : null;
    }

    public async Task<List<PlanImport>> OpenAsync(CancellationToken cancellation)
    {
        var owner = await OwnerAsync(cancellation);
        ImportStatus[] open = [ImportStatus.Queued, ImportStatus.Reading, ImportStatus.Draft, ImportStatus.Failed];
        return await db.Set<PlanImport>().AsNoTracking()
            .Where(i => i.OwnerAgencyId == owner && open.Contains(i.Status))
            .OrderByDescending(i => i.EditedAt).ThenBy(i => i.PlanImportId)
            // The draft itself is not needed for a list, and it is long.
            .Select(i => new PlanImport
            {
                PlanImportId = i.PlanImportId,
                FileName = i.FileName,
                Sha256 = i.Sha256,
                Status = i.Status,
                Subject = i.Subject,
                Reference = i.Reference,
                TaskCount = i.TaskCount,
                EditedAt = i.EditedAt,
                EditedBy = i.EditedBy,
                CreatedAt = i.CreatedAt,
                FailureVi = i.FailureVi,
                FailureEn = i.FailureEn,
                ReadDone = i.ReadDone,
                ReadTotal = i.ReadTotal,
                FromScan = i.FromScan,
            })
            .Take(100).ToListAsync(cancellation);
    }

    /// <summary>Keeps the file first of all: whatever it turns out to be, it was received.</summary>
    /// <exception cref="FileRefusedException">Empty or over the limit.</exception>
    public async Task<StoredFile> KeepAsync(Stream content, string fileName, CancellationToken cancellation)
    {
        audit.Describe("Nhận tệp kế hoạch");
        var file = await files.SaveAsync(content, fileName, limits.UploadBytes, cancellation);
        // Of a file that is known already no import may come.
        ImportCleaning.Schedule(jobs, calendar);
        await db.SaveChangesAsync(cancellation);
        return file;
    }

    /// <summary>A file that this person sent, for the second step after "this file is known".</summary>
    public Task<StoredFile?> OwnFileAsync(Guid fileId, CancellationToken cancellation) =>
        db.Set<StoredFile>().FirstOrDefaultAsync(f => f.StoredFileId == fileId && f.ReceivedBy == user.UserId, cancellation);

    /// <summary>What became of the same content before: a plan in force first, then a draft.</summary>
    public async Task<KnownFile?> FindSameAsync(string sha256, CancellationToken cancellation)
    {
        var owner = await OwnerAsync(cancellation);
        ImportStatus[] known = [ImportStatus.Queued, ImportStatus.Reading, ImportStatus.Draft, ImportStatus.Issued];
        var rows = await db.Set<PlanImport>().AsNoTracking()
            .Where(i => i.Sha256 == sha256 && i.OwnerAgencyId == owner && known.Contains(i.Status))
            .OrderByDescending(i => i.EditedAt)
            .Select(i => new { i.PlanImportId, i.PlanId, i.Subject, i.FileName, i.EditedAt, i.Status })
            .ToListAsync(cancellation);
        var planIds = rows.Select(r => r.PlanId).OfType<Guid>().ToList();
        var issued = await db.Set<Plan>().AsNoTracking().Where(p => planIds.Contains(p.PlanId) && p.Status == PlanStatus.Issued)
            .OrderByDescending(p => p.IssuedAt).Select(p => new { p.PlanId, p.Subject, p.IssuedAt }).FirstOrDefaultAsync(cancellation);
        var draft = rows.Find(r => r.Status != ImportStatus.Issued);
        return issued is null && draft is null
            ? null
            : new KnownFile(draft?.PlanImportId, issued?.PlanId, draft?.Subject ?? issued?.Subject ?? draft!.FileName, draft?.EditedAt ?? issued!.IssuedAt);
    }

    /// <param name="replacesPlanId">The plan in force that it is a new edition, or a second reading, of.</param>
    /// <param name="ownerAgencyId">Whose plan that is; null: the agency the person works for.</param>
    public async Task<PlanImport?> StartAsync(StoredFile file, Guid? replacesPlanId, Guid? ownerAgencyId, string? reason, CancellationToken cancellation)
    {
        if ((ownerAgencyId ?? await OwnerAsync(cancellation)) is not { } owner)
            return null;
        audit.Describe(reason is null ? "Nhập kế hoạch từ tệp" : "Nhập bản điều chỉnh kế hoạch", reason);
        var import = new PlanImport
        {
            PlanImportId = Guid.CreateVersion7(),
            OwnerAgencyId = owner,
            CreatedById = user.UserId ?? Guid.Empty,
            CreatedAt = calendar.UtcNow,
            EditedAt = calendar.UtcNow,
            EditedBy = user.Name,
            FileId = file.StoredFileId,
            FileName = file.FileName,
            Sha256 = file.Sha256,
            Status = ImportStatus.Queued,
            ReplacesPlanId = replacesPlanId,
            ReplacesReason = reason,
        };
        db.Add(import);
        jobs.Enqueue(ReadImportJob.Kind, new ReadImportJob.Order(import.PlanImportId));
        await db.SaveChangesAsync(cancellation);
        return import;
    }

    /// <summary>Reads the file again, after a failure or a stop.</summary>
    public Task RetryAsync(PlanImport import, CancellationToken cancellation) => ChangeAsync(import, "Đọc lại tệp kế hoạch", i => i.Status == ImportStatus.Failed, i =>
    {
        (i.Status, i.FailureVi, i.FailureEn, i.ReadDone, i.ReadTotal) = (ImportStatus.Queued, null, null, 0, 0);
        jobs.Enqueue(ReadImportJob.Kind, new ReadImportJob.Order(i.PlanImportId));
    }, cancellation);

    /// <summary>Ends a reading that takes too long for the officer; the job sees it and kills its child.</summary>
    public Task StopAsync(PlanImport import, CancellationToken cancellation) => ChangeAsync(import, "Dừng đọc tệp kế hoạch", i => i.Status is ImportStatus.Queued or ImportStatus.Reading, i =>
    {
        var stopped = new DocumentException(DocumentFailure.Stopped);
        i.Fail(stopped.Message, stopped.English, calendar.UtcNow);
        ImportCleaning.Schedule(jobs, calendar);
    }, cancellation);

    /// <summary>Takes the draft off the list: the file and the draft are kept.</summary>
    /// <returns>False when it was issued or discarded already.</returns>
    public Task<bool> DiscardAsync(PlanImport import, CancellationToken cancellation) =>
        ChangeAsync(import, "Bỏ bản nháp kế hoạch", i => i.IsOpen, i =>
        {
            (i.Status, i.EditedAt) = (ImportStatus.Discarded, calendar.UtcNow);
            // A draft stays; a file that was never read goes with time.
            if (i.Draft is null)
                ImportCleaning.Schedule(jobs, calendar);
        }, cancellation);

    /// <returns>The draft that is open now: another one, where the agency meanwhile started its plan anew.</returns>
    public async Task<Guid> RestoreAsync(PlanImport import, CancellationToken cancellation)
    {
        try
        {
            await ChangeAsync(import, "Khôi phục bản nháp kế hoạch", i => i.Status == ImportStatus.Discarded, i => i.Status = i.Draft is null ? ImportStatus.Failed : ImportStatus.Draft, cancellation);
            return import.PlanImportId;
        }
        catch (DbUpdateException refusal) when (refusal.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await db.Set<PlanImport>().Where(i => i.OwnerAgencyId == import.OwnerAgencyId && i.StartedFromPlanId == import.StartedFromPlanId && i.Status == ImportStatus.Draft).Select(i => i.PlanImportId).FirstAsync(cancellation);
        }
    }

    /// <summary>Another plan above: what tasks were linked to was the other one's.</summary>
    public Task<bool> SetParentAsync(PlanImport import, Guid? parentPlanId, CancellationToken cancellation) => ChangeAsync(import, "Gắn với kế hoạch cấp trên", i => i.Status == ImportStatus.Draft, i =>
    {
        var draft = DraftJson.Read(i.Draft!);
        TaskLinks.Clear(draft);
        i.SetDraft(draft);
        i.ParentPlanId = parentPlanId;
    }, cancellation);

    /// <summary>The reading, an autosave or another officer may have moved the revision: then it is decided anew on what they saved.</summary>
    private async Task<bool> ChangeAsync(PlanImport import, string process, Func<PlanImport, bool> may, Action<PlanImport> change, CancellationToken cancellation)
    {
        audit.Describe(process);
        for (var attempt = 1; may(import); attempt++)
        {
            change(import);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < DraftStore.Attempts)
            {
                // Also forgets a job that was added for it.
                db.ChangeTracker.Clear();
                db.Attach(import);
                await db.Entry(import).ReloadAsync(cancellation);
            }
        }

        return false;
    }

    /// <summary>Waits a moment for a reading that takes a moment, so that most officers never see a progress page.</summary>
    public async Task<PlanImport> WaitAsync(PlanImport import, TimeSpan patience, CancellationToken cancellation)
    {
        var end = calendar.UtcNow + patience;
        while (import.Status is ImportStatus.Queued or ImportStatus.Reading && import.ReadTotal == 0 && calendar.UtcNow < end)
        {
            await Task.Delay(60, cancellation);
            await db.Entry(import).ReloadAsync(cancellation);
        }

        return import;
    }

    /// <summary>The agency a new plan belongs to; for an administrator without one, the top of the tree.</summary>
    private async Task<Guid?> OwnerAsync(CancellationToken cancellation) => user.AgencyId
        ?? await db.Set<Agency>().Where(a => a.ParentId == null).OrderBy(a => a.Level).ThenBy(a => a.SortOrder).ThenBy(a => a.AgencyId).Select(a => (Guid?)a.AgencyId).FirstOrDefaultAsync(cancellation);
}

/// <summary>The same content, received before.</summary>
internal sealed record KnownFile(Guid? ImportId, Guid? PlanId, string Title, DateTime At);
