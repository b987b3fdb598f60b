using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import;

/// <summary>
/// Takes away what came to nothing: files that could not be read and that nobody took up again for thirty days, and with them the
/// files that nothing refers to. Whatever was read stays, discarded drafts too.
/// </summary>
internal sealed class ImportCleaning(LoaDbContext db, FileStore files, Calendar calendar, AuditScope audit) : IJobHandler
{
    public const string Kind = "plan-import.clean";
    public static readonly TimeSpan Patience = TimeSpan.FromDays(30);
    private const int Most = 500;

    public sealed record Order;

    /// <summary>Looks again when the thing at hand will be old enough; the caller saves.</summary>
    public static void Schedule(JobQueue jobs, Calendar calendar) => jobs.Enqueue(Kind, new Order()).RunAfter = calendar.UtcNow + Patience;

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        audit.Describe("Dọn tệp kế hoạch không đọc được");
        var before = calendar.UtcNow - Patience;
        var gone = await db.Set<PlanImport>()
            .Where(i => (i.Status == ImportStatus.Failed || i.Status == ImportStatus.Discarded) && i.Draft == null && i.EditedAt <= before)
            .OrderBy(i => i.EditedAt).ThenBy(i => i.PlanImportId).Take(Most).ToListAsync(cancellationToken);
        db.RemoveRange(gone);
        await db.SaveChangesAsync(cancellationToken);
        await files.SweepAsync(before, cancellationToken);
    }
}
