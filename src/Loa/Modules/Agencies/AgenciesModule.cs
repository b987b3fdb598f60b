using Loa.Platform.Security;

namespace Loa.Modules.Agencies;

internal static class AgenciesModule
{
    public static void AddAgencies(this IServiceCollection services)
    {
        services.ProtectFolder("/Agencies", Permissions.AgenciesRead);
        services.ProtectFolder("/Agencies/Edit", Permissions.AgenciesEdit);
    }
}
