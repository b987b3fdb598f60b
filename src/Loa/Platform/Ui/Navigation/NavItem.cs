namespace Loa.Platform.Ui;

/// <summary>
/// A module's entry in the workspace rail. Modules register theirs with <c>services.AddSingleton(new NavItem(…))</c>; the rail shows
/// those whose policy the person satisfies.
/// </summary>
/// <param name="Title">The Vietnamese text, which is the localizer's key.</param>
/// <param name="Shortcut">Keys such as <c>g p</c>.</param>
/// <param name="Count">How many things wait there; asked for on every page, so it must be one cheap query.</param>
internal sealed record NavItem(string Title, string Href, string Icon, int Order, string? Policy = null, string? Shortcut = null, Func<IServiceProvider, CancellationToken, Task<int>>? Count = null)
{
    public bool IsCurrent(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href);
}
