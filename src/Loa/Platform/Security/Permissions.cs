namespace Loa.Platform.Security;

/// <summary>Every permission is a policy of the same name; this table is the only place that says which role has which.</summary>
internal static class Permissions
{
    /// <summary>Everyone who is signed in: home, own account.</summary>
    public const string Workspace = "workspace";
    public const string PlansRead = "plans.read";
    public const string PlansEdit = "plans.edit";
    public const string PlansIssue = "plans.issue";
    public const string AgenciesRead = "agencies.read";
    public const string AgenciesEdit = "agencies.edit";
    public const string UsersManage = "users.manage";

    /// <summary>What goes out by mail and gateways: addresses, states, sending again.</summary>
    public const string OutboxManage = "outbox.manage";
    public const string HistoryRead = "history.read";

    private static readonly Dictionary<string, Role[]> Holders = new(StringComparer.Ordinal)
    {
        [Workspace] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer, Role.Leader],
        [PlansRead] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer, Role.Leader],
        [PlansEdit] = [Role.Administrator, Role.ProgrammeOfficer],
        [PlansIssue] = [Role.Administrator, Role.ProgrammeOfficer],
        [AgenciesRead] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer, Role.Leader],
        [AgenciesEdit] = [Role.Administrator, Role.ProgrammeOfficer],
        [UsersManage] = [Role.Administrator],
        [OutboxManage] = [Role.Administrator],
        [HistoryRead] = [Role.Administrator, Role.ProgrammeOfficer, Role.Leader],
    };

    public static IEnumerable<string> All => Holders.Keys;

    public static IReadOnlyList<Role> HoldersOf(string permission) => Holders[permission];
}
