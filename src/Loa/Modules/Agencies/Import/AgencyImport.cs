using System.Data.Common;
using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Import;

/// <summary>A list of agencies, from the file that was received to the rows in the tree.</summary>
internal sealed class AgencyImport(LoaDbContext db, FileStore files, ReceivedFiles received, AgencyScope scope, Calendar calendar, AuditScope audit)
{
    public const long MaxBytes = 16L << 20;

    /// <summary>Keeps the file until the person confirms, or until it is cleaned away.</summary>
    /// <exception cref="FileRefusedException">Empty or over the limit.</exception>
    public Task<StoredFile> KeepAsync(Stream content, string fileName, CancellationToken cancellationToken) => received.KeepAsync(content, fileName, MaxBytes, "Nhận danh sách cơ quan", cancellationToken);

    /// <summary>Only the person's own.</summary>
    public Task<StoredFile?> FindAsync(Guid fileId, CancellationToken cancellationToken) => received.FindAsync(fileId, cancellationToken);

    /// <summary>What the list would do; the tree stays as it is.</summary>
    /// <exception cref="SheetRefusedException">It cannot be read.</exception>
    public async Task<ImportPlan> PlanAsync(StoredFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await BuildAsync(file, cancellationToken);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// All of it or nothing, in one transaction. New agencies go in past the change tracker, and each still has its line in the record of this one act.
    /// </summary>
    /// <param name="digest">Of the plan that the person saw.</param>
    /// <returns>What was done; null when the tree has changed since, so that it must be looked at again.</returns>
    public async Task<ImportPlan?> ApplyAsync(StoredFile file, string digest, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var plan = await BuildAsync(file, cancellationToken);
            if (!plan.IsReady || plan.Digest() != digest)
            {
                return null;
            }

            audit.Describe("Nhập cây cơ quan", $"{file.FileName}: +{plan.Added.Count}, ~{plan.Changed.Count} (SHA-256 {file.Sha256[..16]}…)");
            await InsertAsync(plan, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return plan;
        }
        catch (Exception e) when (e is DbUpdateException or DbException)
        {
            // Someone else wrote the same code, or the same agency, at the same moment.
            return null;
        }
        finally
        {
            audit.TakeBeside();
            db.ChangeTracker.Clear();
        }
    }

    private async Task<ImportPlan> BuildAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var plan = new ImportPlan();
        await using var content = files.OpenRead(file);
        var rows = AgencyList.Read(SheetReader.Read(content), plan);
        if (rows.Count > 0)
        {
            var agencies = await db.Set<Agency>().Include(agency => agency.Names).Include(agency => agency.States).Include(agency => agency.Headcounts).AsSplitQuery().ToListAsync(cancellationToken);
            new ImportPlanner(agencies, scope, calendar.VietnamToday, plan).Run(rows);
        }

        return plan;
    }

    private async Task InsertAsync(ImportPlan plan, CancellationToken cancellationToken)
    {
        await db.InsertRowsAsync(plan.Added, cancellationToken);
        await db.InsertRowsAsync([.. plan.Added.SelectMany(agency => agency.States)], cancellationToken);
        await db.InsertRowsAsync([.. plan.Added.SelectMany(agency => agency.Names)], cancellationToken);
        await db.InsertRowsAsync([.. plan.Added.SelectMany(agency => agency.Headcounts)], cancellationToken);
        audit.Add(plan.Added.Select(agency => AuditInterceptor.Added(db, agency)).OfType<AuditChange>());
    }
}
