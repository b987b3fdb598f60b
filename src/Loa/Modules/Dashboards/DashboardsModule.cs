using Loa.Modules.Dashboards.Overview;
using Loa.Platform.Security;
using Loa.Platform.Ui;

namespace Loa.Modules.Dashboards;

internal static class DashboardsModule
{
    public static void AddDashboards(this IServiceCollection services)
    {
        services.AddSingleton(new NavItem("Thống kê", DashboardLinks.Dashboard, "chart", 9, Permissions.ActivitiesRead, "g t"));
        services.AddScoped<DashboardFigures>();
        services.AddScoped<DashboardSheet>();
        services.ProtectFolder("/Dashboards", Permissions.ActivitiesRead);
    }
}
