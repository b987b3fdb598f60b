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

    /// <summary>An act on what the person had before them: saved and said, or the page again where it is no longer so, or something else is wrong.</summary>
    /// <param name="seen">The revision that the form brought back.</param>
    /// <param name="conflict">What to say where another person was a moment earlier.</param>
    public static async Task<IActionResult> ReviseAsync<T>(this PageModel page, LoaDbContext db, T entity, long seen, Func<Task> act, (string Said, string Address) done, string conflict, Func<Task> load)
        where T : class, IRevised
    {
        if (page.ModelState.IsValid)
        {
            db.Entry(entity).Property(revised => revised.Revision).OriginalValue = seen;
            await act();
            if (await page.TrySaveAsync(db, conflict))
            {
                return page.Done(done.Said, done.Address);
            }
        }

        // The page shows what is there now, and the next act is on that.
        page.ModelState.Remove(nameof(IRevised.Revision));
        return await page.AgainAsync(db, load);
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
