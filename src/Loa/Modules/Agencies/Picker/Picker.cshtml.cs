using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Picker;

/// <summary>What the agency picker asks while someone types: <c>[{ value, text, depth, note }]</c>.</summary>
internal sealed class PickerModel(LoaDbContext db, Calendar calendar) : PageModel
{
    private const int Most = 20;

    public async Task<IActionResult> OnGetAsync(string? q)
    {
        var wanted = Folding.Fold(q ?? "");
        var rows = await db.Set<Agency>().ExistingOn(calendar.VietnamToday).Where(agency => agency.SearchText.Contains(wanted))
            .OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).Take(Most)
            .Select(agency => new { value = agency.AgencyId, text = agency.Name, depth = 0, note = agency.Parent!.ShortName })
            .ToListAsync(HttpContext.RequestAborted);
        return new JsonResult(rows);
    }
}
