using Loa.Data;
using Loa.Modules.Notifications;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>After a file came: the scanner looks at it, where there is one, and a picture is drawn small. A scanner that is away is asked again later, for as long as it takes.</summary>
internal sealed partial class EvidenceFileJob(
    LoaDbContext db, FileStore files, ImageProcess images, Notifier notifier, JobQueue jobs, Calendar calendar, LoaSettings settings, AuditScope audit, IServiceProvider services, ILogger<EvidenceFileJob> logger) : IJobHandler
{
    public const string Kind = "evidence.file";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(3)];

    /// <param name="Tries">How often the scanner was away.</param>
    public sealed record Order(Guid EvidenceId, int Tries = 0);

    public async Task RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var order = run.Payload<Order>();
        if (await db.Set<Evidence>().FirstOrDefaultAsync(found => found.EvidenceId == order.EvidenceId, cancellationToken) is not { FileId: { } fileId } evidence)
            return;
        var file = await db.Set<StoredFile>().SingleAsync(found => found.StoredFileId == fileId, cancellationToken);
        if (evidence.Scan == ScanState.Unscanned && services.GetService<IVirusScanner>() is { } scanner)
        {
            audit.Describe("Quét vi-rút minh chứng");
            await ScanAsync(evidence, file, scanner, order, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        if (evidence.Scan != ScanState.Infected && evidence.SmallFileId is null && evidence.Kind is { } kind && MetadataStripper.Knows(kind))
        {
            audit.Describe("Thu nhỏ ảnh minh chứng");
            await DrawSmallAsync(evidence, file, cancellationToken);
        }
    }

    private async Task ScanAsync(Evidence evidence, StoredFile file, IVirusScanner scanner, Order order, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = files.OpenRead(file);
            var answer = await scanner.ScanAsync(content, cancellationToken);
            evidence.ScannedAt = calendar.UtcNow;
            if (answer.Refused)
                LogRefused(evidence.EvidenceId);
            else if (answer.Threat is { } threat)
                await QuarantineAsync(evidence, file, threat, cancellationToken);
            else
                evidence.Scan = ScanState.Clean;
        }
        catch (IOException problem) when (problem is not FileNotFoundException)
        {
            LogAway(problem.Message);
            jobs.Enqueue(Kind, order with { Tries = order.Tries + 1 }).RunAfter = calendar.UtcNow + Pauses[Math.Min(order.Tries, Pauses.Length - 1)];
        }
    }

    /// <summary>The same content may prove other activities too; the people of each are told.</summary>
    private async Task QuarantineAsync(Evidence evidence, StoredFile file, string threat, CancellationToken cancellationToken)
    {
        var same = await (
            from other in db.Set<Evidence>()
            join content in db.Set<StoredFile>() on other.FileId equals content.StoredFileId
            join activity in db.Set<Activity>() on other.ActivityId equals activity.ActivityId
            where content.Sha256 == file.Sha256 && other.Scan != ScanState.Infected
            select new { other, activity.AgencyId, activity.Title, content.FileName }).ToListAsync(cancellationToken);
        foreach (var found in same)
        {
            (found.other.Scan, found.other.ScannedAt, found.other.ScanNote) = (ScanState.Infected, evidence.ScannedAt, threat.Length > Evidence.NoteMaxLength ? threat[..Evidence.NoteMaxLength] : threat);
            await notifier.NotifyAgencyAsync(
                found.AgencyId, Permissions.ActivitiesLog, EvidenceDesk.QuarantineKind, "Tệp minh chứng bị cách ly vì có mã độc", $"{found.FileName} · {found.Title}", ActivityLinks.Evidence(found.other.ActivityId),
                $"{EvidenceDesk.QuarantineKind}/{found.other.EvidenceId:N}", cancellationToken);
        }
    }

    private async Task DrawSmallAsync(Evidence evidence, StoredFile file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(UploadParts.FolderOf(settings), Guid.CreateVersion7().ToString("N")));
        try
        {
            var small = Path.Combine(folder.FullName, "small.jpg");
            using var picture = await files.LocalAsync(file, cancellationToken);
            if (!await images.DrawSmallAsync(picture.Path, folder.FullName, small, cancellationToken))
                return;
            await using var content = File.OpenRead(small);
            var kept = await files.SaveAsync(content, "small.jpg", cancellationToken: cancellationToken);
            evidence.SmallFileId = kept.StoredFileId;
            await db.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [LoggerMessage(440, LogLevel.Warning, "The virus scanner is away and will be asked again: {Problem}")]
    private partial void LogAway(string problem);

    [LoggerMessage(441, LogLevel.Warning, "Evidence {EvidenceId} is larger than the virus scanner takes")]
    private partial void LogRefused(Guid evidenceId);
}
