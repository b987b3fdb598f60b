using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies.Tree;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Detail;

internal sealed record PlanLine(Guid PlanId, string Subject, string? Reference, DateOnly? Date);

internal sealed record PersonLine(string Name, IReadOnlyList<Role> Roles);

internal sealed class DetailModel(LoaDbContext db, CurrentUser user, AgencyScope scope, Successors successors, Calendar calendar) : PageModel
{
    private const int PlansShown = 10;

    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<Agency> Above { get; private set; } = [];

    /// <summary>Its names and parents through time, the present first; one alone is not worth telling.</summary>
    public IReadOnlyList<(AgencyState State, string? Parent)> Past { get; private set; } = [];

    /// <summary>The reorganisations it had a part in, the latest first.</summary>
    public IReadOnlyList<AgencyChange> Changes { get; private set; } = [];

    /// <summary>Who carries on for an agency that has ended.</summary>
    public Agency? Successor { get; private set; }

    public string? FocalOfficer { get; private set; }

    public DateOnly Today => calendar.VietnamToday;

    /// <summary>The day it is shown as of: today, or its last one.</summary>
    public DateOnly Day => Agency.ValidTo is { } last && last < Today ? last : Today;

    public int? Headcount => Agency.HeadcountOn(Today);

    public IReadOnlyList<TreeRow> Below { get; private set; } = [];

    /// <summary>Issued by it, the latest first; null for whoever may read no plans.</summary>
    public IReadOnlyList<PlanLine>? Plans { get; private set; }

    public int PlanCount { get; private set; }

    public int Assigned { get; private set; }

    public int AssignedOpen { get; private set; }

    /// <summary>Null for whoever has no right here: names are shown to those who work with them.</summary>
    public IReadOnlyList<PersonLine>? People { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>What it did is shown to those who may read it, as far down the tree as they may.</summary>
    public bool MayReadActivities => user.Scope(Permissions.ActivitiesRead).Covers(Agency.Path);

    public bool IsOwn => user.AgencyId == Agency.AgencyId;

    public bool MayReadHistory => user.Has(Permissions.HistoryRead);

    public List<string> NamesOf(AgencyNameKind kind) => [.. Agency.Names.Where(name => name.Kind == kind).Select(name => name.Text).Order(VietnameseOrder.Comparer)];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var agency = await db.Set<Agency>().AsNoTracking().Include(a => a.Names).Include(a => a.States).Include(a => a.Headcounts).AsSplitQuery().FirstOrDefaultAsync(a => a.Code == code, cancellationToken);
        if (agency is null)
        {
            return NotFound();
        }

        Agency = agency;
        MayEdit = scope.Covers(agency.Path);
        var codes = agency.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
        Above = [.. (await db.Set<Agency>().AsNoTracking().Where(a => codes.Contains(a.Code)).ToListAsync(cancellationToken)).OrderBy(a => a.Path.Length)];
        await LoadPastAsync(cancellationToken);
        FocalOfficer = await db.Set<User>().Where(person => person.Id == agency.FocalOfficerId).Select(person => person.DisplayName).FirstOrDefaultAsync(cancellationToken);
        Below = await db.RowsAsync(db.StatesOn(Day).Where(state => state.ParentId == agency.AgencyId), Day, int.MaxValue, cancellationToken);
        await LoadPlansAsync(cancellationToken);
        await LoadPeopleAsync(cancellationToken);
        return Page();
    }

    private async Task LoadPlansAsync(CancellationToken cancellationToken)
    {
        if (!user.Has(Permissions.PlansRead))
        {
            return;
        }

        var owned = db.Set<Plan>().AsNoTracking().Where(plan => plan.OwnerAgencyId == Agency.AgencyId && plan.Status == PlanStatus.Issued);
        PlanCount = await owned.CountAsync(cancellationToken);
        Plans = await owned.OrderByDescending(plan => plan.Date).ThenByDescending(plan => plan.PlanId).Take(PlansShown)
            .Select(plan => new PlanLine(plan.PlanId, plan.Subject, plan.Reference, plan.Date)).ToListAsync(cancellationToken);
        var held = db.Set<Assignment>().Where(assignment => assignment.HolderAgencyId == Agency.AgencyId && db.Set<Plan>().Any(plan => plan.PlanId == assignment.PlanId && plan.Status == PlanStatus.Issued));
        Assigned = await held.CountAsync(cancellationToken);
        AssignedOpen = await held.CountAsync(assignment => assignment.State == AssignmentState.Open, cancellationToken);
    }

    private async Task LoadPeopleAsync(CancellationToken cancellationToken)
    {
        if (!user.Scope(Permissions.PlansRead).Covers(Agency.Path))
        {
            return;
        }

        var grants = await (from grant in db.Set<RoleGrant>()
                            join person in db.Set<User>() on grant.UserId equals person.Id
                            where grant.AgencyId == Agency.AgencyId && !person.IsDisabled
                            orderby VietnameseOrder.Of(person.DisplayName), person.Id
                            select new { person.Id, person.DisplayName, grant.Role }).Take(500).ToListAsync(cancellationToken);
        People = [.. grants.GroupBy(grant => grant.Id).Select(person => new PersonLine(person.First().DisplayName, [.. person.Select(grant => grant.Role).Distinct().Order()]))];
    }

    private async Task LoadPastAsync(CancellationToken cancellationToken)
    {
        if (Agency.ValidTo < Today && (await successors.OnAsync(Today, cancellationToken)).TryGetValue(Agency.AgencyId, out var successor))
        {
            Successor = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.AgencyId == successor, cancellationToken);
        }

        var parents = Agency.States.Select(state => state.ParentId).OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Agency>().Where(a => parents.Contains(a.AgencyId)).ToDictionaryAsync(a => a.AgencyId, a => a.ShortName, cancellationToken);
        Past = [.. Agency.States.OrderByDescending(state => state.From ?? DateOnly.MinValue).Select(state => (state, state.ParentId is { } id ? names.GetValueOrDefault(id) : null))];
        Changes = await db.Set<AgencyChange>().AsNoTracking().Where(change => change.Parts.Any(part => part.AgencyId == Agency.AgencyId))
            .OrderByDescending(change => change.EffectiveOn).ThenByDescending(change => change.AgencyChangeId).Take(50).ToListAsync(cancellationToken);
    }
}
