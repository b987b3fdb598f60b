namespace Loa.Documents.Vietnamese.Timing;

internal enum PeriodUnit
{
    None = 0,
    Day = 1,
    Month = 2,
    Quarter = 3,

    /// <summary>"6 tháng đầu năm", "9 tháng đầu năm".</summary>
    Months = 4,
    Year = 5,
}

/// <summary>One named stretch of a year; 0 stands for a month or a year the text leaves to its neighbour.</summary>
internal record struct Period(PeriodUnit Unit, int FirstMonth, int LastMonth, int Day, int Year)
{
    public static Period OfYear(int year) => new(PeriodUnit.Year, 1, 12, 0, year);
    public static Period OfQuarter(int quarter) => new(PeriodUnit.Quarter, (quarter * 3) - 2, quarter * 3, 0, 0);
    public static Period OfMonth(int month) => new(PeriodUnit.Month, month, month, 0, 0);

    public readonly DateOnly? First => Year is < 1 or > 9998 || FirstMonth is < 1 or > 12 ? null : Day == 0 ? new(Year, FirstMonth, 1) : Exact(FirstMonth);

    public readonly DateOnly? Last =>
        Year is < 1 or > 9998 || LastMonth is < 1 or > 12 ? null : Day == 0 ? new(Year, LastMonth, DateTime.DaysInMonth(Year, LastMonth)) : Exact(LastMonth);

    private readonly DateOnly? Exact(int month) => Day <= DateTime.DaysInMonth(Year, month) ? new(Year, month, Day) : null;
}
