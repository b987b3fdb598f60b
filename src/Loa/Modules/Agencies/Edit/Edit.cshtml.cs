using System.ComponentModel.DataAnnotations;
using Loa.Data;
using Loa.Platform.Audit;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Edit;

internal sealed class EditModel(LoaDbContext db, AgencyScope scope, AuditScope audit, IStringLocalizer words) : PageModel
{
    /// <summary>Words that stand in addresses where a code would.</summary>
    private static readonly string[] Reserved = ["nhom", "chon", "soan"];

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập tên đầy đủ.")]
    [StringLength(Agency.NameMaxLength, ErrorMessage = "Tên quá dài.")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Hãy nhập tên ngắn.")]
    [StringLength(Agency.ShortNameMaxLength, ErrorMessage = "Tên ngắn quá dài.")]
    public string ShortName { get; set; } = "";

    [BindProperty]
    [RegularExpression("[a-z0-9]+(-[a-z0-9]+)*", ErrorMessage = "Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.")]
    [StringLength(Agency.CodeMaxLength, ErrorMessage = "Mã quá dài.")]
    public string Code { get; set; } = "";

    [BindProperty]
    public AgencyKind Kind { get; set; } = AgencyKind.Department;

    [BindProperty]
    public AgencyLevel Level { get; set; } = AgencyLevel.Province;

    [BindProperty]
    public Guid? ParentId { get; set; }

    [BindProperty]
    public string? Aliases { get; set; }

    [BindProperty]
    public string? Heads { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public bool IsNew { get; private set; }

    public IReadOnlyList<PickerOption> Parents { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AgencyKind>().Select(kind => new SelectListItem(words[AgencyWords.Of(kind)], kind.ToString(), kind == Kind));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<AgencyLevel>().Select(level => new SelectListItem(words[AgencyWords.Of(level)], level.ToString(), level == Level));

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, string? duoi)
    {
        IsNew = code is null;
        if (code is null)
        {
            var above = await db.Set<Agency>().AsNoTracking().FirstOrDefaultAsync(agency => agency.Code == duoi, HttpContext.RequestAborted);
            if (!await scope.MayEditAsync(above?.Path ?? "/", HttpContext.RequestAborted))
            {
                return NotFound();
            }

            ParentId = above?.AgencyId;
        }
        else if (await FindAsync(code) is { } agency)
        {
            (Name, ShortName, Code, Kind, Level, ParentId, Revision) = (agency.Name, agency.ShortName, agency.Code, agency.Kind, agency.Level, agency.ParentId, agency.Revision);
            Aliases = Lines(agency, AgencyNameKind.Alias);
            Heads = Lines(agency, AgencyNameKind.OfficeHolder);
        }
        else
        {
            return NotFound();
        }

        await LoadParentsAsync();
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

        var parent = ParentId is null ? null : await db.FindAsync<Agency>([ParentId], HttpContext.RequestAborted);
        // An agency that stays where it is may stand under one that the officer does not keep.
        if ((IsNew || agency!.ParentId != parent?.AgencyId) && !await scope.MayEditAsync(parent?.Path ?? "/", HttpContext.RequestAborted))
        {
            return NotFound();
        }

        await CheckAsync(agency, parent);
        if (ModelState.IsValid)
        {
            audit.Describe(IsNew ? "Thêm cơ quan" : "Sửa cơ quan");
            agency ??= Create(parent);
            await ApplyAsync(agency, parent);
            if (await SaveAsync())
            {
                TempData.Flash(Tone.Good, words["Đã lưu {0}.", agency.ShortName]);
                return LocalRedirect(AgencyLinks.Detail(agency.Code));
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadParentsAsync();
        return Page();
    }

    private async Task CheckAsync(Agency? agency, Agency? parent)
    {
        if (IsNew && (Code.Length == 0 || Reserved.Contains(Code)))
        {
            ModelState.AddModelError(nameof(Code), words["Hãy nhập mã khác."]);
        }
        else if (IsNew && await db.Set<Agency>().AnyAsync(other => other.Code == Code, HttpContext.RequestAborted))
        {
            ModelState.AddModelError(nameof(Code), words["Mã này đã có cơ quan dùng."]);
        }

        if (agency is not null && parent?.Path.StartsWith(agency.Path, StringComparison.Ordinal) == true)
        {
            ModelState.AddModelError(nameof(ParentId), words["Cơ quan cấp trên không thể nằm trong chính cơ quan này."]);
        }

        if (Texts(Aliases).Concat(Texts(Heads)).Any(text => text.Length > Agency.NameMaxLength))
        {
            ModelState.AddModelError(nameof(Aliases), words["Tên quá dài."]);
        }
    }

    private Agency Create(Agency? parent)
    {
        var agency = Agency.Create(Code, Name.Trim(), ShortName.Trim(), Kind, Level, parent);
        db.Add(agency);
        return agency;
    }

    private async Task ApplyAsync(Agency agency, Agency? parent)
    {
        if (!IsNew)
        {
            db.Entry(agency).Property(a => a.Revision).OriginalValue = Revision;
            // The names are rows of their own; the agency itself must count as changed too, or two editors of names would not meet.
            db.Entry(agency).State = EntityState.Modified;
            (agency.Name, agency.ShortName, agency.Kind, agency.Level) = (Name.Trim(), ShortName.Trim(), Kind, Level);
            await MoveAsync(agency, parent);
        }
        else
        {
            agency.SortOrder = await db.Set<Agency>().MaxAsync(a => (int?)a.SortOrder, HttpContext.RequestAborted) + 1 ?? 1;
        }

        Replace(agency, AgencyNameKind.Alias, Aliases);
        Replace(agency, AgencyNameKind.OfficeHolder, Heads);
        agency.RefreshSearchText();
    }

    private async Task MoveAsync(Agency agency, Agency? parent)
    {
        var before = agency.Path;
        agency.PlaceUnder(parent);
        if (agency.Path == before)
        {
            return;
        }

        foreach (var below in await db.Set<Agency>().Where(a => a.Path.StartsWith(before) && a.AgencyId != agency.AgencyId).ToListAsync(HttpContext.RequestAborted))
        {
            below.Path = agency.Path + below.Path[before.Length..];
        }
    }

    private void Replace(Agency agency, AgencyNameKind kind, string? lines)
    {
        var wanted = Texts(lines).Distinct(StringComparer.Ordinal).ToList();
        foreach (var gone in agency.Names.Where(name => name.Kind == kind && !wanted.Contains(name.Text)).ToList())
        {
            agency.Names.Remove(gone);
            db.Remove(gone);
        }

        foreach (var text in wanted.Where(text => !agency.Names.Exists(name => name.Kind == kind && name.Text == text)))
        {
            var name = AgencyName.Create(agency.AgencyId, text, kind);
            agency.Names.Add(name);
            db.Add(name);
        }
    }

    private async Task<bool> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", words["Người khác vừa sửa cơ quan này. Hãy mở lại trang để xem bản mới rồi sửa tiếp; những gì bạn nhập vẫn còn bên dưới."]);
            return false;
        }
        catch (DbUpdateException refusal) when (IsNew && refusal.IsDuplicate())
        {
            ModelState.AddModelError(nameof(Code), words["Mã này đã có cơ quan dùng."]);
            return false;
        }
    }

    /// <summary>Null when there is none, or when it stands outside the part of the tree that the officer keeps.</summary>
    private async Task<Agency?> FindAsync(string code) =>
        await db.Set<Agency>().Include(agency => agency.Names).FirstOrDefaultAsync(agency => agency.Code == code, HttpContext.RequestAborted) is { } agency
        && await scope.MayEditAsync(agency.Path, HttpContext.RequestAborted) ? agency : null;

    private async Task LoadParentsAsync()
    {
        var rows = await db.Set<Agency>().AsNoTracking().OrderBy(agency => agency.Path)
            .Select(agency => new { agency.AgencyId, agency.ShortName, agency.Path, agency.Level }).ToListAsync(HttpContext.RequestAborted);
        Parents = [.. rows.Select(row => new PickerOption(row.AgencyId.ToString(), row.ShortName, row.Path.Count(c => c == '/') - 2, words[AgencyWords.Of(row.Level)]))];
    }

    private static string Lines(Agency agency, AgencyNameKind kind) => string.Join('\n', agency.Names.Where(name => name.Kind == kind).Select(name => name.Text).Order(StringComparer.Ordinal));

    private static string[] Texts(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
