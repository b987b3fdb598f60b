using Loa.Data;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts.Profile;

internal sealed class ProfileModel(LoaDbContext db, CurrentUser current) : PageModel
{
    public User Me { get; private set; } = null!;

    public async Task OnGetAsync() => Me = await db.Set<User>().AsNoTracking().Include(user => user.Grants).SingleAsync(user => user.Id == current.UserId, HttpContext.RequestAborted);
}
