using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Agencies.Picker;

/// <summary>What the agency picker asks while someone types: <c>[{ value, text, depth, note }]</c>.</summary>
internal sealed class PickerModel(AgencySearch search, CurrentUser user, IStringLocalizer words) : PageModel
{
    /// <param name="q">What was typed.</param>
    /// <param name="nhom">Groups too; every value then says which it is, see <see cref="AgencyTarget"/>.</param>
    /// <param name="quyen">Only agencies where the person has this permission.</param>
    public async Task<IActionResult> OnGetAsync(string? q, bool nhom, string? quyen)
    {
        var scope = quyen is null ? AccessScope.Everything : Permissions.All.Contains(quyen) ? user.Scope(quyen) : AccessScope.Nothing;
        var found = await search.FindAsync(q ?? "", nhom, scope, HttpContext.RequestAborted);
        return new JsonResult(found.Select(one => new
        {
            value = nhom ? AgencyTarget.Of(one.AgencyId, one.AgencyGroupId) : one.AgencyId.ToString(),
            text = one.Name,
            depth = 0,
            note = one.AgencyGroupId is null ? one.Note : one.IsEmpty ? words["Nhóm cơ quan, nay không còn cơ quan nào"].Value : words["Nhóm cơ quan"].Value,
        }));
    }
}
