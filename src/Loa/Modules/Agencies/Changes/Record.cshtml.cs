using Loa.Data;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Changes;

/// <summary>Records a reorganisation in two steps: what would happen is shown, with every agency it touches, before anything is written.</summary>
internal sealed class RecordModel(LoaDbContext db, Reorganiser reorganiser, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "loai", SupportsGet = true)]
    public AgencyChangeKind? Kind { get; set; }

    [BindProperty]
    public ChangeForm Form { get; set; } = new();

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    /// <summary>What it would do; null before it was asked.</summary>
    public ChangePreview? Preview { get; private set; }

    private AccessScope Scope => user.Scope(Permissions.AgenciesEdit);

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AgencyKind>().Select(kind => new SelectListItem(words[AgencyWords.Of(kind)], kind.ToString()));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<AgencyLevel>().Select(level => new SelectListItem(words[AgencyWords.Of(level)], level.ToString()));

    public IEnumerable<SelectListItem> Fates =>
    [
        new(words["Chuyển về cơ quan kế thừa"], nameof(ChildrenFate.FollowSuccessor)),
        new(words["Chuyển về cơ quan cấp trên"], nameof(ChildrenFate.MoveUp)),
        new(words["Cùng kết thúc"], nameof(ChildrenFate.EndToo)),
    ];

    public async Task OnGetAsync(string? coQuan)
    {
        Form.AgencyId = await db.Set<Agency>().Where(agency => agency.Code == coQuan).Select(agency => (Guid?)agency.AgencyId).FirstOrDefaultAsync(HttpContext.RequestAborted);
        Form.Agencies = coQuan;
        await LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => RunAsync(async kind =>
    {
        Preview = await reorganiser.PreviewAsync(Form.EffectiveOn!.Value, (tree, change) => Apply(kind, tree, change), HttpContext.RequestAborted);
        return null;
    });

    public Task<IActionResult> OnPostRecordAsync() => RunAsync(async kind =>
    {
        var change = await reorganiser.RecordAsync(kind, Form.EffectiveOn!.Value, Form.Document, Form.Note, (tree, c) => Apply(kind, tree, c), HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, change.TookEffectAt is null ? words["Đã ghi; có hiệu lực từ {0}.", Formats.Date(change.EffectiveOn)] : words["Đã ghi và đã có hiệu lực."]);
        return LocalRedirect(AgencyLinks.Change(change.AgencyChangeId));
    });

    /// <param name="act">Null: the page again, with what it found.</param>
    private async Task<IActionResult> RunAsync(Func<AgencyChangeKind, Task<IActionResult?>> act)
    {
        if (Kind is not { } kind)
        {
            return RedirectToPage();
        }

        if (ModelState.IsValid)
        {
            try
            {
                if (await act(kind) is { } answer)
                {
                    return answer;
                }
            }
            catch (ChangeProblem problem)
            {
                ModelState.AddModelError("", words[problem.Message, problem.Arguments]);
            }
            catch (DbUpdateException)
            {
                ModelState.AddModelError("", words["Người khác vừa ghi một thay đổi khác. Hãy xem lại rồi ghi tiếp."]);
            }
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        await LoadAsync();
        return Page();
    }

    /// <summary>Every agency it touches, and every parent it puts one under, must lie in the part of the tree that the officer keeps.</summary>
    private void Apply(AgencyChangeKind kind, DatedTree tree, AgencyChange change)
    {
        ChangePlanner.Apply(kind, Form, tree, change);
        foreach (var part in change.Parts)
        {
            var agency = tree.Get(part.AgencyId);
            var parentPath = agency.StateOn(tree.Day)?.ParentId is { } parentId ? tree.Get(parentId).Path : "/";
            if (!Scope.Covers(agency.Path) || !(Scope.Covers(parentPath) || part.Role == AgencyPartRole.Predecessor || Keeps(tree, agency)))
            {
                throw new ChangeProblem("{0} nằm ngoài phạm vi bạn phụ trách.", agency.ShortName);
            }
        }
    }

    /// <summary>It stays under the parent it had.</summary>
    private static bool Keeps(DatedTree tree, Agency agency) => agency.StateOn(tree.Day.AddDays(-1)) is { } before && before.ParentId == agency.StateOn(tree.Day)?.ParentId;

    private async Task LoadAsync()
    {
        var today = calendar.VietnamToday;
        var rows = await db.Set<Agency>().AsNoTracking().Within(Scope, agency => agency.Path).Where(agency => agency.ValidTo == null || agency.ValidTo >= today).OrderBy(agency => agency.Path)
            .Select(agency => new { agency.AgencyId, agency.ShortName, agency.Path, agency.Level }).ToListAsync(HttpContext.RequestAborted);
        Agencies = [.. rows.Select(row => new PickerOption(row.AgencyId.ToString(), row.ShortName, row.Path.Count(c => c == '/') - 2, words[AgencyWords.Of(row.Level)]))];
    }
}
