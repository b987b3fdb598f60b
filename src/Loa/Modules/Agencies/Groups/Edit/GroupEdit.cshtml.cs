using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Groups.Edit;

/// <summary>A group concerns every plan of the system, so whoever edits it keeps the whole tree.</summary>
internal sealed class GroupEditModel(LoaDbContext db, AgencyGroups groups, AgencyOptions options, AgencyScope scope, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public GroupForm Form { get; set; } = new();

    /// <summary>To be added to one of the two lists of members.</summary>
    [BindProperty]
    public Guid? Member { get; set; }

    /// <summary>The day for which the preview is asked.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>Whose plan names the group in the preview.</summary>
    [BindProperty]
    public Guid? Issuer { get; set; }

    public AgencyGroup? Group { get; private set; }

    public IReadOnlyList<AgencyRef>? Meant { get; private set; }

    public DateOnly Day => On ?? calendar.VietnamToday;

    public IReadOnlyList<PickerOption> Agencies { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<SelectListItem> Reaches =>
    [
        new(words["Cả cây cơ quan"], nameof(AgencyGroupReach.Everywhere)),
        new(words["Trong phạm vi cơ quan ban hành kế hoạch"], nameof(AgencyGroupReach.BelowIssuer)),
        new(words["Trực thuộc ngay cơ quan ban hành kế hoạch"], nameof(AgencyGroupReach.ChildrenOfIssuer)),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code)
    {
        if (!await FindAsync(code))
        {
            return NotFound();
        }

        Form = Group is null ? Form : GroupForm.Of(Group);
        return await PageAsync();
    }

    public Task<IActionResult> OnPostAsync([FromRoute] string? code) => WithAsync(code, async () =>
    {
        await CheckAsync();
        if (ModelState.IsValid && await SaveAsync() is { } saved)
        {
            TempData.Flash(Tone.Good, words["Đã lưu nhóm {0}.", saved.Name]);
            return LocalRedirect($"{AgencyLinks.Groups}#{saved.Code}");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync();
    });

    /// <summary>Shows whom the group as typed would mean; nothing is kept.</summary>
    public Task<IActionResult> OnPostPreviewAsync([FromRoute] string? code) => WithAsync(code, async () =>
    {
        var typed = new AgencyGroup { AgencyGroupId = Guid.CreateVersion7(), Code = "", Name = "" };
        Form.ApplyTo(typed);
        Meant = await groups.MeantAsync(typed, Issuer, Day, HttpContext.RequestAborted);
        return await PageAsync();
    });

    /// <param name="loai">"tru" for a member left out, else one added.</param>
    public Task<IActionResult> OnPostMemberAsync([FromRoute] string? code, string? loai) => WithAsync(code, () =>
    {
        if (Member is { } id)
        {
            Drop(id);
            (loai == "tru" ? Form.Excluded : Form.Included).Add(id);
            ModelState.Remove(nameof(Member));
            Member = null;
        }

        return PageAsync();
    });

    public Task<IActionResult> OnPostDropAsync([FromRoute] string? code, Guid bo) => WithAsync(code, () =>
    {
        Drop(bo);
        return PageAsync();
    });

    public async Task<IActionResult> OnPostDeleteAsync([FromRoute] string? code, string? confirm)
    {
        if (!await FindAsync(code) || Group is null)
        {
            return NotFound();
        }

        if (!ConfirmName.Matches(Group.Name, confirm))
        {
            return await RefuseDeletionAsync(words["Tên nhập vào chưa đúng, nên chưa xóa gì."]);
        }

        audit.Describe("Xóa nhóm cơ quan");
        db.Remove(Group);
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateException)
        {
            return await RefuseDeletionAsync(words["Nhóm này đang được dùng trong kế hoạch hoặc vừa được sửa, nên không xóa được."]);
        }

        TempData.Flash(Tone.Good, words["Đã xóa nhóm {0}.", Group.Name]);
        return LocalRedirect(AgencyLinks.Groups);
    }

    private async Task<IActionResult> RefuseDeletionAsync(string reason)
    {
        ModelState.Clear();
        ModelState.AddModelError("", reason);
        Form = GroupForm.Of(Group!);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await PageAsync();
    }

    private async Task<IActionResult> WithAsync(string? code, Func<Task<IActionResult>> act) => await FindAsync(code) ? await act() : NotFound();

    /// <summary>False for a group that is not there, and for whoever keeps only a part of the tree.</summary>
    private async Task<bool> FindAsync(string? code)
    {
        Group = code is null ? null : await groups.FindAsync(code, HttpContext.RequestAborted);
        return scope.Covers(AccessScope.Top) && (code is null || Group is not null);
    }

    private void Drop(Guid id)
    {
        Form.Included.Remove(id);
        Form.Excluded.Remove(id);
    }

    private async Task CheckAsync()
    {
        if (Group is null && string.IsNullOrEmpty(Form.Code))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(GroupForm.Code)}", words["Hãy nhập mã khác."]);
        }

        if ((Form.Kinds.Count == 0 || Form.Levels.Count == 0) && Form.Included.Count == 0)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(GroupForm.Kinds)}", words["Hãy chọn ít nhất một loại và một cấp, hoặc thêm cơ quan vào nhóm."]);
        }

        var named = Form.Included.Concat(Form.Excluded).Append(Form.SubtreeRootId ?? Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (await db.Set<Agency>().CountAsync(agency => named.Contains(agency.AgencyId), HttpContext.RequestAborted) != named.Count)
        {
            ModelState.AddModelError("", words["Có cơ quan được chọn không còn trong hệ thống. Hãy chọn lại."]);
        }
    }

    /// <summary>Null, with the reason in the model state, where another person was quicker.</summary>
    private async Task<AgencyGroup?> SaveAsync()
    {
        audit.Describe(Group is null ? "Thêm nhóm cơ quan" : "Sửa nhóm cơ quan");
        var group = Group;
        if (group is null)
        {
            group = new AgencyGroup { AgencyGroupId = Guid.CreateVersion7(), Code = Form.Code!, Name = Form.Name };
            group.SortOrder = await db.Set<AgencyGroup>().MaxAsync(other => (int?)other.SortOrder, HttpContext.RequestAborted) + 1 ?? 1;
            db.Add(group);
        }
        else
        {
            db.Entry(group).Property(g => g.Revision).OriginalValue = Form.Revision;
            // Members are rows of their own; the group itself must count as changed too.
            db.Entry(group).State = EntityState.Modified;
        }

        Form.ApplyTo(group);
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
            return group;
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", words["Người khác vừa sửa nhóm này. Hãy mở lại trang để xem bản mới rồi sửa tiếp; những gì bạn nhập vẫn còn bên dưới."]);
            return null;
        }
        catch (DbUpdateException refusal) when (Group is null && refusal.IsDuplicate())
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(GroupForm.Code)}", words["Mã này đã có nhóm dùng."]);
            return null;
        }
    }

    private async Task<IActionResult> PageAsync()
    {
        var cancellationToken = HttpContext.RequestAborted;
        var shown = Form.Included.Concat(Form.Excluded).Concat(new[] { Form.SubtreeRootId, Issuer }.OfType<Guid>()).ToList();
        Names = await db.Set<Agency>().Where(agency => shown.Contains(agency.AgencyId)).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        var offered = await options.WithinAsync(AccessScope.Everything, cancellationToken);
        // What is chosen already must be among them, however large the tree.
        Agencies = [.. offered, .. Names.Where(name => !offered.Any(option => option.Value == name.Key.ToString())).Select(name => new PickerOption(name.Key.ToString(), name.Value))];
        return Page();
    }
}
