using System.Text.RegularExpressions;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Platform;

namespace Loa.Modules.Plans.Coverage.Letter;

/// <summary>What an officer says in the form of the letter; everything else follows from the list of late bodies.</summary>
internal sealed record LetterText
{
    public int? Number { get; init; }
    public required string Symbol { get; init; }
    public string? Superior { get; init; }
    public required string Issuer { get; init; }
    public required string Place { get; init; }
    public DateOnly? Date { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public IReadOnlyList<string> Authority { get; init; } = [];
    public required string Title { get; init; }
    public string Name { get; init; } = "";
    public IReadOnlyList<string> Recipients { get; init; } = [];
    public required string Archive { get; init; }
}

/// <param name="RemindedOn">The last reminder in Loa.</param>
internal sealed record LateBody(string Name, DateOnly? DueOn, int? DaysLate, DateOnly? RemindedOn);

/// <summary>"Công văn đôn đốc": to the bodies that have not issued their plan, with the list of them as annex. The document is Vietnamese whatever language the officer reads.</summary>
internal static partial class ReminderLetter
{
    /// <summary>In the text: replaced by the day asked for.</summary>
    public const string DeadlineMark = "[hạn]";

    /// <summary>More bodies than this are not named after "Kính gửi" one by one.</summary>
    public const int NamedAtMost = 6;

    public static AdministrativeDocument Compose(LetterText text, IReadOnlyList<LateBody> late, int year) => new()
    {
        Heading = new DocumentHeading { Superior = text.Superior, Issuer = text.Issuer, Number = text.Number, Symbol = text.Symbol, Place = text.Place, Date = text.Date, Year = year },
        Kind = DocumentKind.Letter,
        Subject = text.Subject,
        Addressees = late.Count <= NamedAtMost ? [.. late.Select(body => body.Name)] : ["Các cơ quan, đơn vị có tên trong Phụ lục"],
        Body = Paragraphs(text.Body),
        Signature = new Signature { Authority = text.Authority, Title = text.Title, Name = text.Name },
        Recipients = text.Recipients,
        Archive = text.Archive,
        Annexes = [new Annex { Title = "Danh sách cơ quan, đơn vị chưa ban hành kế hoạch", Content = [Table(late)] }],
    };

    /// <summary>The words a good officer would begin with; all of it can be changed.</summary>
    /// <param name="heads">Whom it is addressed to, see <see cref="Heads"/>.</param>
    /// <param name="issued">How many have issued their plan, of <paramref name="must"/>.</param>
    public static string Draft(Plan plan, string issuer, DateOnly? dueOn, DateOnly today, int issued, int must, int late, string heads)
    {
        var reference = plan.Reference is null ? "" : $" số {plan.Reference}";
        var day = plan.Date is { } date ? $" {DocumentSymbol.DateInWords(date, null)}" : "";
        var due = dueOn is { } last ? $" chậm nhất ngày {Formats.Date(last)}" : "";
        return $"""
            Thực hiện Kế hoạch{reference}{day} của {issuer} về {Topic(plan.Subject)}, các cơ quan, đơn vị, địa phương được giao nhiệm vụ phải ban hành kế hoạch của cơ quan, đơn vị mình{due}. Tính đến ngày {Formats.Date(today)}, đã có {issued:00}/{must:00} cơ quan, đơn vị ban hành kế hoạch; còn {late:00} cơ quan, đơn vị chưa ban hành (danh sách tại Phụ lục kèm theo).
            Để bảo đảm tiến độ thực hiện Kế hoạch, {issuer} yêu cầu {heads} có tên trong Phụ lục:
            1. Khẩn trương ban hành kế hoạch của cơ quan, đơn vị mình, hoặc đưa các nhiệm vụ được giao vào kế hoạch công tác năm, và cập nhật trên hệ thống Loa trước ngày {DeadlineMark}.
            2. Rà soát, đưa đầy đủ các nhiệm vụ được giao vào kế hoạch; phân công rõ người phụ trách, thời hạn và sản phẩm của từng nhiệm vụ.
            3. Làm rõ nguyên nhân chậm ban hành kế hoạch; chịu trách nhiệm trước {issuer} nếu tiếp tục chậm trễ.
            Nhận được Công văn này, đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện.
            """;
    }

    /// <summary>"Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu": the heads of the late bodies as their kinds are addressed.</summary>
    public static string Heads(IEnumerable<(AgencyKind Kind, AgencyLevel Level)> bodies)
    {
        var heads = bodies.Select(body => body switch
        {
            (AgencyKind.PeoplesCommittee, AgencyLevel.Commune) => (Order: 3, Words: "Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu"),
            (AgencyKind.PeoplesCommittee, AgencyLevel.District) => (Order: 2, Words: "Chủ tịch Ủy ban nhân dân các huyện, thành phố"),
            (AgencyKind.Department or AgencyKind.CommitteeOffice, AgencyLevel.Province) => (Order: 0, Words: "Thủ trưởng các sở, ban, ngành"),
            _ => (Order: 1, Words: "Thủ trưởng các cơ quan, đơn vị"),
        }).Distinct().OrderBy(head => head.Order).Select(head => head.Words);
        return string.Join("; ", heads);
    }

    /// <summary>"tuyên truyền cải cách hành chính năm 2024": the plan's subject as it goes on in a sentence.</summary>
    public static string Topic(string subject)
    {
        var topic = Opening().Replace(subject.Trim().TrimEnd('.'), "");
        // "CCHC năm 2024" keeps its capitals.
        return topic.Length > 1 && char.IsLower(topic[1]) ? char.ToLowerInvariant(topic[0]) + topic[1..] : topic;
    }

    /// <summary>A line a paragraph: "1. …" and "a) …" are numbered by the writer, "- …" is a list; the last ends as letters end.</summary>
    private static List<TextBlock> Paragraphs(string body)
    {
        var lines = body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select((line, index) => Paragraph(index == lines.Length - 1 ? line.TrimEnd('.', '/', ' ') + "./." : line))];
    }

    private static TextBlock Paragraph(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            return new DashItem(line[2..]);
        }

        if (Numbered().Match(line) is not { Success: true } numbered)
        {
            return new TextParagraph(line);
        }

        var level = char.IsAsciiDigit(numbered.Groups["label"].ValueSpan[0]) ? SectionLevel.Arabic : SectionLevel.Letter;
        return new TextParagraph(numbered.Groups["text"].Value) { Level = level, Label = numbered.Groups["label"].Value };
    }

    private static TextTable Table(IReadOnlyList<LateBody> late) => new()
    {
        Columns =
        [
            new("TT", 7, ColumnAlignment.Centre), new("Cơ quan, đơn vị", 45), new("Hạn ban hành", 17, ColumnAlignment.Centre), new("Số ngày quá hạn", 13, ColumnAlignment.Centre), new("Nhắc gần nhất", 18, ColumnAlignment.Centre),
        ],
        Rows = late.Select((body, index) => new CellRow(
            $"{index + 1}", body.Name, body.DueOn is { } due ? Formats.Date(due) : "", body.DaysLate is { } days ? Formats.Number(days) : "", body.RemindedOn is { } reminded ? Formats.Date(reminded) : "")),
    };

    [GeneratedRegex(@"^(kế hoạch\s+(về\s+)?|về\s+(việc\s+)?|v/v\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?<label>\d{1,2}\.|[a-zđ]\))\s+(?<text>.+)$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Numbered();
}
