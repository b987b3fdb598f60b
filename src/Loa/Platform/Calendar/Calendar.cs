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

    /// <summary>What a Vietnamese clock shows, as a time for a column.</summary>
    public static DateTime ToUtc(DateTime vietnam) => DateTime.SpecifyKind(vietnam - Offset, DateTimeKind.Utc);
}
