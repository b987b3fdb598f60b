using Loa.Modules.Tasks;
using Loa.Platform.Security;

namespace Loa.Modules;

/// <summary>The bare address leads to the officer's own work.</summary>
internal static class Home
{
    public static void MapHome(this WebApplication app) =>
        app.MapGet("/", () => Results.Redirect(WorkLinks.MyWork)).RequireAuthorization(Permissions.Workspace);
}
