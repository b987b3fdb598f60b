using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Files;
using Loa.Platform.Security;
using Loa.Platform.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities.Import;

/// <param name="Taken">What may be the same, logged already; or a line above it in the file.</param>
internal sealed record ImportedActivity(int Row, ActivityInput Input, Suspect? Taken, int? SameAsRow)
{
    public bool IsSuspect => Taken is not null || SameAsRow is not null;
}

/// <summary>What a list of activities would write. Nothing of it is saved before <see cref="ActivityImport.ApplyAsync"/>.</summary>
internal sealed class ActivityImportPlan
{
    public List<RowProblem> Problems { get; } = [];

    /// <summary>Heads of the file that mean nothing to us.</summary>
    public List<string> Unread { get; } = [];

    public List<ImportedActivity> Rows { get; } = [];

    public IEnumerable<ImportedActivity> Suspects => Rows.Where(row => row.IsSuspect);

    public bool IsReady => Problems.Count == 0 && Rows.Count > 0;
}

/// <summary>A list of activities, from the file that was received to the rows: all of it or nothing.</summary>
internal sealed class ActivityImport(LoaDbContext db, FileStore files, ReceivedFiles received, ActivityDesk desk, ActivityChoices choices, ActivityDuplicates duplicates, Calendar calendar, CurrentUser user)
{
    public const long MaxBytes = 16L << 20;

    /// <summary>Keeps the file until the person confirms, or until it is cleaned away.</summary>
    /// <exception cref="FileRefusedException">Empty or over the limit.</exception>
    public Task<StoredFile> KeepAsync(Stream content, string fileName, CancellationToken cancellationToken) => received.KeepAsync(content, fileName, MaxBytes, "Nhận danh sách hoạt động", cancellationToken);

    /// <summary>Only the person's own.</summary>
    public Task<StoredFile?> FindAsync(Guid fileId, CancellationToken cancellationToken) => received.FindAsync(fileId, cancellationToken);

    /// <summary>What the list would write.</summary>
    /// <exception cref="SheetRefusedException">It cannot be read.</exception>
    public async Task<ActivityImportPlan> PlanAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var plan = new ActivityImportPlan();
        await using var content = files.OpenRead(file);
        var lines = ImportedSheet.Read(SheetReader.Read(content, ImportedSheet.Limits), plan);
        var reader = new ActivityLineReader(calendar.VietnamToday, plan.Problems);
        var agencies = await AgenciesAsync(lines, cancellationToken);
        var tasks = new ImportedTasks(choices, plan.Problems);
        var read = new List<(int Row, ActivityInput Input)>();
        // A column that is missing is said once, not on every line.
        foreach (var line in plan.Problems.Count > 0 ? [] : lines)
        {
            var input = reader.Read(line);
            Guid? agencyId = line[ActivityColumn.Agency] is { } code ? agencies.GetValueOrDefault(code.ToLowerInvariant()) : user.AgencyId;
            if (agencyId is null || agencyId == Guid.Empty)
            {
                plan.Problems.Add(line[ActivityColumn.Agency] is { } unknown
                    ? new RowProblem(line.Number, "không có cơ quan mã “{0}” mà bạn được ghi hoạt động", unknown)
                    : new RowProblem(line.Number, "chưa có mã cơ quan"));
            }
            else if (input is not null)
            {
                input.AgencyId = agencyId;
                input.Tasks = await tasks.FindAsync(agencyId.Value, line, cancellationToken);
                read.Add((line.Number, input));
            }
        }

        if (plan.Problems.Count == 0)
        {
            plan.Rows.AddRange(await CompareAsync(read, cancellationToken));
        }

        return plan;
    }

    /// <summary>Writes the whole list, in one transaction; pressing twice writes once, as each id follows from the file and the row.</summary>
    /// <param name="withSuspects">Also what may have been logged already.</param>
    /// <returns>How many; null when something is wrong with the list after all, so that it must be looked at again.</returns>
    public async Task<int?> ApplyAsync(StoredFile file, bool withSuspects, CancellationToken cancellationToken)
    {
        if (await WrittenAsync(file, cancellationToken) is { } before)
        {
            return before;
        }

        var plan = await PlanAsync(file, cancellationToken);
        if (!plan.IsReady)
        {
            return null;
        }

        var activities = new List<Activity>();
        foreach (var row in plan.Rows.Where(row => withSuspects || !row.IsSuspect))
        {
            var activity = new Activity { ActivityId = IdOf(file, row.Row), AgencyId = row.Input.AgencyId!.Value, Title = "" };
            row.Input.ApplyTo(activity, row.Input.Kind.Asks(ActivityFields.Channel) ? await desk.ChannelAsync(activity.AgencyId, row.Input.Channel, cancellationToken) : null);
            activities.Add(activity);
        }

        await desk.LogAllAsync(activities, "Nhập hoạt động từ tệp", $"{file.FileName}: +{activities.Count} (SHA-256 {file.Sha256[..16]}…)", cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return activities.Count;
        }
        catch (DbUpdateException refusal) when (refusal.IsAnotherFirst())
        {
            return await WrittenAsync(file, cancellationToken);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int?> WrittenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var ids = Enumerable.Range(1, ImportedSheet.Limits.Rows).Select(row => IdOf(file, row)).ToList();
        var written = await db.Set<Activity>().CountAsync(activity => ids.Contains(activity.ActivityId), cancellationToken);
        return written > 0 ? written : null;
    }

    private async Task<Dictionary<string, Guid>> AgenciesAsync(List<ActivityLine> lines, CancellationToken cancellationToken)
    {
        var codes = lines.Select(line => line[ActivityColumn.Agency]?.ToLowerInvariant()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return codes.Count == 0 ? [] : await db.Set<Agency>().Within(user.Scope(Permissions.ActivitiesLog), agency => agency.Path).Where(agency => codes.Contains(agency.Code)).ToDictionaryAsync(agency => agency.Code, agency => agency.AgencyId, cancellationToken);
    }

    private async Task<IEnumerable<ImportedActivity>> CompareAsync(List<(int Row, ActivityInput Input)> read, CancellationToken cancellationToken)
    {
        var known = await duplicates.LoadAsync([.. read.Select(row => row.Input.AgencyId!.Value).Distinct()], [.. read.Select(row => row.Input.StartsOn!.Value).Distinct()], cancellationToken);
        var above = new Dictionary<(Guid?, CommunicationForm, DateOnly?, string), int>();
        return read.ConvertAll(row =>
        {
            var (input, title) = (row.Input, Folding.Fold(row.Input.Title!));
            var taken = known.Like(input.AgencyId!.Value, input.Form, input.StartsOn!.Value, input.Title!);
            var key = (input.AgencyId, input.Form, input.StartsOn, title);
            var same = above.TryGetValue(key, out var first) ? first : (int?)null;
            above.TryAdd(key, row.Row);
            return new ImportedActivity(row.Row, input, taken.Count > 0 ? taken[0] : null, same);
        });
    }

    private static Guid IdOf(StoredFile file, int row) => DerivedId.Of(file.StoredFileId, row);
}
