using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>A passage in which a plan asks the bodies it gives work to for plans of their own.</summary>
/// <param name="Text">The clause as printed, in one line.</param>
/// <param name="DueOn">Last day to have it issued; null where nothing is said of it.</param>
public sealed record UnitPlanDemand(string Text, DateOnly? DueOn);

/// <summary>
/// "Các sở, ban, ngành … căn cứ Kế hoạch này, xây dựng kế hoạch tuyên truyền của cơ quan, đơn vị, gửi về Sở Nội vụ trước ngày 15/02/2024". A verb of drawing up
/// and "kế hoạch" in one clause are not enough: the preamble of every plan has them ("Sở Y tế xây dựng Kế hoạch … như sau"), and so has a task to plan a contest.
/// The clause must say whose plan is meant, speak to many, or start from "Kế hoạch này".
/// </summary>
public static partial class UnitPlanDemands
{
    /// <summary>The first passage that names a day, else the first that asks at all.</summary>
    /// <param name="passages">Duties, tasks and paragraphs, each with the bodies it is laid on where they stand elsewhere.</param>
    /// <param name="years">Programme years, for days printed without one.</param>
    /// <param name="issuedOn">Day of the plan, for "trong 15 ngày kể từ ngày ban hành".</param>
    public static UnitPlanDemand? First(IEnumerable<(string Text, string? Subject)> passages, ProgrammeYears? years, DateOnly? issuedOn)
    {
        ArgumentNullException.ThrowIfNull(passages);
        UnitPlanDemand? first = null;
        foreach (var (text, subject) in passages)
        {
            if (Find(text, subject, years, issuedOn) is not { } found)
                continue;
            if (found.DueOn is not null)
                return found;
            first ??= found;
        }

        return first;
    }

    /// <summary>The demand of one passage; null when it asks for no plan of a unit.</summary>
    public static UnitPlanDemand? Find(string text, string? subject = null, ProgrammeYears? years = null, DateOnly? issuedOn = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clauses = Clauses(text);
        for (var i = 0; i < clauses.Count; i++)
        {
            foreach (Match verb in Verb().Matches(clauses[i]))
            {
                if (!IsDemand(clauses[i], verb, i > 0 ? clauses[i - 1] : null, subject))
                    continue;
                return new UnitPlanDemand(Timeframes.OneLine(clauses[i]), DueOn(clauses, i, verb, years, issuedOn));
            }
        }

        return null;
    }

    private static bool IsDemand(string clause, Match verb, string? before, string? subject)
    {
        var (lead, rest) = (clause[..verb.Index], clause[verb.Index..]);
        if (Announces().IsMatch(rest) || SpokenOf().IsMatch(lead))
            return false;
        // "lập kế hoạch cụ thể, … phù hợp với chức năng của đơn vị tham gia": whose plan it is stands before the next comma.
        var plan = rest.IndexOf(',', verb.Length) is var comma and > 0 ? rest[..comma] : rest;
        if (Own().IsMatch(plan))
            return true;
        var fromThisPlan = ThisPlan().IsMatch(lead) || before is not null && ThisPlan().IsMatch(before);
        var many = Many().IsMatch(lead) && !Helpers().IsMatch(lead) || subject is not null && Many().IsMatch(subject) || before is not null && Many().IsMatch(before);
        return fromThisPlan && (many || subject is null || Concrete().IsMatch(rest)) || many && Concrete().IsMatch(rest);
    }

    /// <summary>In the clause from the verb on; before the verb; in what follows when it goes on about the plan ("gửi về Sở Nội vụ trước ngày …").</summary>
    private static DateOnly? DueOn(List<string> clauses, int index, Match verb, ProgrammeYears? years, DateOnly? issuedOn)
    {
        var clause = clauses[index];
        var rest = clause[verb.Index..];
        if (AnotherMatter().Match(rest) is { Success: true } other)
            rest = rest[..other.Index];
        return Day(rest, years, issuedOn) ?? Day(clause[..verb.Index], years, issuedOn)
            ?? (index + 1 < clauses.Count && GoesOn().IsMatch(clauses[index + 1]) ? Day(clauses[index + 1], years, issuedOn) : null);
    }

    private static DateOnly? Day(string text, ProgrammeYears? years, DateOnly? issuedOn)
    {
        if (issuedOn is { } issued && AfterIssue().Match(text) is { Success: true } after)
            return issued.AddDays(int.Parse(after.Groups["days"].ValueSpan, CultureInfo.InvariantCulture));
        return ProseTimeframes.Find(text, years) is { Kind: TimeframeKind.Deadline or TimeframeKind.Period, To: { } to } ? to : null;
    }

    /// <summary>Sentences, cut again where a semicolon ends one demand and begins the next.</summary>
    private static List<string> Clauses(string text) =>
        [.. Sentences.Split(text).SelectMany(range => text[range.Start..range.End].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Patience = 10_000;

    /// <summary>"xây dựng, ban hành Kế hoạch", "lập kế hoạch", "cụ thể hóa thành kế hoạch"; not "Kế hoạch này" and not "ban hành kèm theo".</summary>
    [GeneratedRegex(@"(?<!\w)(xây dựng|ban hành|lập|cụ thể h(óa|oá)|tham mưu ban hành|phê duyệt)(?!\w)(?!\s+kèm theo)((?!kế hoạch)[^:]){0,70}(?<!\w)kế hoạch(?!\w)(?!\s+(này|trên|số|nêu trên)(?!\w))", Options, Patience)]
    private static partial Regex Verb();

    /// <summary>The preamble, or a plan that follows.</summary>
    [GeneratedRegex(@"như sau|nội dung sau|(?<!\w)cụ thể:|kèm theo quyết định", Options, Patience)]
    private static partial Regex Announces();

    /// <summary>Somebody looks at it, or drafts it for a body above: "kiểm tra việc xây dựng …", "tham mưu UBND tỉnh ban hành …".</summary>
    [GeneratedRegex(@"(việc|kết quả|tiến độ|tình hình)\s*$|(tham mưu|trình|giúp)\s[^,]*$", Options, Patience)]
    private static partial Regex SpokenOf();

    /// <summary>Whose plan: "của cơ quan, đơn vị, địa phương", "của đơn vị mình", "tại địa phương", "trong phạm vi quản lý".</summary>
    [GeneratedRegex(@"(?<!\w)(của|tại|ở|cho)\s+((từng|mỗi|các)\s+)?(cơ quan|đơn vị|địa phương|ngành|cấp|tổ chức|phòng|xã|phường|huyện|địa bàn)(?!\w)|(?<!\w)(cơ quan|đơn vị|địa phương|ngành|cấp|phòng|xã|phường)\s+mình|phạm vi (quản lý|ngành)", Options, Patience)]
    private static partial Regex Own();

    [GeneratedRegex(@"(căn cứ|trên cơ sở|theo|từ)\s[^;]{0,40}?kế hoạch\s+(này|của (ubnd|ủy ban|tỉnh|thành phố|huyện))", Options, Patience)]
    private static partial Regex ThisPlan();

    /// <summary>Several bodies are spoken to.</summary>
    [GeneratedRegex(@"(?<!\w)(các|những|từng|mỗi)\s|(?<!\w)(ubnd|ủy ban nhân dân)\s+(cấp|xã|phường|huyện)(?!\w)|cơ quan, đơn vị|sở, (ban, )?ngành|(?<!\w)địa phương", Options, Patience)]
    private static partial Regex Many();

    /// <summary>The many are those that one body works with.</summary>
    [GeneratedRegex(@"(?<!\w)(phối hợp|hướng dẫn|đôn đốc)(?!\w)", Options, Patience)]
    private static partial Regex Helpers();

    /// <summary>A plan to carry this one out, and not one of an event.</summary>
    [GeneratedRegex(@"kế hoạch\s+(cụ thể|chi tiết|tuyên truyền|truyền thông|thực hiện|triển khai|cải cách hành chính|cchc|năm)", Options, Patience)]
    private static partial Regex Concrete();

    /// <summary>From here on the sentence is about reporting, with days of its own.</summary>
    [GeneratedRegex(@"(?<!\w)(báo cáo (kết quả|tình hình|định kỳ)|định kỳ|tổng hợp kết quả|kết quả thực hiện)", Options, Patience)]
    private static partial Regex AnotherMatter();

    [GeneratedRegex(@"^(và\s+|-\s*)?(gửi|kế hoạch|hoàn thành|thời (gian|hạn)|việc (xây dựng|ban hành)|báo cáo (ubnd|ủy ban|sở)|xong)(?!\w)(?! (kết quả|tình hình))", Options, Patience)]
    private static partial Regex GoesOn();

    /// <summary>Calendar days only: working days need the year's holidays.</summary>
    [GeneratedRegex(@"(trong|sau|chậm nhất)(\s+(thời (hạn|gian)|vòng|là|sau))*\s+(?<days>\d{1,3})\s+ngày,?\s+(kể\s+)?từ\s+(ngày|khi)\s+([^,.;]{0,20}\s)?(ban hành|ký|nhận)", Options, Patience)]
    private static partial Regex AfterIssue();
}
