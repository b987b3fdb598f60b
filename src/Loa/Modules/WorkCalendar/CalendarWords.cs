using Loa.Platform;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.WorkCalendar;

internal static class CalendarWords
{
    public static string Kind(DayKind kind) => kind switch
    {
        DayKind.Holiday => "Nghỉ lễ, tết",
        DayKind.Compensation => "Nghỉ bù",
        DayKind.SwappedOff => "Nghỉ hoán đổi",
        DayKind.MakeUp => "Làm bù",
        _ => "Ngày thường",
    };

    public static Tone Tone(DayKind kind) => kind switch
    {
        DayKind.Holiday => Platform.Ui.Tone.Bad,
        DayKind.Compensation or DayKind.SwappedOff => Platform.Ui.Tone.Warning,
        DayKind.MakeUp => Platform.Ui.Tone.Info,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static string Name(SpecialDay day, IStringLocalizer words) => day.Name ?? (day.Occasion is { } occasion ? words[Of(occasion)] : "");

    public static string Source(DaySource source) => source switch
    {
        DaySource.Decreed => "Đã quyết định",
        DaySource.Projected => "Dự kiến",
        _ => "Quản trị viên nhập",
    };

    public static string Weekday(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Monday => "Thứ Hai",
        DayOfWeek.Tuesday => "Thứ Ba",
        DayOfWeek.Wednesday => "Thứ Tư",
        DayOfWeek.Thursday => "Thứ Năm",
        DayOfWeek.Friday => "Thứ Sáu",
        DayOfWeek.Saturday => "Thứ Bảy",
        _ => "Chủ nhật",
    };

    public static string Unit(TermUnit unit) => unit switch
    {
        TermUnit.WorkingDays => "ngày làm việc",
        TermUnit.Days => "ngày",
        TermUnit.Weeks => "tuần",
        TermUnit.Months => "tháng",
        _ => "năm",
    };

    public static string Policy(OffDayPolicy policy) => policy switch
    {
        OffDayPolicy.Next => "Chuyển sang ngày làm việc tiếp theo",
        OffDayPolicy.Previous => "Lấy ngày làm việc liền trước",
        _ => "Giữ nguyên",
    };

    private static string Of(Occasion occasion) => occasion switch
    {
        Occasion.NewYear => "Tết Dương lịch",
        Occasion.Tet => "Tết Nguyên đán",
        Occasion.HungKings => "Giỗ Tổ Hùng Vương",
        Occasion.Reunification => "Ngày Chiến thắng 30/4",
        Occasion.Labour => "Ngày Quốc tế lao động 1/5",
        _ => "Quốc khánh 2/9",
    };
}
