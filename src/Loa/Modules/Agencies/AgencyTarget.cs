namespace Loa.Modules.Agencies;

/// <summary>How a form names what a printed name may mean: an agency, a group, or a body outside Loa.</summary>
internal static class AgencyTarget
{
    public const string Outside = "ngoai";
    private const string AgencyPrefix = "a-";
    private const string GroupPrefix = "g-";

    public static string Of(Guid? agencyId, Guid? groupId) =>
        agencyId is { } agency ? AgencyPrefix + agency : groupId is { } group ? GroupPrefix + group : Outside;

    public static Guid? Agency(string target) => Read(target, AgencyPrefix);

    public static Guid? Group(string target) => Read(target, GroupPrefix);

    private static Guid? Read(string target, string prefix) =>
        target.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParse(target.AsSpan(prefix.Length), out var id) ? id : null;
}
