using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Accounts.SecondFactorRules;

/// <summary>One rule for everyone, so only whoever administers the whole system sets it.</summary>
internal sealed class RulesModel(LoaDbContext db, PeopleAdmin admin, Calendar calendar, AuditScope audit, IStringLocalizer words) : PageModel
{
    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!admin.Scope.CoversEverything)
        {
            return NotFound();
        }

        Roles = await db.Set<SecondFactorRule>().Select(rule => rule.Role).ToListAsync(HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!admin.Scope.CoversEverything)
        {
            return NotFound();
        }

        audit.Describe("Đặt vai trò phải xác thực hai lớp");
        var rules = await db.Set<SecondFactorRule>().ToListAsync(HttpContext.RequestAborted);
        db.RemoveRange(rules.Where(rule => !Roles.Contains(rule.Role)));
        db.AddRange(Roles.Where(Enum.IsDefined).Distinct().Where(role => !rules.Exists(rule => rule.Role == role)).Select(role => new SecondFactorRule { Role = role, RequiredSince = calendar.UtcNow }));
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        TempData.Flash(Tone.Good, words["Đã lưu."]);
        return LocalRedirect(AccountLinks.SecondFactorRules);
    }
}
