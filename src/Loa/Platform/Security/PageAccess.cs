using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Loa.Platform.Security;

/// <summary>
/// The one mechanism of access: a module says which permission its folder needs and names its anonymous pages.
/// A page nobody named still requires sign-in (fallback policy). A sub-folder's permission comes on top of its parent's.
/// </summary>
internal static class PageAccess
{
    public static IServiceCollection ProtectFolder(this IServiceCollection services, string folder, string permission) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder(folder, permission));

    public static IServiceCollection ProtectPage(this IServiceCollection services, string page, string permission) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage(page, permission));

    public static IServiceCollection AllowAnonymousPage(this IServiceCollection services, string page) =>
        services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToPage(page));
}
