using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Reports;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Loa.Platform.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.MyWork;

/// <summary>What an agency has to do, by what is due: the officer's home.</summary>
internal sealed class MyWorkModel(LoaDbContext db, CurrentUser user, SavedViews views, ReportsToSend reports, Calendar calendar, IStringLocalizer words) : PageModel
{
    /// <summary>Of each part of the list, before one asks for all of it.</summary>
    private const int First = 20;

    public bool MayLog => user.Has(Permissions.ActivitiesLog);

    /// <summary>Only one part of the list, page by page.</summary>
    [BindProperty(Name = "nhom", SupportsGet = true)]
    public WorkBucket? Bucket { get; set; }

    [BindProperty(Name = "ke-hoach", SupportsGet = true)]
    public Guid? PlanId { get; set; }

    [BindProperty(Name = "vai-tro", SupportsGet = true)]
    public AssignmentRole? Role { get; set; }

    /// <summary>"toi": what I am in charge of; "chua": what nobody is.</summary>
    [BindProperty(Name = "phu-trach", SupportsGet = true)]
    public string? Assignee { get; set; }

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public DateOnly Today => calendar.VietnamToday;

    public string? AgencyName => user.AgencyName;

    public bool HasAgency => user.AgencyId is not null;

    public IReadOnlyDictionary<WorkBucket, int> Counts { get; private set; } = new Dictionary<WorkBucket, int>();

    public IReadOnlyList<(WorkBucket Bucket, IReadOnlyList<WorkRow> Rows)> Parts { get; private set; } = [];

    public Paging? Paging { get; private set; }

    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Plans of other bodies from which a plan of the agency's own can be drawn up, or was.</summary>
    public IReadOnlySet<Guid> UnitPlansFrom { get; private set; } = new HashSet<Guid>();

    /// <summary>Reports that the agency has to send and the person may write; null: none.</summary>
    public ReportsDue? Reports { get; private set; }

    public bool IsFiltered => PlanId is not null || Role is not null || !string.IsNullOrEmpty(Assignee);

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<AssignmentRole>().Select(role => new SelectListItem(PlanWords.Role(words, role), role.ToString())).Prepend(new SelectListItem(words["Mọi vai trò"], ""));

    public IEnumerable<SelectListItem> Assignees => [new(words["Mọi người"], ""), new(words["Tôi phụ trách"], "toi"), new(words["Chưa giao cho ai"], "chua")];

    public async Task<IActionResult> OnGetAsync()
    {
        if (user.AgencyId is not { } agencyId)
        {
            return Page();
        }

        if (await views.DefaultAsync(WorkLinks.MyWorkViews.Name, Request) is { } address)
        {
            return LocalRedirect(address);
        }

        var cancellation = HttpContext.RequestAborted;
        var today = Today;
        var sunday = WorkBuckets.EndOfWeek(today);
        var mine = Filtered(db.HeldBy(agencyId).OnItsList(db));
        var counts = await mine.GroupBy(a => a.State == AssignmentState.Done ? WorkBucket.Done
                : a.State != AssignmentState.Open ? WorkBucket.Aside
                : a.IsRequest || a.DueOn == null ? WorkBucket.Continuous
                : a.DueOn < today ? WorkBucket.Overdue
                : a.DueOn <= sunday ? WorkBucket.ThisWeek : WorkBucket.Later)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        Counts = counts.ToDictionary(row => row.Key, row => row.Count);
        if (Bucket is { } one)
        {
            var page = await mine.In(one, today).AsRows(db).ToPageAsync(PageNumber, cancellation);
            (Parts, Paging) = ([(one, page.Rows)], page.Paging);
        }
        else
        {
            var parts = new List<(WorkBucket, IReadOnlyList<WorkRow>)>();
            foreach (var bucket in WorkBuckets.Open.Where(bucket => Counts.ContainsKey(bucket)))
            {
                parts.Add((bucket, await mine.In(bucket, today).AsRows(db).Take(First).ToListAsync(cancellation)));
            }

            Parts = parts;
        }

        await LoadWordsAsync(agencyId, cancellation);
        Reports = user.AgencyPath is { } path && user.Scope(Permissions.ReportsFill).Covers(path) ? await reports.OfAsync(agencyId, cancellation) : null;
        return Page();
    }

    private IQueryable<Assignment> Filtered(IQueryable<Assignment> assignments)
    {
        if (PlanId is { } planId)
            assignments = assignments.Where(a => a.PlanId == planId);
        if (Role is { } role)
            assignments = assignments.Where(a => a.Role == role);
        if (Assignee == "toi")
            assignments = assignments.Where(a => a.AssigneeId == user.UserId);
        else if (Assignee == "chua")
            assignments = assignments.Where(a => a.AssigneeId == null);
        return assignments;
    }

    private async Task LoadWordsAsync(Guid agencyId, CancellationToken cancellation)
    {
        // From the agency's rows to their plans: asked the other way round, every plan of the country is looked at.
        var held = db.Set<Assignment>().Where(a => a.HolderAgencyId == agencyId).Select(a => a.PlanId).Distinct();
        var plans = await held.Join(db.Set<Plan>(), id => id, plan => plan.PlanId, (_, plan) => plan)
            .OrderByDescending(plan => plan.IssuedAt).Take(200).Select(plan => new { plan.PlanId, plan.Subject, plan.Reference }).ToListAsync(cancellation);
        Plans = [new SelectListItem(words["Mọi kế hoạch"], ""), .. plans.Select(plan => new SelectListItem($"{plan.Reference} {plan.Subject}".Trim(), plan.PlanId.ToString()))];
        if (user.AgencyPath is { } path && user.Scope(Permissions.PlansEdit).Covers(path))
        {
            var shown = Parts.SelectMany(part => part.Rows).Select(row => row.PlanId).Distinct().ToList();
            UnitPlansFrom = (await db.Set<Plan>().Where(plan => shown.Contains(plan.PlanId) && plan.OwnerAgencyId != agencyId && plan.Status == PlanStatus.Issued).Select(plan => plan.PlanId).ToListAsync(cancellation)).ToHashSet();
        }

        var people = Parts.SelectMany(part => part.Rows).Select(row => row.AssigneeId).OfType<Guid>().Distinct().ToList();
        if (people.Count > 0)
        {
            People = await db.Set<User>().Where(person => people.Contains(person.Id)).Select(person => new { person.Id, person.DisplayName }).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellation);
        }
    }
}
