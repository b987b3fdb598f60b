using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Split;

internal sealed class SplitLineForm
{
    public Guid? AssignmentId { get; set; }

    public string? What { get; set; }

    public DateOnly? DueOn { get; set; }

    public bool IsBlank => AssignmentId is null && string.IsNullOrWhiteSpace(What) && DueOn is null;
}

/// <summary>The split of a task as one of its agencies sees it: every version, and what this agency may do with them.</summary>
internal sealed class SplitModel(LoaDbContext db, WorkDesk desk, SplitDesk splits, AgencyScope scope, IStringLocalizer words) : PageModel
{
    private const int Blanks = 2;
    private IReadOnlyList<SplitMember> members = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<SplitLineForm> Lines { get; set; } = [];

    [BindProperty]
    public long Revision { get; set; }

    /// <summary>The version that is answered.</summary>
    [BindProperty]
    public int Number { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    public PlanTask Task { get; private set; } = null!;

    public SplitView? Split { get; private set; }

    /// <summary>Lines due later than this are marked; an extension of the reader's own work counts.</summary>
    public DateOnly? DueOn { get; private set; }

    public bool MayPropose { get; private set; }

    /// <summary>The proposed version waits for this agency.</summary>
    public bool Asked { get; private set; }

    public bool IsEditing => HttpMethods.IsPost(Request.Method) && Lines.Exists(line => !line.IsBlank);

    public IEnumerable<SelectListItem> ChoicesFor(SplitLineForm line) => members
        .Select(member => new SelectListItem($"{member.Name} ({PlanWords.Role(words, member.Role)})", member.AssignmentId.ToString(), member.AssignmentId == line.AssignmentId))
        .Prepend(new SelectListItem(words["Chọn cơ quan"], ""));

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is null)
        {
            return NotFound();
        }

        Lines = [.. (Split?.Split.Latest?.Lines ?? []).OrderBy(line => line.Ordinal).Select(line => new SplitLineForm { AssignmentId = line.AssignmentId, What = line.What, DueOn = line.DueOn })];
        AddBlanks();
        return Page();
    }

    public async Task<IActionResult> OnPostMoreAsync()
    {
        if (await LoadAsync() is null || !MayPropose)
        {
            return NotFound();
        }

        AddBlanks();
        return Page();
    }

    public async Task<IActionResult> OnPostProposeAsync()
    {
        if (await LoadAsync() is not { } work || !MayPropose)
        {
            return NotFound();
        }

        var lines = Check();
        if (!ModelState.IsValid)
        {
            return await AgainAsync();
        }

        try
        {
            await splits.ProposeAsync(work, Revision, lines, HttpContext.RequestAborted);
        }
        catch (Exception refusal) when (refusal is DbUpdateConcurrencyException || (refusal is DbUpdateException update && update.IsDuplicate()))
        {
            ModelState.AddModelError("", words["Phân công vừa được thay đổi. Hãy xem bản mới nhất rồi làm lại; những gì bạn nhập vẫn còn bên dưới."]);
            ModelState.Remove(nameof(Revision));
            return await AgainAsync();
        }

        var late = lines.Count(line => line.DueOn > DueOn);
        TempData.Flash(Tone.Good, words["Đã gửi; các cơ quan có tên được báo để trả lời."]);
        if (late > 0)
        {
            TempData.Flash(Tone.Warning, words["{0} dòng có hạn sau hạn của nhiệm vụ.", late]);
        }

        return LocalRedirect(WorkLinks.Split(Id));
    }

    public Task<IActionResult> OnPostAgreeAsync() => AnswerAsync(work => splits.AgreeAsync(work, Number, HttpContext.RequestAborted), () => Asked, words["Đã đồng ý."]);

    public Task<IActionResult> OnPostAnswerAsync()
    {
        if (Remark?.Trim() is not { Length: > 0 and <= SplitParty.RemarkMaxLength } remark)
        {
            ModelState.AddModelError(nameof(Remark), words["Hãy ghi ý kiến, không quá {0} chữ.", SplitParty.RemarkMaxLength]);
            remark = "";
        }

        return AnswerAsync(work => splits.AnswerAsync(work, Number, remark, HttpContext.RequestAborted), () => Asked, words["Đã gửi ý kiến tới cơ quan chủ trì."]);
    }

    public Task<IActionResult> OnPostDropAsync() => AnswerAsync(work => splits.DropAsync(work, Number, HttpContext.RequestAborted), () => MayPropose, words["Đã rút đề xuất; các cơ quan có tên được báo."]);

    private async Task<IActionResult> AnswerAsync(Func<Assignment, Task<bool>> act, Func<bool> may, string said)
    {
        if (await LoadAsync() is not { } work)
        {
            return NotFound();
        }

        if (!await scope.CoversAsync(Permissions.WorkDo, work.HolderAgencyId, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            if (may() && await act(work))
            {
                TempData.Flash(Tone.Good, said);
                return LocalRedirect(WorkLinks.Split(Id));
            }

            ModelState.AddModelError("", words["Bản này không còn chờ trả lời. Hãy xem bản mới nhất bên dưới."]);
        }

        return await AgainAsync();
    }

    private async Task<IActionResult> AgainAsync()
    {
        var answer = await this.AgainAsync(db, LoadAsync);
        AddBlanks();
        return answer;
    }

    private List<SplitLine> Check()
    {
        var lines = new List<SplitLine>();
        for (var i = 0; i < Lines.Count; i++)
        {
            var (line, what) = (Lines[i], Lines[i].What?.Trim() ?? "");
            if (line.IsBlank)
            {
                continue;
            }

            if (line.AssignmentId is not { } id || !members.Any(member => member.AssignmentId == id))
            {
                ModelState.AddModelError($"Lines[{i}].AssignmentId", words["Hãy chọn cơ quan có việc trong nhiệm vụ này."]);
            }
            else if (what.Length is 0 or > SplitLine.WhatMaxLength)
            {
                ModelState.AddModelError($"Lines[{i}].What", words["Hãy ghi làm gì, không quá {0} chữ.", SplitLine.WhatMaxLength]);
            }
            else
            {
                lines.Add(new SplitLine { AssignmentId = id, What = what, DueOn = line.DueOn });
            }
        }

        if (ModelState.IsValid && (lines.Count > TaskSplit.LinesMost || lines.All(line => line.AssignmentId == Id)))
        {
            ModelState.AddModelError("", words["Hãy ghi việc của ít nhất một cơ quan khác, và không quá {0} dòng.", TaskSplit.LinesMost]);
        }

        return lines;
    }

    private void AddBlanks()
    {
        var last = Lines.FindLastIndex(line => !line.IsBlank);
        Lines = [.. Lines.Take(last + 1), .. Enumerable.Range(0, Blanks).Select(_ => new SplitLineForm())];
    }

    private async Task<Assignment?> LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        if (await desk.FindAsync(Id, Permissions.WorkRead, cancellation) is not { } work)
        {
            return null;
        }

        db.Entry(work).State = EntityState.Detached;
        Task = await db.Set<PlanTask>().AsNoTracking().Include(task => task.Plan).SingleAsync(task => task.PlanTaskId == work.PlanTaskId, cancellation);
        Split = await splits.ViewAsync(work.PlanTaskId, cancellation);
        members = await splits.MembersAsync(work.PlanTaskId, cancellation);
        DueOn = work.IsRequest ? null : work.DueOn > Task.DueOn ? work.DueOn : Task.DueOn;
        var mayDo = Task.Plan!.Status == PlanStatus.Issued && work.State != AssignmentState.Withdrawn && await scope.CoversAsync(Permissions.WorkDo, work.HolderAgencyId, cancellation);
        MayPropose = mayDo && work is { Role: AssignmentRole.Lead, IsOpen: true } && members.Any(member => member.AssignmentId != Id);
        Asked = mayDo && Split?.Split.Proposed?.Parties.Exists(party => party.AssignmentId == Id) == true;
        return work;
    }
}
