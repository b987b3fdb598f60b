using Loa.Data;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Views;

internal enum SavedViewRefusal
{
    None = 0,
    NameMissing = 1,
    NameTaken = 2,
    TooMany = 3,
    NothingToSave = 4,
}

/// <summary>The saved views of the person who asks; nobody sees another's.</summary>
internal sealed class SavedViews(LoaDbContext db, CurrentUser user, IEnumerable<SavedViewPage> pages)
{
    public IReadOnlyList<SavedViewPage> Pages { get; } = [.. pages];

    private IQueryable<SavedView> Mine => db.Set<SavedView>().Where(view => view.UserId == user.UserId);

    /// <summary>Of this request: a page asks whether there is a default, then shows them all.</summary>
    private (string Page, List<SavedView> Views)? read;

    public SavedViewPage? Find(string? page) => Pages.FirstOrDefault(known => known.Name == page);

    public Task<List<SavedView>> AllAsync(CancellationToken cancellationToken) => Mine.AsNoTracking().OrderBy(view => view.Page).ThenBy(view => VietnameseOrder.Of(view.Name)).ThenBy(view => view.SavedViewId).ToListAsync(cancellationToken);

    /// <summary>The default first.</summary>
    public async Task<List<SavedView>> OfAsync(string page, CancellationToken cancellationToken)
    {
        if (read?.Page != page)
        {
            read = (page, await Mine.AsNoTracking().Where(view => view.Page == page).OrderByDescending(view => view.IsDefault).ThenBy(view => VietnameseOrder.Of(view.Name)).ThenBy(view => view.SavedViewId).ToListAsync(cancellationToken));
        }

        return read.Value.Views;
    }

    /// <summary>Where to go when the page was opened bare and the person has a default; null: stay.</summary>
    public async Task<string?> DefaultAsync(string page, HttpRequest request)
    {
        if (request.Query.Count > 0 || Find(page) is not { } known)
        {
            return null;
        }

        return (await OfAsync(page, request.HttpContext.RequestAborted)).Find(view => view.IsDefault) is { } view ? known.Href + view.Query : null;
    }

    /// <summary>The filters of an address that this page knows, in its own order, so that the same view is the same text; empty: none.</summary>
    public static string Filters(SavedViewPage page, string? query)
    {
        var given = QueryHelpers.ParseQuery(query);
        var kept = new QueryBuilder(page.Parameters.SelectMany(name => given.TryGetValue(name, out var values) ? values.Where(value => !string.IsNullOrEmpty(value)).Select(value => KeyValuePair.Create(name, value!)) : []));
        return kept.ToString();
    }

    public async Task<SavedViewRefusal> SaveAsync(SavedViewPage page, string? name, string? query, CancellationToken cancellationToken)
    {
        var (title, filters) = (name?.Trim() ?? "", Filters(page, query));
        if (title.Length is 0 or > SavedView.NameMaxLength)
        {
            return SavedViewRefusal.NameMissing;
        }

        if (filters.Length is 0 or > SavedView.QueryMaxLength)
        {
            return SavedViewRefusal.NothingToSave;
        }

        if (await Mine.CountAsync(view => view.Page == page.Name, cancellationToken) >= SavedView.Most)
        {
            return SavedViewRefusal.TooMany;
        }

        db.Add(new SavedView { SavedViewId = Guid.CreateVersion7(), UserId = user.UserId!.Value, Page = page.Name, Name = title, Query = filters });
        return await TryAsync(cancellationToken);
    }

    /// <returns>Null: there is no such view of this person.</returns>
    public async Task<SavedViewRefusal?> RenameAsync(Guid id, string? name, CancellationToken cancellationToken)
    {
        if (await Mine.FirstOrDefaultAsync(view => view.SavedViewId == id, cancellationToken) is not { } view)
        {
            return null;
        }

        if (name?.Trim() is not { Length: > 0 and <= SavedView.NameMaxLength } title)
        {
            return SavedViewRefusal.NameMissing;
        }

        view.Name = title;
        return await TryAsync(cancellationToken);
    }

    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken) => await Mine.Where(view => view.SavedViewId == id).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <param name="isDefault">False: the page opens without filters again.</param>
    public async Task<bool> SetDefaultAsync(Guid id, bool isDefault, CancellationToken cancellationToken)
    {
        var page = await Mine.Where(view => view.SavedViewId == id).Select(view => view.Page).FirstOrDefaultAsync(cancellationToken);
        // One statement, so that there are never two.
        return page is not null && await Mine.Where(view => view.Page == page).ExecuteUpdateAsync(set => set.SetProperty(view => view.IsDefault, view => isDefault && view.SavedViewId == id), cancellationToken) > 0;
    }

    private async Task<SavedViewRefusal> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return SavedViewRefusal.None;
        }
        catch (DbUpdateException refusal) when (refusal.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return SavedViewRefusal.NameTaken;
        }
    }
}
