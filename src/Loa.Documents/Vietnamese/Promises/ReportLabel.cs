using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;
using Loa.Documents.Vietnamese.Timing;

namespace Loa.Documents.Vietnamese.Promises;

/// <summary>The period a report covers ("hàng quý", "6 tháng", "báo cáo năm") or the day it is due; tokens [First, End).</summary>
internal readonly record struct ReportLabel(ReportingPeriodKind? Period, DateOnly? Due, CalendarInterval? Every, bool IsDate, int First, int End)
{
    private static readonly Words BeforeYear = new("hằng|hàng|cả|và|báo cáo|tổng kết|cuối|đối với|định kỳ|mỗi|một|hoặc|kỳ|01|1");
    private static readonly Words BeforePeriod = new("hằng|hàng|mỗi|từng|báo cáo|định kỳ|và|đối với|theo|kỳ|hoặc|sơ kết|tháng|quý");
    private static readonly Words Quarter = new("quý");
    private static readonly Words Month = new("tháng");
    private static readonly Words Year = new("năm");
    private static readonly Words NextYear = new("năm sau|năm tiếp theo|của năm sau|của năm tiếp theo|năm kế tiếp|của năm kế tiếp|năm liền kề");
    private static readonly Words DueBy = new("trước|chậm nhất|muộn nhất|ngày|vào|là|và|trước ngày|xong trước|đến|từ");

    public static ReportLabel? Read(Tokens tokens, int index, ProgrammeYears? years)
    {
        if (Day(tokens, index, years) is { } day)
            return day;
        var count = TimeWords.Count(tokens, index, out var months);
        if (count > 0 && Month.At(tokens, index + count) && months is 6 or 9 && tokens[index + count + 1].Kind != TokenKind.Number)
            return new(months == 6 ? ReportingPeriodKind.HalfYear : ReportingPeriodKind.NineMonth, null, null, false, index, index + count + 1);
        if (Quarter.At(tokens, index) && TimeWords.QuarterNumber(tokens, index + 1) > 0 && (tokens[index - 1].IsMark('(') || tokens[index - 1].IsMark(';')))
            return new(ReportingPeriodKind.Quarter, null, null, false, index, index + 2);
        if (!IsPeriodHere(tokens, index))
            return null;
        if (Quarter.At(tokens, index))
            return new(ReportingPeriodKind.Quarter, null, null, false, index, index + 1);
        if (Month.At(tokens, index) && tokens[index + 1].Kind != TokenKind.Number)
            return new(ReportingPeriodKind.Month, null, null, false, index, index + 1);
        return null;
    }

    /// <summary>"năm" names a report only beside a word that makes it one, and never "năm 2024" of another document.</summary>
    public static ReportLabel? ReadYear(Tokens tokens, int index)
    {
        if (!Year.At(tokens, index))
            return null;
        var named = TimeWords.IsYear(tokens, index + 1);
        var asReport = tokens[index - 1].Is(Cao) && tokens[index - 2].Is(Bao);
        var listed = tokens[index - 1].Kind == TokenKind.Mark && tokens[index - 1].Mark is ',' or '/' or ';' or '(';
        if (named ? !asReport : !(listed || BeforeYear.At(tokens, index - 1) || tokens[index - 1] is { Kind: TokenKind.Number, Value: 1 } || asReport))
            return null;
        return new(ReportingPeriodKind.Year, null, null, false, index, index + (named ? 2 : 1));
    }

    private static readonly ulong Bao = WordKey.Of("báo");
    private static readonly ulong Cao = WordKey.Of("cáo");

    private static bool IsPeriodHere(Tokens tokens, int index) =>
        BeforePeriod.At(tokens, index - 1) || tokens[index - 1].IsMark(',') || tokens[index - 1].IsMark('/') || (tokens[index - 1].Is(Cao) && tokens[index - 2].Is(Bao));

    /// <summary>"trước ngày 25/5/2020", "trước ngày 15/11 hằng năm", "chậm nhất 20/6", "trước ngày 30 tháng 01 của năm tiếp theo".</summary>
    private static ReportLabel? Day(Tokens tokens, int index, ProgrammeYears? years)
    {
        var length = VietnameseDates.MatchParts(tokens, index, out var day, out var month, out var year);
        if (length == 0 || day < 1 || month < 1)
            return null;
        var end = index + length;
        var printed = year > 0;
        if (!printed && !DueBy.At(tokens, index) && !DueBy.At(tokens, index - 1) && !DueBy.At(tokens, index - 2))
            return null;
        CalendarInterval? every = null;
        if (NextYear.Match(tokens, end) is var next and > 0)
        {
            end += next;
            year = years?.To + 1 ?? year;
        }
        else if (TimeWords.EveryYear.Match(tokens, end) is var yearly and > 0 && tokens[end + yearly].Kind != TokenKind.Number)
        {
            end += yearly;
            every = new(1, CalendarUnit.Year);
        }

        if (year < 0)
            year = years?.From ?? -1;
        var due = year is >= 1900 and <= 2199 && month <= 12 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : (DateOnly?)null;
        return new(null, due, every, true, index, end);
    }
}
