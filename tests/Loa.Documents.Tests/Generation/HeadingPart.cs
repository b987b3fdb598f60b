using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Generation;

/// <summary>Heading, title and signature of the plan, or of the decision that promulgates it.</summary>
internal static class HeadingPart
{
    /// <summary>Prints everything above the legal bases and returns what the signature block shall print.</summary>
    public static SignatureLayout Write(Draft draft, bool decision)
    {
        var (dice, issuer) = (draft.Dice, draft.Issuer);
        var number = dice.Chance(85) ? dice.Next(3, 2999) : (int?)null;
        var symbol = (decision ? "QĐ-" : "KH-") + issuer.Symbol;
        var date = number is null ? (DateOnly?)null : new DateOnly(draft.Years?.From ?? 2025, dice.Next(1, 12), dice.Next(1, 28));
        var year = draft.Years?.From ?? 2025;
        var place = date is { } d ? $"{issuer.Place}, ngày {d.Day:00} tháng {(d.Month < 3 ? $"{d.Month:00}" : $"{d.Month}")} năm {d.Year}" : $"{issuer.Place}, ngày   tháng   năm {year}";
        var numberLine = number is { } n ? dice.Pick($"Số: {n:00}/{symbol}", $"Số: {n:00} /{symbol}", $"Số: {n:00}/{symbol}") : $"Số:      /{symbol}";
        var subject = Subject(draft);
        var name = dice.Pick(Words.People);
        var lines = dice.Pick(issuer.Signatures);
        var recipients = Recipients(draft);
        draft.Heading = new()
        {
            Kind = decision ? "Quyết định" : "Kế hoạch",
            Promulgates = decision ? "Kế hoạch" : null,
            ParentIssuer = issuer.Parent,
            Issuer = issuer.Name,
            Reference = $"{number:00}/{symbol}",
            Number = number,
            Symbol = symbol,
            Place = issuer.Place,
            Date = date,
            Subject = decision ? $"Ban hành Kế hoạch {subject}" : Capital(subject),
            Year = draft.Years?.From,
            YearTo = draft.Years?.To,
            Signer = Generation.Issuer.Sign(lines, name),
            Recipients = recipients,
        };

        draft.Layout.Add(new HeadingLayout(issuer.Lines, numberLine, place));
        draft.Print(decision ? "QUYẾT ĐỊNH" : "KẾ HOẠCH", Look.CenteredBold);
        var printed = decision && dice.Chance(50) ? "Về việc " + Lower(draft.Heading.Subject) : draft.Heading.Subject;
        draft.Print(dice.Chance(25) ? printed.ToUpperInvariant() : printed, Look.CenteredBold);
        return new(recipients, lines, name, InTable: dice.Chance(50));
    }

    private static string Subject(Draft draft)
    {
        var subject = draft.Dice.Pick(Words.Subjects);
        return draft.Years switch
        {
            { } y when y.From == y.To => $"{subject} năm {y.From}",
            { } y => $"{subject} giai đoạn {y.From} - {y.To}",
            null => subject,
        } + (draft.Issuer.Symbol == "UBND" && draft.Dice.Chance(50) ? $" trên địa bàn {draft.Issuer.ShortName[5..]}" : "");
    }

    private static IReadOnlyList<string> Recipients(Draft draft) =>
        [.. draft.Dice.Some(["Như Điều 2", "Thường trực HĐND", "Các cơ quan, đơn vị trực thuộc", "Trang thông tin điện tử", "Lãnh đạo cơ quan", "Sở Nội vụ", "Văn phòng Chính phủ"], draft.Dice.Next(2, 5))];

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
