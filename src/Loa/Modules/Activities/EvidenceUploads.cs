using Loa.Data;
using Loa.Platform;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>How far an upload is.</summary>
/// <param name="Done">The file has become evidence.</param>
internal sealed record UploadProgress(Guid Id, long Offset, bool Done, AddedFile? Added = null);

/// <summary>Files that arrive in pieces, each person's own. A piece says where it begins; what is there is never written over.</summary>
internal sealed class EvidenceUploads(LoaDbContext db, EvidenceDesk desk, UploadParts parts, LoaSettings settings, Calendar calendar, CurrentUser user)
{
    /// <summary>Of one person to one activity.</summary>
    public const int OpenMost = 20;

    public IQueryable<PartialUpload> Mine(Guid activityId) => db.Set<PartialUpload>().Where(upload => upload.ActivityId == activityId && upload.UserId == user.UserId);

    public long Received(PartialUpload upload) => parts.Received(upload.PartialUploadId);

    /// <summary>Begins, or goes on where the same file (name, length, time) was broken off.</summary>
    /// <exception cref="EvidenceRefusedException">With a sentence for the sender.</exception>
    public async Task<UploadProgress> BeginAsync(Guid activityId, string fileName, long length, long modifiedAt, CancellationToken cancellationToken)
    {
        var name = SafeFileName.From(fileName);
        if (length is <= 0 or > Evidence.FileMost)
            throw new EvidenceRefusedException(length <= 0 ? EvidenceRefusal.Empty : EvidenceRefusal.TooLarge, name);
        if (await Mine(activityId).FirstOrDefaultAsync(upload => upload.FileName == name && upload.Length == length && upload.ModifiedAt == modifiedAt, cancellationToken) is { } open)
            return new UploadProgress(open.PartialUploadId, parts.Received(open.PartialUploadId), Done: false);
        if (await Mine(activityId).CountAsync(cancellationToken) >= OpenMost)
            throw new EvidenceRefusedException(EvidenceRefusal.TooMany, name);
        RefuseWithoutSpace(length, name);
        var begun = new PartialUpload { PartialUploadId = Guid.CreateVersion7(), ActivityId = activityId, UserId = user.UserId!.Value, FileName = name, Length = length, ModifiedAt = modifiedAt, StartedAt = calendar.UtcNow };
        db.Add(begun);
        await db.SaveChangesAsync(cancellationToken);
        return new UploadProgress(begun.PartialUploadId, 0, Done: false);
    }

    /// <summary>Null where there is no such upload of this person.</summary>
    public async Task<UploadProgress?> FindAsync(Guid activityId, Guid uploadId, CancellationToken cancellationToken)
    {
        if (await Mine(activityId).AnyAsync(upload => upload.PartialUploadId == uploadId, cancellationToken))
            return new UploadProgress(uploadId, parts.Received(uploadId), Done: false);
        return await db.Set<Evidence>().AnyAsync(evidence => evidence.EvidenceId == uploadId && evidence.ActivityId == activityId && evidence.AddedById == user.UserId, cancellationToken) ? new UploadProgress(uploadId, 0, Done: true) : null;
    }

    /// <summary>Adds a piece, and with the last one the evidence. A piece that begins elsewhere than where the last one ended changes nothing: the answer says where to go on.</summary>
    /// <returns>Null where there is no such upload of this person.</returns>
    /// <exception cref="EvidenceRefusedException">With a sentence for the sender.</exception>
    public async Task<UploadProgress?> AppendAsync(Guid activityId, Guid uploadId, long offset, Stream piece, CancellationToken cancellationToken)
    {
        if (await Mine(activityId).FirstOrDefaultAsync(found => found.PartialUploadId == uploadId, cancellationToken) is not { } upload)
            return await FindAsync(activityId, uploadId, cancellationToken);
        using var turn = parts.Enter(uploadId);
        var received = parts.Received(uploadId);
        if (turn is null || offset != received)
            return new UploadProgress(uploadId, received, Done: false);
        try
        {
            received = await parts.AppendAsync(uploadId, offset, piece, upload.Length, cancellationToken);
        }
        catch (IOException problem) when (DiskSpace.IsFull(problem))
        {
            throw new EvidenceRefusedException(EvidenceRefusal.NoSpace, upload.FileName, problem);
        }

        return received < upload.Length ? new UploadProgress(uploadId, received, Done: false) : await FinishAsync(upload, cancellationToken);
    }

    public async Task DropAsync(Guid activityId, Guid uploadId, CancellationToken cancellationToken)
    {
        if (await Mine(activityId).Where(upload => upload.PartialUploadId == uploadId).ExecuteDeleteAsync(cancellationToken) > 0)
            parts.Delete(uploadId);
    }

    private async Task<UploadProgress> FinishAsync(PartialUpload upload, CancellationToken cancellationToken)
    {
        try
        {
            var added = await desk.AddFileAsync(upload.ActivityId, upload.PartialUploadId, parts.PathOf(upload.PartialUploadId), upload.FileName, cancellationToken);
            db.Remove(upload);
            await db.SaveChangesAsync(cancellationToken);
            parts.Delete(upload.PartialUploadId);
            return new UploadProgress(upload.PartialUploadId, upload.Length, Done: true, added);
        }
        catch (EvidenceRefusedException refused) when (refused.Refusal != EvidenceRefusal.NoSpace)
        {
            db.ChangeTracker.Clear();
            await DropAsync(upload.ActivityId, upload.PartialUploadId, CancellationToken.None);
            throw;
        }
        catch (DbUpdateException problem) when (DiskSpace.IsFull(problem))
        {
            throw new EvidenceRefusedException(EvidenceRefusal.NoSpace, upload.FileName, problem);
        }
    }

    /// <summary>Said before anything is sent, where it can be known.</summary>
    private void RefuseWithoutSpace(long length, string name)
    {
        var folder = UploadParts.FolderOf(settings);
        if (new DriveInfo(folder).AvailableFreeSpace < 2 * length)
            throw new EvidenceRefusedException(EvidenceRefusal.NoSpace, name);
    }
}
