namespace Loa.Platform;

/// <summary>A day of the Vietnamese lunisolar calendar.</summary>
internal readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth = false);

/// <summary>
/// The Vietnamese lunisolar calendar, reckoned for UTC+7. A month begins on the day of a new moon; month 11 holds the winter
/// solstice; in a year of thirteen months the first without a principal solar term repeats the number of the one before it.
/// The method is the one Hồ Ngọc Đức made known; the sun and the moon come from Meeus's short series, good to some minutes.
/// </summary>
internal static class LunarCalendar
{
    private const double SynodicMonth = 29.530588853;
    private const double FirstMoonOf1900 = 2415021.076998695;

    /// <summary>Hours east of Greenwich, as a part of a day.</summary>
    private const double Zone = 7.0 / 24;

    /// <summary>Julian day number of <see cref="DateOnly"/> zero.</summary>
    private const int DayZero = 1721426;

    private const double Degree = Math.PI / 180;

    /// <summary>First day of the first month.</summary>
    public static DateOnly NewYear(int year) => ToSolar(new LunarDate(year, 1, 1));

    public static DateOnly ToSolar(LunarDate date)
    {
        // Months 11 and 12 belong to the winter that began in this year, the others to the one before.
        var winter = date.Month >= 11 ? date.Year : date.Year - 1;
        var (first, next) = (Month11(winter), Month11(winter + 1));
        var offset = (date.Month - 11 + 12) % 12;
        if (LeapOffset(first, next) is { } leap)
        {
            if (date.IsLeapMonth && leap != offset + 1)
            {
                throw new ArgumentOutOfRangeException(nameof(date), date, "That month is not repeated in that year.");
            }

            offset += date.IsLeapMonth || offset >= leap ? 1 : 0;
        }
        else if (date.IsLeapMonth)
        {
            throw new ArgumentOutOfRangeException(nameof(date), date, "That year repeats no month.");
        }

        return FromJulian(NewMoonDay(MoonOf(first) + offset) + date.Day - 1);
    }

    public static LunarDate FromSolar(DateOnly date)
    {
        var day = date.DayNumber + DayZero;
        var moon = MoonOf(day);
        if (NewMoonDay(moon) > day)
        {
            moon--;
        }

        var start = NewMoonDay(moon);
        var winter = Month11(date.Year) > start ? date.Year - 1 : date.Year;
        var (first, next) = (Month11(winter), Month11(winter + 1));
        var offset = moon - MoonOf(first);
        var leap = LeapOffset(first, next);
        var month = ((offset - (offset >= leap ? 1 : 0) + 10) % 12) + 1;
        return new LunarDate(month >= 11 ? winter : winter + 1, month, day - start + 1, offset == leap);
    }

    /// <summary>The day on which month 11 begins that holds the winter solstice of <paramref name="year"/>.</summary>
    private static int Month11(int year)
    {
        var last = new DateOnly(year, 12, 31).DayNumber + DayZero;
        var moon = MoonOf(last);
        // At the solstice the sun enters part nine: a moon born after that begins the next month.
        while (NewMoonDay(moon) is var day && (day > last || SolarTerm(day) >= 9))
        {
            moon--;
        }

        return NewMoonDay(moon);
    }

    /// <summary>Which month after month 11 is the repeated one, when thirteen begin before the next month 11.</summary>
    private static int? LeapOffset(int first, int next)
    {
        if (next - first < 365)
        {
            return null;
        }

        var moon = MoonOf(first);
        var offset = 1;
        while (SolarTerm(NewMoonDay(moon + offset)) != SolarTerm(NewMoonDay(moon + offset + 1)))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Number of the new moon nearest to that day.</summary>
    private static int MoonOf(int julianDay) => (int)Math.Floor((julianDay - FirstMoonOf1900) / SynodicMonth + 0.5);

    private static DateOnly FromJulian(int julianDay) => DateOnly.FromDayNumber(julianDay - DayZero);

    /// <summary>The civil day, at UTC+7, of the new moon numbered from the first of 1900.</summary>
    private static int NewMoonDay(int moon) => (int)Math.Floor(NewMoon(moon) + 0.5 + Zone);

    /// <summary>In which of the twelve parts of 30° of its path the sun stands when that day begins.</summary>
    private static int SolarTerm(int julianDay)
    {
        var t = (julianDay - 0.5 - Zone - 2451545.0) / 36525;
        var anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * Degree;
        var mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
        var centre = (1.914600 - 0.004817 * t - 0.000014 * t * t) * Math.Sin(anomaly)
            + (0.019993 - 0.000101 * t) * Math.Sin(2 * anomaly)
            + 0.000290 * Math.Sin(3 * anomaly);
        // Nutation and aberration: the longitude as seen.
        var node = (125.04 - 1934.136 * t) * Degree;
        var longitude = mean + centre - 0.00569 - 0.00478 * Math.Sin(node);
        return (int)Math.Floor((longitude - 360 * Math.Floor(longitude / 360)) / 30);
    }

    /// <summary>Julian date of a new moon, in universal time.</summary>
    private static double NewMoon(int moon)
    {
        var t = moon / 1236.85;
        var (t2, t3) = (t * t, t * t * t);
        var mean = 2415020.75933 + 29.53058868 * moon + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * Math.Sin((166.56 + 132.87 * t - 0.009173 * t2) * Degree);
        var sun = (359.2242 + 29.10535608 * moon - 0.0000333 * t2 - 0.00000347 * t3) * Degree;
        var lunar = (306.0253 + 385.81691806 * moon + 0.0107306 * t2 + 0.00001236 * t3) * Degree;
        var latitude = (21.2964 + 390.67050646 * moon - 0.0016528 * t2 - 0.00000239 * t3) * Degree;
        var correction = (0.1734 - 0.000393 * t) * Math.Sin(sun) + 0.0021 * Math.Sin(2 * sun)
            - 0.4068 * Math.Sin(lunar) + 0.0161 * Math.Sin(2 * lunar) - 0.0004 * Math.Sin(3 * lunar)
            + 0.0104 * Math.Sin(2 * latitude) - 0.0051 * Math.Sin(sun + lunar) - 0.0074 * Math.Sin(sun - lunar)
            + 0.0004 * Math.Sin(2 * latitude + sun) - 0.0004 * Math.Sin(2 * latitude - sun)
            - 0.0006 * Math.Sin(2 * latitude + lunar) + 0.0010 * Math.Sin(2 * latitude - lunar) + 0.0005 * Math.Sin(2 * lunar + sun);
        return mean + correction - ClockError(t);
    }

    /// <summary>What the earth's uneven turning makes of the difference between dynamical and universal time, in days.</summary>
    private static double ClockError(double t) => t < -11
        ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t * t * t - 0.000000081 * t * t * t * t
        : -0.000278 + 0.000265 * t + 0.000262 * t * t;
}
