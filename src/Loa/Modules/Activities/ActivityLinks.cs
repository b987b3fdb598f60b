using Loa.Documents.Plans;
using Loa.Platform;
using Loa.Platform.Views;

namespace Loa.Modules.Activities;

/// <summary>The addresses of this module.</summary>
internal static class ActivityLinks
{
    public const string List = "/hoat-dong";
    public const string Log = "/hoat-dong/ghi";
    public const string Month = "/hoat-dong/lich";
    public const string Timeline = "/hoat-dong/dong-thoi-gian";
    public const string Pictures = "/hoat-dong/anh";

    /// <summary>How long evidence is kept, and what is quarantined.</summary>
    public const string Keeping = "/quan-tri/luu-giu";
    public const string Series = "/hoat-dong/ghi-loat";
    public const string Import = "/hoat-dong/nhap";
    public const string Forms = "/hoat-dong/hinh-thuc";
    public const string Rules = "/hoat-dong/quy-dinh";

    /// <summary>What waits for a second person.</summary>
    public const string Queue = "/hoat-dong/cho-xac-nhan";

    public const string EvidenceAnchor = "minh-chung";

    /// <summary>The filters of the list, as people save them.</summary>
    public static readonly SavedViewPage ListViews = new("hoat-dong", "Hoạt động", List, ActivityFilter.Parameters);

    public static string Activity(Guid activityId) => $"{List}/{activityId}";

    /// <summary>What proves an activity: the section on its page.</summary>
    public static string Evidence(Guid activityId) => $"{List}/{activityId}#{EvidenceAnchor}";

    /// <summary>Where evidence is added and changed.</summary>
    public static string EvidenceDesk(Guid activityId) => $"{List}/{activityId}/minh-chung";

    /// <summary>Where files arrive in pieces.</summary>
    public static string EvidencePieces(Guid activityId) => $"{List}/{activityId}/minh-chung/tai-len";

    public static string EvidenceFile(Guid activityId, Guid evidenceId) => $"{List}/{activityId}/minh-chung/{evidenceId}";

    /// <summary>The list of exactly those a figure counts. A filter that narrows nothing must still pass by the person's default view.</summary>
    public static string Rows(ActivityFilter filter) => filter.IsNarrowed ? List + filter.ToQuery() : ListViews.WholeHref;

    public static string Edit(Guid activityId) => $"{List}/{activityId}/sua";

    /// <summary>The form filled as an activity was, for today.</summary>
    public static string LogLike(Guid activityId) => $"{Log}?nhu={activityId}";

    /// <summary>An activity copied to several days.</summary>
    public static string SeriesLike(Guid activityId) => $"{Series}?nhu={activityId}";

    public static string ImportOf(Guid fileId) => $"{Import}?tep={fileId}";

    public static string RulesOf(Guid agencyId) => $"{Rules}?co-quan={agencyId}";

    /// <summary>One form of communication between two days.</summary>
    public static string Between(CommunicationForm form, DateOnly from, DateOnly to) => $"{List}?hinh-thuc={form}&tu={Formats.Date(from)}&den={Formats.Date(to)}";

    public static string LogForm(CommunicationForm form, Guid? planTaskId = null) => $"{Log}?hinh-thuc={form}{(planTaskId is { } task ? $"&nhiem-vu={task}" : "")}";

    /// <summary>To log what serves a task; the person picks the form.</summary>
    public static string LogForTask(Guid planTaskId) => $"{Log}?nhiem-vu={planTaskId}";

    public static string OfTask(Guid planTaskId) => $"{List}?nhiem-vu={planTaskId}";
}
