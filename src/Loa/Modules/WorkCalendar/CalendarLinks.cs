using System.Globalization;

namespace Loa.Modules.WorkCalendar;

internal static class CalendarLinks
{
    public const string Year = "/lich";
    public const string Add = "/lich/sua";

    public static string Of(int year) => string.Create(CultureInfo.InvariantCulture, $"/lich?nam={year}");

    public static string Edit(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"/lich/sua?ngay={date:yyyy-MM-dd}");
}
