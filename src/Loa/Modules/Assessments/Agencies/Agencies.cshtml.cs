using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Search;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments.Agencies;

internal sealed record JudgedRow(Guid AgencyId, string Name);

/// <summary>Whom a draft judges: agencies one by one, groups as they are today, or everything below an agency.</summary>
internal sealed class AgenciesModel(LoaDbContext db, AssessmentDesk desk, AssessmentReach reach, AgencyOptions options, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    public const string Below = "duoi";

    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty(SupportsGet = true, Name = Platform.Ui.Paging.Parameter)]
    public int? PageNumber { get; set; }

    public Assessment Assessment { get; private set; } = null!;

    public Page<JudgedRow> Rows { get; private set; } = null!;

    public IReadOnlyList<PickerOption> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        return Page();
    }

    /// <param name="them"><see cref="Below"/>: what stands below the chosen agency, without it.</param>
    public async Task<IActionResult> OnPostAddAsync(string? them)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var cancellation = HttpContext.RequestAborted;
        var target = them == Below && AgencyTarget.Agency(Target ?? "") is { } root ? AgencyTarget.OfSubtree(root) : Target ?? "";
        var meant = await reach.ResolveAsync(target, Assessment.OwnerAgencyId, cancellation);
        var known = await db.Set<AssessmentAgency>().Where(agency => agency.AssessmentId == Id).Select(agency => agency.AgencyId).ToHashSetAsync(cancellation);
        var added = meant.Where(agency => !known.Contains(agency)).ToList();
        if (meant.Count == 0)
        {
            ModelState.AddModelError(nameof(Target), words["Hãy chọn một cơ quan hoặc nhóm có cơ quan trong phạm vi của bạn."]);
        }
        else if (known.Count + added.Count > Assessment.AgenciesMost)
        {
            ModelState.AddModelError(nameof(Target), words["Một đánh giá có nhiều nhất {0} cơ quan.", Formats.Number(Assessment.AgenciesMost)]);
        }

        if (ModelState.IsValid)
        {
            db.Entry(Assessment).Property(assessment => assessment.Revision).OriginalValue = Revision;
            desk.Change(Assessment, "Thêm cơ quan được đánh giá");
            db.AddRange(added.Select(agency => new AssessmentAgency { AssessmentId = Id, AgencyId = agency, ChangedAt = calendar.UtcNow }));
            if (await this.TrySaveAsync(db, words["Người khác vừa sửa đánh giá này; hãy xem lại rồi lưu."]))
            {
                return this.Done(words["Đã thêm {0} cơ quan.", Formats.Number(added.Count)], AssessmentLinks.Agencies(Id));
            }
        }

        return await AgainAsync();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid bo)
    {
        if (!await FindAsync() || await db.Set<AssessmentAgency>().FirstOrDefaultAsync(agency => agency.AssessmentId == Id && agency.AgencyId == bo, HttpContext.RequestAborted) is not { } judged)
        {
            return NotFound();
        }

        db.Entry(Assessment).Property(assessment => assessment.Revision).OriginalValue = Revision;
        desk.Change(Assessment, "Bỏ cơ quan được đánh giá");
        db.Remove(judged);
        return await this.TrySaveAsync(db, words["Người khác vừa sửa đánh giá này; hãy xem lại rồi lưu."]) ? this.Done(words["Đã bỏ cơ quan khỏi đánh giá."], AssessmentLinks.Agencies(Id)) : await AgainAsync();
    }

    private Task<IActionResult> AgainAsync() => this.AgainAsync(db, async () =>
    {
        await FindAsync();
        await LoadAsync();
    });

    private async Task<bool> FindAsync()
    {
        var draft = await desk.FindDraftAsync(Id, HttpContext.RequestAborted);
        Assessment = draft ?? Assessment;
        return draft is not null;
    }

    private async Task LoadAsync()
    {
        Choices = await options.TargetsWithinAsync(user.Scope(Permissions.PlansIssue), HttpContext.RequestAborted);
        var judged = from row in db.Set<AssessmentAgency>().AsNoTracking()
                     join agency in db.Set<Agency>() on row.AgencyId equals agency.AgencyId
                     where row.AssessmentId == Id
                     orderby agency.Level, agency.SortOrder, agency.AgencyId
                     select new JudgedRow(agency.AgencyId, agency.Name);
        var paging = Platform.Ui.Paging.Of(PageNumber, await judged.LongCountAsync(HttpContext.RequestAborted), Size);
        Rows = new Page<JudgedRow>(await judged.Skip(paging.Skip).Take(Size).ToListAsync(HttpContext.RequestAborted), paging);
    }
}
