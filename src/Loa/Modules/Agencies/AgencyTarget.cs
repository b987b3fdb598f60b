namespace Loa.Modules.Agencies;

/// <summary>How a form names what is meant: an agency, alone or with those below it, a group, or a body outside Loa.</summary>
internal static class AgencyTarget
{
    public const string Outside = "ngoai";
    private const string AgencyPrefix = "a-";
    private const string GroupPrefix = "g-";
    private const string SubtreePrefix = "d-";

    public static string Of(Guid? agencyId, Guid? groupId) =>
        agencyId is { } agency ? AgencyPrefix + agency : groupId is { } group ? GroupPrefix + group : Outside;

    public static Guid? Agency(string target) => Read(target, AgencyPrefix);

    public static Guid? Group(string target) => Read(target, GroupPrefix);

    /// <summary>An agency with everything below it.</summary>
    public static string OfSubtree(Guid agencyId) => SubtreePrefix + agencyId;

    public static Guid? Subtree(string target) => Read(target, SubtreePrefix);

    private static Guid? Read(string target, string prefix) =>
        target.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParse(target.AsSpan(prefix.Length), out var id) ? id : null;
}
