using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Amend;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Modules.Plans.Import.Names;
using Loa.Modules.Plans.Import.Reading;
using Loa.Modules.Plans.UnitPlans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Issue;

/// <summary>Makes a plan of a draft, in one transaction: the plan with its parts, the assignments, what it can be found by.</summary>
internal sealed class PlanIssuer(LoaDbContext db, DraftAgencies agencies, PlanSuccession succession, InChargePeople people, UptakeSuccession uptakeSuccession, ParentEditions parents, PlanUptakes uptakes, SearchIndex search, PlanEditions editions, IEnumerable<IPlanIssueFollower> followers, JobQueue jobs, Calendar calendar, CurrentUser user, AuditScope audit)
{
    public const string SearchKind = "plan";

    /// <summary>What issuing this draft would do; nothing is changed.</summary>
    public async Task<IssuePreview> PreviewAsync(PlanImport import, PlanDraft draft, CancellationToken cancellation)
    {
        var names = await agencies.ResolveAsync(draft, import.OwnerAgencyId, cancellation);
        var plan = PlanBuilder.Build(import, draft, await ReadingAsync(import, cancellation), names, calendar.VietnamToday);
        var same = plan.ReferenceKey is { } key
            ? await db.Set<Plan>().AsNoTracking().Where(p => p.ReferenceKey == key && p.Status == PlanStatus.Issued && p.PlanId != import.ReplacesPlanId && (p.Date == plan.Date || p.Date == null || plan.Date == null))
                .OrderByDescending(p => p.IssuedAt).Select(p => new LinkedPlan(p.PlanId, p.Subject, p.Reference)).FirstOrDefaultAsync(cancellation)
            : null;
        var replaced = import.ReplacesPlanId is { } oldId ? await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.PlanId == oldId && p.Status == PlanStatus.Issued, cancellation) : null;
        var comparison = replaced is null ? null : await editions.PreviewAsync(replaced.PlanId, plan, cancellation);
        return new IssuePreview(plan, draft, names, same) { Comparison = comparison, Names = comparison is null ? new Dictionary<Guid, string>() : await editions.NamesAsync(comparison, cancellation) };
    }

    /// <returns>The new plan; null when another person issued or discarded the draft in the meantime.</returns>
    public Task<Plan?> IssueAsync(PlanImport import, PlanDraft draft, CancellationToken cancellation) => IssueAsync(import, draft, null, cancellation);

    /// <param name="written">The document of a plan that was written here; null where the import's file is the document.</param>
    public async Task<Plan?> IssueAsync(PlanImport import, PlanDraft draft, WrittenDocument? written, CancellationToken cancellation)
    {
        if (import.Status != ImportStatus.Draft)
            return null;
        audit.Describe("Ban hành kế hoạch", import.ReplacesReason);
        await parents.FollowAsync(import, draft, cancellation);
        var names = await agencies.ResolveAsync(draft, import.OwnerAgencyId, cancellation);
        var reading = written?.Reading ?? await ReadingAsync(import, cancellation);
        var plan = PlanBuilder.Build(import, draft, reading, names, calendar.VietnamToday);
        (plan.FileId, plan.SignedFileId) = (written?.File.StoredFileId ?? plan.FileId, written?.Signed?.StoredFileId);
        plan.IssuedAt = calendar.UtcNow;
        plan.IssuedById = user.UserId;
        var assignments = TakeAssignments(plan);
        db.Add(plan);
        if (import.ReplacesPlanId is { } oldId && await db.Set<Plan>().FirstOrDefaultAsync(p => p.PlanId == oldId && p.OwnerAgencyId == import.OwnerAgencyId, cancellation) is { Status: PlanStatus.Issued } old)
        {
            old.Status = PlanStatus.Superseded;
            plan.ReplacesPlanId = oldId;
        }
        else
        {
            plan.ReplacesReason = null;
        }

        var successors = plan.ReplacesPlanId is { } replacedId ? await succession.CarryOverAsync(replacedId, plan, assignments, cancellation) : null;

        if (written is not null)
            await people.AssignAsync(plan, assignments, cancellation);
        var asked = await AskedAsync(plan, reading, assignments, cancellation);
        await uptakes.AnswerIssuedAsync(plan, import.IsWritten ? UptakeWay.Written : UptakeWay.Imported, cancellation);
        import.Status = ImportStatus.Issued;
        import.PlanId = plan.PlanId;
        jobs.Enqueue(TellPlanJob.Kind, new TellPlanJob.Order(plan.PlanId));
        foreach (var follower in followers)
            follower.Follow(plan);
        await search.SetAsync(SearchKind, plan.PlanId, SearchTexts(plan), cancellation);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            await db.InsertRowsAsync(assignments, cancellation);
            await db.InsertRowsAsync(asked, cancellation);
            if (successors is not null)
            {
                await succession.CompleteAsync(plan.ReplacesPlanId!.Value, successors, cancellation);
                await uptakeSuccession.CompleteAsync(plan.ReplacesPlanId!.Value, plan, cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return plan;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The draft's revision moved: somebody issued it, discarded it or typed into it after the confirm page was shown.
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Who is to answer the plan with one of its own, where its text asks for that or its last edition did.</summary>
    private async Task<List<PlanUptake>> AskedAsync(Plan plan, StoredReading reading, List<Assignment> assignments, CancellationToken cancellation)
    {
        var asked = UptakeRows.DemandOf(plan, reading) is { } demand ? UptakeRows.Of(plan, demand.DueOn, assignments) : [];
        if (plan.ReplacesPlanId is { } oldId)
        {
            await uptakeSuccession.CarryOverAsync(oldId, plan, asked, assignments, cancellation);
        }

        return asked;
    }

    /// <summary>
    /// A group can stand for thousands: they are written past the change tracker, agency by agency, so that neighbouring rows are neighbours in most indexes too.
    /// </summary>
    private static List<Assignment> TakeAssignments(Plan plan)
    {
        var assignments = plan.Tasks.SelectMany(task => task.Assignments).OrderBy(assignment => assignment.AgencyId).ToList();
        assignments.ForEach(assignment => assignment.ChangedAt = plan.IssuedAt);
        plan.Tasks.ForEach(task => task.Assignments.Clear());
        return assignments;
    }

    private static IEnumerable<string?> SearchTexts(Plan plan) =>
        new[] { plan.Reference, plan.Subject, plan.Issuer, plan.Kind, plan.SignerName }.Concat(plan.Tasks.Select(task => task.Content));

    private async Task<StoredReading> ReadingAsync(PlanImport import, CancellationToken cancellation) =>
        StoredReading.Parse(await db.Set<ImportReading>().AsNoTracking().Where(r => r.PlanImportId == import.PlanImportId).Select(r => r.Json).SingleAsync(cancellation));
}

