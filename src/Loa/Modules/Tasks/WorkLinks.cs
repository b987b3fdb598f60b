using Loa.Platform.Views;

namespace Loa.Modules.Tasks;

/// <summary>The addresses of this module.</summary>
internal static class WorkLinks
{
    public const string MyWork = "/viec";
    public const string Extensions = "/viec/gia-han";
    public const string Difficulties = "/kho-khan";

    /// <summary>The filters of my work, as people save them.</summary>
    public static readonly SavedViewPage MyWorkViews = new("viec", "Việc của tôi", MyWork, ["nhom", "ke-hoach", "vai-tro", "phu-trach"]);

    public static string Item(Guid assignmentId) => $"{MyWork}/{assignmentId}";

    public static string Split(Guid assignmentId) => $"{MyWork}/{assignmentId}/phan-cong";

    public static string Bucket(WorkBucket bucket) => $"{MyWork}?nhom={bucket}";

    public static string Difficulty(Guid difficultyId) => $"{Difficulties}/{difficultyId}";

    public static string RaiseOn(Guid assignmentId) => $"{Difficulties}/neu?viec={assignmentId}";

    public static string RaiseOnPlan(Guid planId) => $"{Difficulties}/neu?keHoach={planId}";

    /// <summary>Writing to agencies of the board.</summary>
    public static string Nudge(Guid planId) => $"{Plans.PlanLinks.List}/{planId}/don-doc";

    public static string Board(Guid planId) => Plans.PlanLinks.Board(planId);
}
