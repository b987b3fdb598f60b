namespace Loa.Modules.Plans;

/// <summary>The addresses of this module.</summary>
internal static class PlanLinks
{
    public const string List = "/ke-hoach";
    public const string Upload = "/ke-hoach/nhap";

    public static string Plan(Guid planId) => $"{List}/{planId}";

    public static string Task(Guid planId, Guid taskId) => $"{List}/{planId}/nhiem-vu/{taskId}";

    /// <summary>Tasks × agencies: a page of the tasks module.</summary>
    public static string Board(Guid planId) => $"{List}/{planId}/bang";

    /// <summary>What the plan gives one's own agency: the work list of the tasks module.</summary>
    public static string Work(Guid planId) => $"/viec?ke-hoach={planId}";

    /// <summary>Giving work of the plan to agencies after it was issued: a page of the tasks module.</summary>
    public static string AddAgencies(Guid planId, Guid? taskId = null) => $"{List}/{planId}/giao-them{(taskId is null ? "" : $"?nhiem-vu={taskId}")}";

    /// <summary>What the edition changed in the one it replaced.</summary>
    public static string Changes(Guid planId) => $"{List}/{planId}/thay-doi";

    /// <summary>The way to a new edition.</summary>
    public static string Amend(Guid planId) => $"{Upload}?thay-the={planId}";

    /// <summary>Sends it to staff for reading: a page of the circulations module.</summary>
    public static string Circulate(Guid planId) => $"/quan-triet/gui?keHoach={planId}";

    /// <summary>Which agencies answer the plan with one of their own.</summary>
    public static string Coverage(Guid planId) => $"{List}/{planId}/phu";

    public static string CoverageUnit(Guid planId, Guid agencyId) => $"{List}/{planId}/phu/{agencyId}";

    public static string CoverageLetter(Guid planId) => $"{List}/{planId}/phu/cong-van";

    /// <summary>The agency says that its yearly work plan holds the work.</summary>
    public static string CoverageDeclare(Guid planId, Guid agencyId) => $"{List}/{planId}/khai-bao/{agencyId}";

    public static string Original(Guid planId) => $"{List}/{planId}?handler=Original";

    public static string Review(Guid importId) => $"{Upload}/{importId}";

    public static string ReviewItem(Guid importId, string itemId) => $"{Upload}/{importId}#{itemId}";

    public static string ReviewOriginal(Guid importId) => $"{Upload}/{importId}?handler=Original";

    /// <summary>Who of an open group is meant in one task; <paramref name="fromConfirm"/> leads back to where the officer was.</summary>
    public static string Members(Guid importId, string itemId, bool fromConfirm = false) => $"{Upload}/{importId}/thanh-phan/{itemId}{(fromConfirm ? "?xac-nhan=true" : "")}";

    /// <summary>The tasks of a unit's plan beside the clauses it carries out.</summary>
    public static string Matching(Guid importId) => $"{Upload}/{importId}/doi-chieu";

    public static string Confirm(Guid importId) => $"{Upload}/{importId}/xac-nhan";

    /// <summary>Where an agency starts its own plan from one that gives it work.</summary>
    public static string StartUnitPlan(Guid planId, Guid? agencyId = null) => $"{List}/{planId}/ke-hoach-don-vi{(agencyId is { } id ? $"?co-quan={id}" : "")}";

    /// <summary>The text of a plan that is written here.</summary>
    public static string UnitText(Guid importId) => $"{Upload}/{importId}/van-ban";

    public static string UnitTextFile(Guid importId) => $"{Upload}/{importId}/van-ban?handler=File";

    /// <summary>Number, date and signed document of a plan that is written here.</summary>
    public static string Record(Guid importId) => $"{Upload}/{importId}/ban-hanh";

    public static string Signed(Guid planId) => $"{List}/{planId}/ban-ky";

    /// <summary>A signed copy that was replaced.</summary>
    public static string SignedCopy(Guid planId, Guid fileId) => $"{Signed(planId)}?handler=Copy&file={fileId}";

    public static string SignedFile(Guid planId) => $"{List}/{planId}?handler=Signed";
}
