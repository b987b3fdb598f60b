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
}
