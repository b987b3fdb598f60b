using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Picker;

/// <summary>
/// What the agency picker asks while someone types: <c>[{ value, text, depth, note }]</c>. With <c>quyen</c> only agencies where the person
/// has that permission are found.
/// </summary>
internal sealed class PickerModel(LoaDbContext db, CurrentUser user, Calendar calendar) : PageModel
{
    private const int Most = 20;

    public async Task<IActionResult> OnGetAsync(string? q, string? quyen)
    {
        var scope = quyen is null ? AccessScope.Everything : Permissions.All.Contains(quyen) ? user.Scope(quyen) : AccessScope.Nothing;
        var wanted = Folding.Fold(q ?? "");
        var rows = await db.Set<Agency>().ExistingOn(calendar.VietnamToday).Within(scope, agency => agency.Path).Where(agency => agency.SearchText.Contains(wanted))
            .OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).Take(Most)
            .Select(agency => new { value = agency.AgencyId, text = agency.Name, depth = 0, note = agency.Parent!.ShortName })
            .ToListAsync(HttpContext.RequestAborted);
        return new JsonResult(rows);
    }
}
