using Loa.Platform.Security;

namespace Loa.Modules;

/// <summary>The bare address leads to the first room of the workspace.</summary>
internal static class Home
{
    public const string FirstRoom = "/ke-hoach";

    public static void MapHome(this WebApplication app) =>
        app.MapGet("/", () => Results.Redirect(FirstRoom)).RequireAuthorization(Permissions.Workspace);
}
