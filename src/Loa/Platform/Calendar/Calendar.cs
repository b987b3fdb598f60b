namespace Loa.Platform;

/// <summary>Time as people in Viet Nam live it: UTC+7 all year, no zone table needed.</summary>
internal sealed class Calendar(TimeProvider time)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateTime VietnamNow => ToVietnam(UtcNow);

    public DateOnly VietnamToday => DateOnly.FromDateTime(VietnamNow);

    /// <summary>A time from a column (UTC) as a Vietnamese clock shows it.</summary>
    public static DateTime ToVietnam(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The day a Vietnamese calendar shows at a time from a column.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ToVietnam(utc));

    /// <summary>Days of Viet Nam as times for a column: from the first moment on, before the second.</summary>
    public static (DateTime First, DateTime End) Moments(DateOnly from, DateOnly to) =>
        (ToUtc(from.ToDateTime(TimeOnly.MinValue)), ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue)));

    /// <summary>What a Vietnamese clock shows, as a time for a column.</summary>
    public static DateTime ToUtc(DateTime vietnam) => DateTime.SpecifyKind(vietnam - Offset, DateTimeKind.Utc);
}
