using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Loa.Modules.Notifications;
using Loa.Modules.Notifications.Feed;

namespace Loa.Tests.Modules.Notifications;

/// <summary>RFC 5545 by its own rules, over any text.</summary>
public sealed class CalendarTextTests
{
    private static readonly LoaSettings Settings = new() { DataFolder = "/x", Database = "x", PublicUrl = "https://loa.example" };

    [Fact]
    public void Line_AnyText_FoldsAt75OctetsAndUnfoldsToItself() => Prop.ForAll(Texts(), value =>
    {
        var text = new StringBuilder();
        CalendarText.Line(text, value);
        var folded = text.ToString();
        var lines = folded[..^2].Split("\r\n");
        folded.EndsWith("\r\n", StringComparison.Ordinal).ShouldBeTrue();
        lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= CalendarText.LongestLine);
        // A half of a letter would come back from UTF-8 as the replacement sign.
        lines.ShouldAllBe(line => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line)) == line);
        folded[..^2].Replace("\r\n ", "", StringComparison.Ordinal).ShouldBe(value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Escape_AnyText_ReadsBackAndHoldsNoBreak() => Prop.ForAll(Texts(), value =>
    {
        var escaped = CalendarText.Escape(value);

        escaped.ShouldNotContain("\n");
        escaped.ShouldNotContain("\r");
        Unescape(escaped).ShouldBe(value);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a,b;c\\d", @"a\,b\;c\\d")]
    [InlineData("dòng một\r\ndòng hai\rdòng ba", @"dòng một\ndòng hai\ndòng ba")]
    [InlineData("a\u0000\u0007b", "ab")]
    [InlineData("BEGIN:VEVENT\nEND:VEVENT", @"BEGIN:VEVENT\nEND:VEVENT")]
    public void Escape_SpecialLetters_AsTheStandardSays(string value, string expected) => CalendarText.Escape(value).ShouldBe(expected);

    [Fact]
    public void Write_OneItem_IsTheTextTheStandardAsksFor()
    {
        var item = new CalendarItem("task-1@loa", "Nộp báo cáo quý I; bản giấy", new DateOnly(2026, 3, 14), new DateOnly(2026, 3, 15), "Gửi Sở Nội vụ,\nphòng 2", "/nhiem-vu/1", new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        var lines = CalendarText.Write("Loa", [item], Settings).Split("\r\n");

        lines.ShouldBe([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Loa//Loa//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Loa", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
            "BEGIN:VEVENT", "UID:task-1@loa", "DTSTAMP:20260203T040506Z", "LAST-MODIFIED:20260203T040506Z", "DTSTART;VALUE=DATE:20260314", "DTEND;VALUE=DATE:20260316",
            @"SUMMARY:Nộp báo cáo quý I\; bản giấy", @"DESCRIPTION:Gửi Sở Nội vụ\,\nphòng 2", "URL:https://loa.example/nhiem-vu/1", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
        ]);
    }

    /// <summary>Vietnamese, letters of four octets, what must be escaped, long and short; line breaks as one kind.</summary>
    private static Arbitrary<string> Texts()
    {
        string[] pieces = ["a", "ệ", "ư", "😀", "🇻🇳", "\\", ";", ",", ":", "\n", " ", "n", "kế hoạch cải cách hành chính", "\u0301", "\t"];
        return Gen.Elements(pieces).ListOf().Select(list => string.Concat(list)).ToArbitrary();
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
        }

        return plain.ToString();
    }
}
