namespace Loa.Modules.Agencies;

internal static class AgencyQueries
{
    /// <summary>Those that exist on the day; pass the present day for what is there now.</summary>
    public static IQueryable<Agency> ExistingOn(this IQueryable<Agency> agencies, DateOnly day) =>
        agencies.Where(agency => (agency.ValidFrom == null || agency.ValidFrom <= day) && (agency.ValidTo == null || agency.ValidTo >= day));
}
