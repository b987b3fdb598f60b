using Loa.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Ui;

/// <summary>How a page ends a post: <c>if (… &amp;&amp; await this.TrySaveAsync(db, "…")) return this.Done("…", address); return await this.AgainAsync(db, LoadAsync);</c>.</summary>
internal static class PageActs
{
    /// <param name="conflict">What to say where another person was a moment earlier.</param>
    /// <returns>False, with the reason in the model state, in that case.</returns>
    public static Task<bool> TrySaveAsync(this PageModel page, LoaDbContext db, string conflict) => page.TryAsync(db, () => db.SaveChangesAsync(page.HttpContext.RequestAborted), conflict);

    /// <summary>The same of an act that saves itself; nothing it has changed is kept where another person was earlier.</summary>
    public static async Task<bool> TryAsync(this PageModel page, LoaDbContext db, Func<Task> act, string conflict)
    {
        try
        {
            await act();
            return true;
        }
        catch (DbUpdateException refusal) when (refusal.IsAnotherFirst())
        {
            db.ChangeTracker.Clear();
            page.ModelState.AddModelError("", conflict);
            return false;
        }
    }

    public static LocalRedirectResult Done(this PageModel page, string said, string address)
    {
        page.TempData.Flash(Tone.Good, said);
        return page.LocalRedirect(address);
    }

    /// <summary>The page as things now are, with the errors and status 400; nothing the act has changed is kept.</summary>
    public static async Task<IActionResult> AgainAsync(this PageModel page, LoaDbContext db, Func<Task> load)
    {
        db.ChangeTracker.Clear();
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        await load();
        return page.Page();
    }
}
