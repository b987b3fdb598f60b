using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Edit;

internal sealed class EditModel(LoaDbContext db, AgencyScope scope, TreeClock clock, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public AgencyForm Form { get; set; } = new();

    public bool IsNew { get; private set; }

    public string? Title { get; private set; }

    public IReadOnlyList<PickerOption> Parents { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Officers { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AgencyKind>().Select(kind => new SelectListItem(words[AgencyWords.Of(kind)], kind.ToString(), kind == Form.Kind));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<AgencyLevel>().Select(level => new SelectListItem(words[AgencyWords.Of(level)], level.ToString(), level == Form.Level));

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, string? duoi)
    {
        IsNew = code is null;
        if (code is null)
        {
            var above = await db.Set<Agency>().AsNoTracking().FirstOrDefaultAsync(agency => agency.Code == duoi, HttpContext.RequestAborted);
            if (!scope.Covers(above?.Path ?? AccessScope.Top))
            {
                return NotFound();
            }

            Form.ParentId = above?.AgencyId;
        }
        else if (await FindAsync(code) is { } agency)
        {
            Form = AgencyForm.Of(agency, calendar.VietnamToday);
            Title = agency.ShortName;
        }
        else
        {
            return NotFound();
        }

        await LoadChoicesAsync(code);
        return Page();
    }

    // From the address only: the form has a field of the same name, and that would come first.
    public async Task<IActionResult> OnPostAsync([FromRoute] string? code)
    {
        IsNew = code is null;
        var agency = code is null ? null : await FindAsync(code);
        if (code is not null && agency is null)
        {
            return NotFound();
        }

        Title = agency?.ShortName;
        var parent = Form.ParentId is null ? null : await db.FindAsync<Agency>([Form.ParentId], HttpContext.RequestAborted);
        // An agency that stays where it is may stand under one that the officer does not keep.
        if ((IsNew || agency!.ParentId != parent?.AgencyId) && !scope.Covers(parent?.Path ?? AccessScope.Top))
        {
            return NotFound();
        }

        await CheckAsync(agency, parent);
        if (ModelState.IsValid && await SaveAsync(agency, parent) is { } saved)
        {
            TempData.Flash(Tone.Good, words["Đã lưu {0}.", saved.ShortName]);
            return LocalRedirect(AgencyLinks.Detail(saved.Code));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadChoicesAsync(code);
        return Page();
    }

    private async Task CheckAsync(Agency? agency, Agency? parent)
    {
        if (IsNew && (Form.Code.Length == 0 || AgencyLinks.Reserved.Contains(Form.Code)))
        {
            Refuse(nameof(AgencyForm.Code), "Hãy nhập mã khác.");
        }
        else if (IsNew && await db.Set<Agency>().AnyAsync(other => other.Code == Form.Code, HttpContext.RequestAborted))
        {
            Refuse(nameof(AgencyForm.Code), "Mã này đã có cơ quan dùng.");
        }

        if (Form.OfficialCode?.Trim() is { Length: > 0 } official && await db.Set<Agency>().AnyAsync(other => other.OfficialCode == official && (agency == null || other.AgencyId != agency.AgencyId), HttpContext.RequestAborted))
        {
            Refuse(nameof(AgencyForm.OfficialCode), "Mã định danh này đã có cơ quan dùng.");
        }

        if (agency is not null && parent?.Path.StartsWith(agency.Path, StringComparison.Ordinal) == true)
        {
            Refuse(nameof(AgencyForm.ParentId), "Cơ quan cấp trên không thể nằm trong chính cơ quan này.");
        }

        if (AgencyForm.Texts(Form.Aliases).Concat(AgencyForm.Texts(Form.Heads)).Any(text => text.Length > Agency.NameMaxLength))
        {
            Refuse(nameof(AgencyForm.Aliases), "Tên quá dài.");
        }

        if (Form.CountedOn > calendar.VietnamToday)
        {
            Refuse(nameof(AgencyForm.CountedOn), "Ngày thống kê không thể ở tương lai.");
        }
    }

    private void Refuse(string field, string message) => ModelState.AddModelError($"{nameof(Form)}.{field}", words[message]);

    /// <summary>Null, with the reason in the model state, where another person was quicker.</summary>
    private async Task<Agency?> SaveAsync(Agency? agency, Agency? parent)
    {
        audit.Describe(IsNew ? "Thêm cơ quan" : "Sửa cơ quan");
        if (agency is null)
        {
            agency = Agency.Create(Form.Code, Form.Name.Trim(), Form.ShortName.Trim(), Form.Kind, Form.Level, parent);
            agency.SortOrder = await db.Set<Agency>().MaxAsync(a => (int?)a.SortOrder, HttpContext.RequestAborted) + 1 ?? 1;
            db.Add(agency);
        }
        else
        {
            db.Entry(agency).Property(a => a.Revision).OriginalValue = Form.Revision;
            // The names are rows of their own; the agency itself must count as changed too, or two editors of names would not meet.
            db.Entry(agency).State = EntityState.Modified;
            await CorrectAsync(agency, parent);
        }

        Form.ApplyTo(agency, calendar.VietnamToday);
        agency.RefreshSearchText();
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
            return agency;
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", words["Người khác vừa sửa cơ quan này. Hãy mở lại trang để xem bản mới rồi sửa tiếp; những gì bạn nhập vẫn còn bên dưới."]);
            return null;
        }
        catch (DbUpdateException refusal) when (IsNew && refusal.IsDuplicate())
        {
            Refuse(nameof(AgencyForm.Code), "Mã này đã có cơ quan dùng.");
            return null;
        }
    }

    /// <summary>The state of the present day was recorded wrongly: it is put right, not succeeded by another.</summary>
    private async Task CorrectAsync(Agency agency, Agency? parent)
    {
        var state = agency.StateOn(calendar.VietnamToday) ?? agency.States.OrderBy(s => s.From).Last();
        var moved = state.ParentId != parent?.AgencyId;
        (state.Name, state.ShortName, state.Kind, state.Level, state.ParentId) = (Form.Name.Trim(), Form.ShortName.Trim(), Form.Kind, Form.Level, parent?.AgencyId);
        agency.TakeOver(state);
        if (moved)
        {
            await clock.RefreshAsync(cancellationToken: HttpContext.RequestAborted);
        }
    }

    /// <summary>Null when there is none, or when it stands outside the part of the tree that the officer keeps.</summary>
    private async Task<Agency?> FindAsync(string code) =>
        await db.Set<Agency>().Include(a => a.Names).Include(a => a.States).Include(a => a.Headcounts).AsSplitQuery()
            .FirstOrDefaultAsync(agency => agency.Code == code, HttpContext.RequestAborted) is { } agency
        && scope.Covers(agency.Path) ? agency : null;

    private async Task LoadChoicesAsync(string? code)
    {
        var rows = await db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday).OrderBy(agency => agency.Path)
            .Select(agency => new { agency.AgencyId, agency.ShortName, agency.Path, agency.Level }).ToListAsync(HttpContext.RequestAborted);
        Parents = [.. rows.Select(row => new PickerOption(row.AgencyId.ToString(), row.ShortName, row.Path.Count(c => c == '/') - 2, words[AgencyWords.Of(row.Level)]))];
        var officers = await db.Set<User>().AsNoTracking()
            .Where(user => !user.IsDisabled && db.Set<RoleGrant>().Any(grant => grant.UserId == user.Id && db.Set<Agency>().Any(a => a.AgencyId == grant.AgencyId && a.Code == code)))
            .OrderBy(user => VietnameseOrder.Of(user.DisplayName)).ThenBy(user => user.Id).Select(user => new { user.Id, user.DisplayName }).Take(500).ToListAsync(HttpContext.RequestAborted);
        Officers = [new SelectListItem(words["Chưa phân công"], ""), .. officers.Select(user => new SelectListItem(user.DisplayName, user.Id.ToString(), user.Id == Form.FocalOfficerId))];
    }
}
