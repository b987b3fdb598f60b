using System.Text.RegularExpressions;
using Loa.Documents.Checking.Layout;
using Loa.Documents.Writing;

namespace Loa.Documents.Checking.Rules;

/// <summary>Elements 1 to 4: the two columns of the heading.</summary>
internal static partial class HeadingRules
{
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";
    private static readonly LookRule StateNameLook = new(FormatElement.StateName, 12, 13) { Bold = true, Italic = false, Capitals = true, Centred = true };
    private static readonly LookRule MottoLook = new(FormatElement.Motto, 13, 14) { Bold = true, Italic = false, Capitals = false, Centred = true };
    private static readonly LookRule SuperiorLook = new(FormatElement.Superior, 12, 13) { Bold = false, Italic = false, Capitals = true, Centred = true };
    private static readonly LookRule IssuerLook = new(FormatElement.Issuer, 12, 13) { Bold = true, Italic = false, Capitals = true, Centred = true };
    private static readonly LookRule NumberLook = new(FormatElement.Number, 13, 13) { Bold = false, Italic = false, Centred = true };
    private static readonly LookRule DateLook = new(FormatElement.PlaceAndDate, 13, 14) { Bold = false, Italic = true, Capitals = false, Centred = true };
    private static readonly Phrase Right = new("khối bên phải", "right block");
    private static readonly Phrase Left = new("khối bên trái", "left block");

    public static void Check(LaidDocument document, DocumentElements elements, Findings findings)
    {
        Present(elements.StateName, StateNameLook, findings);
        Present(elements.Motto, MottoLook, findings);
        Present(elements.Issuer.Count == 0 ? null : elements.Issuer[0], IssuerLook, findings);
        IssuerLook.Check(elements.Issuer.Skip(1), findings);
        SuperiorLook.Check(elements.Superior, findings);
        Present(elements.Number, NumberLook, findings);
        Present(elements.PlaceAndDate, DateLook, findings);

        if (elements.Motto is { } motto && motto != elements.StateName && Spaces(motto.Text) != Motto)
            findings.Add(FormatElement.Motto, FormatProperty.Wording, $"“{Short(motto.Text)}”", $"“{Motto}”", motto);
        RuleFinder.Check(document, elements.Motto, FormatElement.Motto, (0.85, 1.15), new("bằng độ dài dòng chữ", "as long as the line"), findings);
        RuleFinder.Check(document, elements.Issuer.Count == 0 ? null : elements.Issuer[^1], FormatElement.Issuer, (0.3, 0.53), TitleRules.ThirdToHalf, findings);
        Places(elements, findings);
        Number(elements.Number, findings);
        Date(elements.PlaceAndDate, findings);
    }

    private static void Present(LaidParagraph? paragraph, LookRule look, Findings findings)
    {
        if (paragraph is null)
            findings.Missing(look.Element);
        else
            look.Check(paragraph, findings);
    }

    private static void Places(DocumentElements elements, Findings findings)
    {
        foreach (var (paragraph, element, right) in (ReadOnlySpan<(LaidParagraph?, FormatElement, bool)>)
            [(elements.StateName, FormatElement.StateName, true), (elements.Motto, FormatElement.Motto, true), (elements.PlaceAndDate, FormatElement.PlaceAndDate, true), (elements.Number, FormatElement.Number, false)])
        {
            if (paragraph is not null && (paragraph.Cell is not { } cell || cell.Column > 0 != right))
                findings.Add(element, FormatProperty.Position, paragraph.Cell is null ? new("không nằm trong hai khối", "outside the two blocks") : right ? Left : Right, right ? Right : Left, paragraph);
        }

        if (elements is { Number.Cell: { } number, PlaceAndDate.Cell: { } date } && number.Table == date.Table && number.Row != date.Row)
            findings.Add(FormatElement.PlaceAndDate, FormatProperty.Position, new("khác dòng với số, ký hiệu", "not level with the number"), new("cùng dòng với số, ký hiệu", "level with the number"), elements.PlaceAndDate);
    }

    private static void Number(LaidParagraph? paragraph, Findings findings)
    {
        if (paragraph is null)
            return;
        var text = paragraph.Text.Trim();
        var match = NumberFormat().Match(text);
        if (!match.Success)
            findings.Add(FormatElement.Number, FormatProperty.Wording, $"“{Short(Spaces(text))}”", new("dạng “Số: 05/KH-UBND”, không dấu cách quanh “/” và “-”", "the form “Số: 05/KH-UBND”, no blanks around “/” and “-”"), paragraph);
        else if (match.Groups["number"].Value.Length == 1)
            findings.Add(FormatElement.Number, FormatProperty.LeadingZero, match.Groups["number"].Value, new($"0{match.Groups["number"].Value} (số dưới 10 thêm số 0)", $"0{match.Groups["number"].Value} (numbers below 10 take a 0)"), paragraph);
        if (match.Success && match.Groups["symbol"].Value is var symbol && symbol.Any(char.IsLower) && !StartsWithKind(symbol))
            findings.Add(FormatElement.Number, FormatProperty.Capitals, $"“{symbol}”", new("ký hiệu in hoa", "the symbol in capitals"), paragraph);
    }

    /// <summary>"CTr", "TTr" and "QyĐ" are the decree's own; the rest of the symbol is capitals.</summary>
    private static bool StartsWithKind(string symbol) =>
        DocumentKind.All.Any(k => symbol.StartsWith(k.Abbreviation + "-", StringComparison.Ordinal) && !symbol.AsSpan(k.Abbreviation.Length).ContainsAnyInRange('a', 'z'));

    private static void Date(LaidParagraph? paragraph, Findings findings)
    {
        if (paragraph is null)
            return;
        var match = DateFormat().Match(Spaces(paragraph.Text));
        if (!match.Success)
        {
            findings.Add(FormatElement.PlaceAndDate, FormatProperty.Wording, $"“{Short(Spaces(paragraph.Text))}”", new("dạng “Hà Nội, ngày 05 tháng 01 năm 2020”", "the form “Hà Nội, ngày 05 tháng 01 năm 2020”"), paragraph);
            return;
        }

        if (match.Groups["day"].Value is [>= '1' and <= '9'] day)
            findings.Add(FormatElement.PlaceAndDate, FormatProperty.LeadingZero, new($"ngày {day}", $"day {day}"), new($"ngày 0{day} (ngày dưới 10 thêm số 0)", $"day 0{day} (days below 10 take a 0)"), paragraph);
        if (match.Groups["month"].Value is "1" or "2")
            findings.Add(FormatElement.PlaceAndDate, FormatProperty.LeadingZero, new($"tháng {match.Groups["month"].Value}", $"month {match.Groups["month"].Value}"), new($"tháng 0{match.Groups["month"].Value} (tháng 1, 2 thêm số 0)", $"month 0{match.Groups["month"].Value} (months 1 and 2 take a 0)"), paragraph);
    }

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(@"^Số: ?(?<number>\d{1,6})?[\s.…]*(?<!\d\s)/(?<symbol>[\p{L}\d]+(-[\p{L}\d]+)*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberFormat();

    [GeneratedRegex(@"^\p{Lu}.*, ngày (?<day>\d{1,2}|[.…]+)? ?tháng (?<month>\d{1,2}|[.…]+)? ?năm \d{4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateFormat();
}
