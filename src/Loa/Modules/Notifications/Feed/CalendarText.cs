using System.Globalization;
using System.Text;
using Loa.Platform;

namespace Loa.Modules.Notifications.Feed;

/// <summary>iCalendar (RFC 5545): lines of at most 75 octets, CRLF, whole days.</summary>
internal static class CalendarText
{
    public const int LongestLine = 75;

    public static string Write(string name, IEnumerable<CalendarItem> items, LoaSettings settings)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Loa//Loa//VI");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        // Calendars know the name and the pace by these older words.
        Line(text, "X-WR-CALNAME:" + Escape(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        Line(text, "X-PUBLISHED-TTL:PT1H");
        foreach (var item in items)
        {
            Event(text, item, settings);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, CalendarItem item, LoaSettings settings)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escape(item.Uid));
        // The time of the last change, not of the answer: an unchanged calendar is the same text and keeps its ETag.
        Line(text, "DTSTAMP:" + Utc(item.ChangedAt));
        Line(text, "LAST-MODIFIED:" + Utc(item.ChangedAt));
        Line(text, "DTSTART;VALUE=DATE:" + Day(item.From));
        // The end is the first day that no longer belongs to it (3.6.1).
        Line(text, "DTEND;VALUE=DATE:" + Day((item.To is { } last && last > item.From ? last : item.From).AddDays(1)));
        Line(text, "SUMMARY:" + Escape(item.Title));
        if (item.Text is not null)
        {
            Line(text, "DESCRIPTION:" + Escape(item.Text));
        }

        if (item.Link is not null)
        {
            Line(text, "URL:" + settings.Absolute(item.Link));
        }

        // A deadline does not make anyone busy.
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    /// <summary>TEXT values (3.3.11): backslash, comma, semicolon and line breaks; other control characters have no place in them.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var letter in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = letter.Value switch
            {
                '\\' or ',' or ';' => text.Append('\\').Append((char)letter.Value),
                '\n' => text.Append("\\n"),
                '\t' => text.Append('\t'),
                _ when Rune.IsControl(letter) => text,
                _ => text.Append(letter),
            };
        }

        return text.ToString();
    }

    /// <summary>One content line, folded: never inside a letter, each continuation led by a space (3.1).</summary>
    public static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(letter);
            octets += letter.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Utc(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static StringBuilder Append(this StringBuilder text, Rune letter) => text.Append(letter.ToString());
}
