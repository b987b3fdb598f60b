using Loa.Platform;
using Loa.Platform.Audit;

namespace Loa.Modules.WorkCalendar;

/// <summary>The closed lists of this module in a history.</summary>
internal static class CalendarHistory
{
    public static HistoryWords Words { get; } = new HistoryWords().Value<DayKind>(CalendarWords.Kind);
}
