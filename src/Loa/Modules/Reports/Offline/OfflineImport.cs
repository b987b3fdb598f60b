using Loa.Data;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports.Offline;

/// <summary>A report that was filled away from the network, from the file that was received to the report's figures and texts.</summary>
internal sealed class OfflineImport(LoaDbContext db, ReportScope scope, ReportDesk desk, FileStore files, ReceivedFiles received, Platform.Calendar calendar, AuditScope audit)
{
    public const long MaxBytes = 16L << 20;

    private static readonly SheetLimits Limits = new() { Rows = 2000, CellCharacters = ReportText.MaxLength };

    /// <summary>Keeps the file until the person confirms, or until it is cleaned away.</summary>
    /// <exception cref="FileRefusedException">Empty or over the limit.</exception>
    public Task<StoredFile> KeepAsync(Stream content, string fileName, CancellationToken cancellationToken) => received.KeepAsync(content, fileName, MaxBytes, "Nhận báo cáo làm ngoài tuyến", cancellationToken);

    /// <summary>Only the person's own.</summary>
    public Task<StoredFile?> FindAsync(Guid fileId, CancellationToken cancellationToken) => received.FindAsync(fileId, cancellationToken);

    /// <summary>The report, if the person writes it and it can be changed today.</summary>
    public async Task<OpenReport?> OpenAsync(Guid reportId, CancellationToken cancellationToken) =>
        await scope.FindWrittenAsync(reportId, cancellationToken) is { } report && await desk.OpenAsync(report, cancellationToken) is var open && open.IsOpen(calendar.VietnamToday) ? open : null;

    /// <exception cref="SheetRefusedException">It cannot be read.</exception>
    public async Task<OfflinePlan> PlanAsync(OpenReport open, StoredFile file, CancellationToken cancellationToken)
    {
        // From a store that is far away the content may not be rewound, and the reader wants to look twice.
        await using var content = files.OpenRead(file);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        copy.Position = 0;
        return new OfflineReading(open, desk).Read(SheetReader.Read(copy, Limits));
    }

    /// <summary>All of it or nothing.</summary>
    /// <param name="digest">Of the plan that the person saw.</param>
    /// <param name="fileWins">Also where the report has changed since the file was made.</param>
    /// <returns>How many rows were written; null where the report has changed since, so that it must be looked at again.</returns>
    public async Task<int?> ApplyAsync(OpenReport open, StoredFile file, string digest, bool fileWins, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(open, file, cancellationToken);
        if (!plan.IsReady || plan.Digest() != digest)
        {
            return null;
        }

        var changes = plan.Changes.Where(change => fileWins || !change.IsConflict).ToList();
        foreach (var change in changes)
        {
            change.Apply(open);
        }

        audit.Describe("Nhập báo cáo làm ngoài tuyến", $"{file.FileName} (SHA-256 {file.Sha256[..16]}…)");
        try
        {
            await desk.SaveAsync(open.Report.ReportId, cancellationToken);
            return changes.Count;
        }
        catch (DbUpdateException refusal) when (refusal.IsAnotherFirst())
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
