namespace Loa.Modules.Agencies;

internal static class AgencyQueries
{
    /// <summary>Those that exist on the day; pass the present day for what is there now.</summary>
    public static IQueryable<Agency> ExistingOn(this IQueryable<Agency> agencies, DateOnly day) =>
        agencies.Where(agency => (agency.ValidFrom == null || agency.ValidFrom <= day) && (agency.ValidTo == null || agency.ValidTo >= day));

    /// <summary>Those above the agency with this path, the nearest first.</summary>
    public static IQueryable<Agency> Above(this IQueryable<Agency> agencies, string path)
    {
        var codes = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var paths = Enumerable.Range(1, Math.Max(0, codes.Length - 1)).Select(count => $"/{string.Join('/', codes.Take(count))}/").ToList();
        return agencies.Where(agency => paths.Contains(agency.Path)).OrderByDescending(agency => agency.Path.Length);
    }
}
