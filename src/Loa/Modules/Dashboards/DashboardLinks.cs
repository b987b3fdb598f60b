using System.Globalization;

namespace Loa.Modules.Dashboards;

/// <summary>The addresses of this module.</summary>
internal static class DashboardLinks
{
    public const string Dashboard = "/thong-ke";

    public static string Of(Guid agencyId) => $"{Dashboard}?co-quan={agencyId}";

    public static string Of(Guid agencyId, int year) => $"{Dashboard}?co-quan={agencyId}&ky={year.ToString(CultureInfo.InvariantCulture)}";
}
