using Loa.Data;
using Loa.Modules.Plans.Import.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans.Import.Matching;

/// <summary>A plan that a unit's plan may carry out.</summary>
/// <param name="Basis">The legal basis of the unit's plan that names it, or nearly does; null for a plan that is merely offered.</param>
/// <param name="IsExact">Number and day agree; else a slip of the pen is supposed.</param>
internal sealed record ParentCandidate(Guid PlanId, string Subject, string? Reference, DateOnly? Date, string? Issuer, string? Basis, bool IsExact);

/// <summary>
/// Finds the plan above by the legal bases of the plan below: only plans in force in which the agency has work. By number, and by day where both
/// name one; wrongly typed numbers and days are suggested, never taken.
/// </summary>
internal sealed class ParentPlans(LoaDbContext db)
{
    private const int Most = 200;
    private const int NearestEdits = 2;

    /// <summary>The plan above when exactly one is cited.</summary>
    public async Task<Guid?> FindAsync(PlanImport import, PlanDraft draft, CancellationToken cancellationToken) =>
        (await CandidatesAsync(import, draft, cancellationToken)).Where(candidate => candidate.IsExact).ToList() is [var only] ? only.PlanId : null;

    /// <summary>Those cited first, then what may have been meant, then the other plans in which the agency has work, the latest first.</summary>
    public async Task<IReadOnlyList<ParentCandidate>> CandidatesAsync(PlanImport import, PlanDraft draft, CancellationToken cancellationToken)
    {
        var plans = await Above(import)
            .OrderByDescending(plan => plan.Date).ThenByDescending(plan => plan.IssuedAt).ThenBy(plan => plan.PlanId).Take(Most)
            .Select(plan => new { plan.PlanId, plan.Subject, plan.Reference, plan.ReferenceKey, plan.Date, plan.Issuer }).ToListAsync(cancellationToken);
        var bases = draft.Bases.Where(basis => !basis.Removed && basis.Text is not null).Select(basis => new Cited(basis.Text!, PlanReference.Key(basis.Reference), basis.Date)).ToList();
        return [.. plans.Select(plan =>
            {
                var exact = bases.Find(basis => basis.Key is not null && basis.Key == plan.ReferenceKey && (basis.Date is null || plan.Date is null || basis.Date == plan.Date));
                var near = exact ?? bases.Find(basis => IsNear(basis, plan.ReferenceKey, plan.Date));
                return new ParentCandidate(plan.PlanId, plan.Subject, plan.Reference, plan.Date, plan.Issuer, near?.Text, exact is not null);
            })
            .OrderByDescending(candidate => candidate.IsExact).ThenByDescending(candidate => candidate.Basis is not null)];
    }

    /// <summary>Whether there is anything to choose from.</summary>
    public Task<bool> AnyAsync(PlanImport import, CancellationToken cancellationToken) => Above(import).AnyAsync(cancellationToken);

    /// <summary>Plans in force of other agencies in which this one has work.</summary>
    private IQueryable<Plan> Above(PlanImport import)
    {
        var work = db.Set<Assignment>().Where(a => a.HolderAgencyId == import.OwnerAgencyId && a.State != AssignmentState.Withdrawn);
        return db.Set<Plan>().AsNoTracking()
            .Where(plan => plan.Status == PlanStatus.Issued && plan.OwnerAgencyId != import.OwnerAgencyId && plan.PlanId != import.ReplacesPlanId && work.Any(a => a.PlanId == plan.PlanId));
    }

    /// <summary>A digit or two wrong in the number, another symbol behind the same number and day, or the right number with another day.</summary>
    private static bool IsNear(Cited basis, string? key, DateOnly? date)
    {
        if (basis.Key is not { } cited || key is null)
            return false;
        var sameDay = basis.Date is not null && basis.Date == date;
        return cited == key
            || sameDay && cited.Split('/')[0] == key.Split('/')[0]
            || Edits(cited, key) is var edits && (edits == 1 || edits <= NearestEdits && sameDay);
    }

    /// <summary>How many letters to change, add or leave out.</summary>
    internal static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    private sealed record Cited(string Text, string? Key, DateOnly? Date);
}
