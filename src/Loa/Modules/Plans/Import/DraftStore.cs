using Loa.Data;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import;

/// <summary>
/// Saves edits of a draft. Two people who save at once both succeed: the edit is a function of the draft, so it is made again on
/// what the other one saved; only the same item changed twice is a conflict, and the edit itself says so.
/// </summary>
internal sealed class DraftStore(LoaDbContext db, PlanImports imports, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const int Attempts = 8;

    /// <returns>Null when there is no such draft for this person.</returns>
    public async Task<DraftEdit<T>?> EditAsync<T>(Guid importId, Func<PlanDraft, T> edit, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var import = await imports.FindAsync(importId, cancellation);
            if (import is not { Status: ImportStatus.Draft, Draft: { } json })
                return null;
            var draft = DraftJson.Read(json);
            var result = edit(draft);
            try
            {
                await SaveAsync(import, draft, cancellation);
                return new DraftEdit<T>(import, DraftJson.Read(json), draft, result);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task SaveAsync(PlanImport import, PlanDraft draft, CancellationToken cancellation)
    {
        var before = import.Draft;
        import.SetDraft(draft);
        if (import.Draft == before)
            return;
        import.EditedAt = calendar.UtcNow;
        import.EditedBy = user.Name;
        audit.Describe("Sửa bản nháp kế hoạch");
        await db.SaveChangesAsync(cancellation);
    }
}

/// <param name="Before">The draft that the edit was made on.</param>
internal sealed record DraftEdit<T>(PlanImport Import, PlanDraft Before, PlanDraft Draft, T Result);
