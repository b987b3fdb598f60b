namespace Loa.Platform.Security;

/// <summary>Every permission is a policy of the same name; this table is the only place that says which role has which.</summary>
internal static class Permissions
{
    /// <summary>Everyone who is signed in: home, own account.</summary>
    public const string Workspace = "workspace";
    public const string PlansRead = "plans.read";
    public const string PlansEdit = "plans.edit";
    public const string PlansIssue = "plans.issue";

    /// <summary>Give work to agencies beside and above one's own, as a department does that the province's plan puts in charge; others can only ask them.</summary>
    public const string PlansCommand = "plans.command";

    /// <summary>See what an agency has to do and how far it is.</summary>
    public const string WorkRead = "work.read";

    /// <summary>Report on it, hand it over, ask for more time, raise difficulties.</summary>
    public const string WorkDo = "work.do";

    /// <summary>See what was done, with its evidence and figures.</summary>
    public const string ActivitiesRead = "activities.read";

    /// <summary>Log what was done, change it, take it back.</summary>
    public const string ActivitiesLog = "activities.log";

    /// <summary>Confirm, as a second person, what somebody else logged.</summary>
    public const string ActivitiesConfirm = "activities.confirm";

    /// <summary>Say how long what was taken away is kept, and see what is quarantined.</summary>
    public const string EvidenceKeep = "evidence.keep";

    /// <summary>Say whether an agency's activities ask for a second person: for whoever keeps its programme, not for the leaders whom it would let off.</summary>
    public const string ActivitiesRule = "activities.rule";

    /// <summary>Say which forms of communication are offered to everyone.</summary>
    public const string FormsEdit = "forms.edit";

    /// <summary>Judge, as a second person, what was nominated as exemplary or noted as a shortcoming, and publish it.</summary>
    public const string ExemplarsReview = "exemplars.review";

    /// <summary>See reports, one's own and those one receives.</summary>
    public const string ReportsRead = "reports.read";

    /// <summary>Fill and send the reports of an agency.</summary>
    public const string ReportsFill = "reports.fill";

    /// <summary>Draw up outlines, open periods, return and accept what agencies send.</summary>
    public const string ReportsRun = "reports.run";
    public const string AgenciesRead = "agencies.read";
    public const string AgenciesEdit = "agencies.edit";
    public const string UsersManage = "users.manage";
    public const string CalendarEdit = "calendar.edit";

    /// <summary>What goes out by mail and gateways: addresses, states, sending again.</summary>
    public const string OutboxManage = "outbox.manage";
    public const string HistoryRead = "history.read";

    /// <summary>About everyone at once: whoever holds the role on a part of the tree does not have them.</summary>
    private static readonly HashSet<string> OfTheWholeSystem = new(StringComparer.Ordinal) { OutboxManage, EvidenceKeep, FormsEdit };

    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    private static readonly Dictionary<string, Role[]> Holders = new(StringComparer.Ordinal)
    {
        [Workspace] = Everyone,
        [PlansRead] = Everyone,
        // The officer of a unit draws up and records the unit's own plan.
        [PlansEdit] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer],
        [PlansIssue] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer],
        [PlansCommand] = [Role.Administrator, Role.ProgrammeOfficer],
        [WorkRead] = Everyone,
        [WorkDo] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer, Role.Editor, Role.ProcedureController],
        [ActivitiesRead] = Everyone,
        [ActivitiesLog] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer, Role.Editor, Role.ProcedureController],
        [ActivitiesConfirm] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer, Role.Leader],
        [EvidenceKeep] = [Role.Administrator],
        [ActivitiesRule] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer],
        [FormsEdit] = [Role.Administrator],
        [ExemplarsReview] = [Role.Administrator, Role.ProgrammeOfficer, Role.Leader],
        [ReportsRead] = Everyone,
        [ReportsFill] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer],
        [ReportsRun] = [Role.Administrator, Role.ProgrammeOfficer, Role.UnitOfficer],
        [AgenciesRead] = Everyone,
        [AgenciesEdit] = [Role.Administrator, Role.ProgrammeOfficer],
        [UsersManage] = [Role.Administrator],
        [CalendarEdit] = [Role.Administrator],
        [OutboxManage] = [Role.Administrator],
        [HistoryRead] = [Role.Administrator, Role.ProgrammeOfficer, Role.Leader],
    };

    public static IEnumerable<string> All => Holders.Keys;

    public static bool IsOfTheWholeSystem(string permission) => OfTheWholeSystem.Contains(permission);

    public static IReadOnlyList<Role> HoldersOf(string permission) => Holders[permission];
}
