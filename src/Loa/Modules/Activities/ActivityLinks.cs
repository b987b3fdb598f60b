using Loa.Documents.Plans;
using Loa.Platform.Views;

namespace Loa.Modules.Activities;

/// <summary>The addresses of this module.</summary>
internal static class ActivityLinks
{
    public const string List = "/hoat-dong";
    public const string Log = "/hoat-dong/ghi";

    /// <summary>The filters of the list, as people save them.</summary>
    public static readonly SavedViewPage ListViews = new("hoat-dong", "Hoạt động", List, ["tim", "co-quan", "hinh-thuc", "trang-thai", "long-ghep", "tu", "den", "nhiem-vu"]);

    public static string Activity(Guid activityId) => $"{List}/{activityId}";

    public static string Edit(Guid activityId) => $"{List}/{activityId}/sua";

    public static string LogForm(CommunicationForm form) => $"{Log}?hinh-thuc={form}";

    /// <summary>To log what serves a task; the person picks the form.</summary>
    public static string LogForTask(Guid planTaskId) => $"{Log}?nhiem-vu={planTaskId}";

    public static string OfTask(Guid planTaskId) => $"{List}?nhiem-vu={planTaskId}";
}
