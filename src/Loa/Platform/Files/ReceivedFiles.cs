using Loa.Data;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Files;

/// <summary>Files that a person sends up to be looked at before anything is made of them; one to which no row comes to refer is cleaned away.</summary>
internal sealed class ReceivedFiles(LoaDbContext db, FileStore files, JobQueue jobs, Calendar calendar, CurrentUser user, AuditScope audit)
{
    /// <param name="process">What the record calls it.</param>
    /// <exception cref="FileRefusedException">Empty or over the limit.</exception>
    public async Task<StoredFile> KeepAsync(Stream content, string fileName, long limit, string process, CancellationToken cancellationToken)
    {
        audit.Describe(process);
        var file = await files.SaveAsync(content, fileName, limit, cancellationToken);
        FileCleaning.Schedule(jobs, calendar);
        await db.SaveChangesAsync(cancellationToken);
        return file;
    }

    /// <summary>Only the person's own.</summary>
    public Task<StoredFile?> FindAsync(Guid fileId, CancellationToken cancellationToken) =>
        db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(file => file.StoredFileId == fileId && file.ReceivedBy == user.UserId, cancellationToken);
}
