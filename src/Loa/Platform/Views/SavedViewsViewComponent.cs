using Microsoft.AspNetCore.Mvc;

namespace Loa.Platform.Views;

/// <summary><c>&lt;vc:saved-views page="viec" /&gt;</c> above a list: the person's views of it, and a way to save the present filters. Public because the framework finds only public ones.</summary>
public sealed class SavedViewsViewComponent : ViewComponent
{
    private readonly SavedViews views;

    public SavedViewsViewComponent(IServiceProvider services) => views = services.GetRequiredService<SavedViews>();

    public async Task<IViewComponentResult> InvokeAsync(string page)
    {
        var known = views.Find(page) ?? throw new ArgumentException($"No module registered the list '{page}'.", nameof(page));
        var saved = await views.OfAsync(page, HttpContext.RequestAborted);
        return View("/Platform/Views/SavedViews.cshtml", new SavedViewBar(known, saved, SavedViews.Filters(known, Request.QueryString.Value)));
    }
}

/// <param name="Filters">The present ones; empty: none.</param>
internal sealed record SavedViewBar(SavedViewPage Page, IReadOnlyList<SavedView> Saved, string Filters)
{
    public SavedView? Current => Saved.FirstOrDefault(view => view.Query == Filters);
}
