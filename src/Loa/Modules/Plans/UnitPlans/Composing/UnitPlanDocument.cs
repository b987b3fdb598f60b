using System.Globalization;
using System.Text.RegularExpressions;
using Loa.Documents.Vietnamese;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;
using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.UnitPlans.Composing;

/// <summary>A draft as the document that goes to be signed. Only what was said is printed; the sections number themselves.</summary>
internal sealed partial class UnitPlanDocument
{
    /// <summary>What stands where the draft says nothing yet.</summary>
    private const string Open = "…";

    private readonly PlanDraft _draft;
    private readonly TaskAnnex _annex;

    private UnitPlanDocument(PlanDraft draft, IReadOnlyDictionary<Guid, string> clauses, string? parentReference)
    {
        _draft = draft;
        _annex = new TaskAnnex(draft, clauses, parentReference);
    }

    /// <param name="draft">What the plan says; removed items are left out.</param>
    /// <param name="clauses">Tasks of the plan above → their numbers there.</param>
    /// <param name="parentReference">Number and symbol of the plan above.</param>
    /// <param name="openYear">Printed while the date is open.</param>
    public static AdministrativeDocument Compose(PlanDraft draft, IReadOnlyDictionary<Guid, string> clauses, string? parentReference, int openYear) =>
        new UnitPlanDocument(draft, clauses, parentReference).Compose(openYear);

    private AdministrativeDocument Compose(int openYear)
    {
        var heading = _draft.Heading;
        var (number, symbol) = Numbered(heading.Reference);
        var kind = DocumentKind.All.FirstOrDefault(kind => Folding.Fold(kind.Name) == Folding.Fold(heading.Kind ?? "")) ?? DocumentKind.Plan;
        return new AdministrativeDocument
        {
            Heading = new DocumentHeading
            {
                Superior = heading.ParentIssuer is { Length: > 0 } superior ? Name(superior) : null,
                Issuer = Name(heading.Issuer),
                Number = number,
                Symbol = symbol ?? DocumentSymbol.Of(kind, AgencyHeading.Abbreviation(heading.Issuer ?? "")),
                Place = OneLine(heading.Place) ?? Open,
                Date = heading.Date,
                Year = openYear,
            },
            Kind = kind,
            Subject = OneLine(heading.Subject)?.TrimEnd('.', ';', ',', ' ') is { Length: > 0 } subject ? subject : Open,
            LegalBases = [.. Kept(_draft.Bases, basis => basis.Text).Select(basis => (RichText)Basis(basis.Text!))],
            Body = Body(kind),
            Signature = new Signature
            {
                Authority = [.. new[] { heading.SignerAuthority, heading.SignerCapacity }.Select(OneLine).OfType<string>()],
                Title = OneLine(heading.SignerTitle) ?? Open,
                Name = OneLine(heading.SignerName) ?? "",
            },
            Recipients = [.. Recipients().Where(line => !IsArchive(line))],
            Archive = Recipients().FirstOrDefault(IsArchive)?[(Recipients().First(IsArchive).IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() is { Length: > 0 } archive ? archive : "VT",
            Annexes = _annex.IsEmpty ? [] : [_annex.Write($"Phân công nhiệm vụ thực hiện {UnitHeading.LowerFirst(kind.Name)}")],
        };
    }

    /// <summary>"15/KH-UBND" → 15 and KH-UBND; "/KH-UBND" is not numbered yet.</summary>
    internal static (int? Number, string? Symbol) Numbered(string? reference)
    {
        var parts = (reference ?? "").Split('/', 2, StringSplitOptions.TrimEntries);
        var number = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read > 0 ? read : (int?)null;
        var symbol = parts.Length == 2 ? parts[1] : number is null ? parts[0] : "";
        return (number, symbol.Length == 0 ? null : symbol);
    }

    private IEnumerable<TextBlock> Body(DocumentKind kind)
    {
        var named = $"{kind.Name} {UnitHeading.LowerFirst(OneLine(_draft.Heading.Subject) ?? Open)}";
        yield return new TextParagraph($"{OneLine(_draft.Heading.Issuer) ?? Open} ban hành {named} như sau:");
        foreach (var block in Goals().Concat(Contents()).Concat(Work(kind)).Concat(Organisation()))
            yield return block;
        yield return new TextParagraph($"Trên đây là {named}; yêu cầu các bộ phận, cá nhân được phân công nghiêm túc triển khai thực hiện./.");
    }

    private IEnumerable<TextBlock> Goals()
    {
        var (purposes, requirements) = (Texts(PlanTextKind.Purpose), Texts(PlanTextKind.Requirement));
        if (purposes.Count > 0 && requirements.Count > 0)
        {
            yield return Section("MỤC ĐÍCH, YÊU CẦU");
            yield return new SectionTitle(SectionLevel.Arabic, "Mục đích");
            foreach (var line in Lines(purposes))
                yield return line;
            yield return new SectionTitle(SectionLevel.Arabic, "Yêu cầu");
            foreach (var line in Lines(requirements))
                yield return line;
        }
        else if (purposes.Count + requirements.Count > 0)
        {
            yield return Section(purposes.Count > 0 ? "MỤC ĐÍCH" : "YÊU CẦU");
            foreach (var line in Lines(purposes.Count > 0 ? purposes : requirements))
                yield return line;
        }

        foreach (var block in Listed("CHỈ TIÊU", [.. Kept(_draft.Targets, target => target.Text).Select(target => target.Text!)]))
            yield return block;
    }

    private IEnumerable<TextBlock> Contents() =>
        Listed("ĐỐI TƯỢNG TUYÊN TRUYỀN", Texts(PlanTextKind.Audience))
            .Concat(Listed("NỘI DUNG TUYÊN TRUYỀN", Texts(PlanTextKind.Topic)))
            .Concat(Listed("HÌNH THỨC TUYÊN TRUYỀN", Texts(PlanTextKind.Form)))
            .Concat(Listed("ĐỊNH MỨC TUYÊN TRUYỀN", [.. Kept(_draft.Cadences, cadence => cadence.Text).Select(cadence => cadence.Text!).Distinct(StringComparer.Ordinal)]));

    private IEnumerable<TextBlock> Work(DocumentKind kind)
    {
        if (!_annex.IsEmpty)
        {
            yield return Section("NHIỆM VỤ");
            yield return new TextParagraph($"Nhiệm vụ cụ thể, người phụ trách, thời gian thực hiện và sản phẩm tại Phụ lục kèm theo {kind.Name} này.");
        }

        var budget = Split(_draft.Heading.Budget).ToList();
        if (budget.Count == 0 && _annex.Total is null)
            yield break;
        yield return Section("KINH PHÍ");
        foreach (var line in budget)
            yield return Line(line);
        if (_annex.Total is { } total)
            yield return new TextParagraph($"Tổng dự toán: {FieldText.Money(total)} đồng, chi tiết tại Phụ lục kèm theo.");
    }

    private IEnumerable<TextBlock> Organisation()
    {
        var responsibilities = Kept(_draft.Responsibilities, responsibility => responsibility.Agency).ToList();
        var people = _annex.People().ToList();
        if (responsibilities.Count + people.Count > 0)
            yield return Section("TỔ CHỨC THỰC HIỆN");
        foreach (var responsibility in responsibilities)
        {
            yield return new SectionTitle(SectionLevel.Arabic, OneLine(responsibility.Agency)!);
            foreach (var line in Lines([.. Kept(responsibility.Duties, duty => duty.Text).Select(duty => duty.Text!)]))
                yield return line;
        }

        if (people.Count > 0)
        {
            yield return new SectionTitle(SectionLevel.Arabic, "Phân công phụ trách");
            foreach (var (name, numbers) in people)
                yield return new DashItem($"{name}: nhiệm vụ số {string.Join(", ", numbers)} tại Phụ lục.");
        }

        var reporting = Kept(_draft.Reporting, duty => duty.Text).Select(duty => duty.Text!).Distinct(StringComparer.Ordinal).ToList();
        if (reporting.Count == 0)
            yield break;
        yield return Section("CHẾ ĐỘ BÁO CÁO");
        foreach (var line in Lines(reporting))
            yield return line;
    }

    private static IEnumerable<TextBlock> Listed(string title, IReadOnlyList<string> texts) =>
        texts.Select(text => Split(text).ToList()).Where(lines => lines.Count > 0).ToList() is not { Count: > 0 } said ? [] : said
            .SelectMany(lines => lines.Skip(1).Select(line => (TextBlock)new DashItem(line)).Prepend(new TextParagraph(lines[0]) { Level = SectionLevel.Arabic }))
            .Prepend(Section(title));

    private static SectionTitle Section(string title) => new(SectionLevel.Roman, title);

    private static IEnumerable<TextBlock> Lines(IReadOnlyList<string> texts) => texts.SelectMany(Split).Select(line => new DashItem(line));

    /// <summary>A line that opens like a section of the document would be taken for one.</summary>
    private static TextBlock Line(string line) => OpensASection().IsMatch(line) ? new DashItem(line) : new TextParagraph(line);

    private List<string> Texts(PlanTextKind kind) => [.. Kept(_draft.Texts.Where(text => text.Kind == kind), text => text.Text).Select(text => text.Text!)];

    private IEnumerable<string> Recipients() => _draft.Heading.Recipients.Select(line => line.Trim(' ', '-', ';', '.')).Where(line => line.Length > 0);

    private static bool IsArchive(string line) => Folding.Fold(line).StartsWith("luu:", StringComparison.Ordinal);

    private static string Basis(string text)
    {
        var line = OneLine(text)!.TrimEnd(':', ';', '.', ',', ' ');
        return Folding.Fold(line).StartsWith("can cu ", StringComparison.Ordinal) ? line : OpensABasis().IsMatch(Folding.Fold(line)) ? line : $"Căn cứ {line}";
    }

    /// <summary>A committee's name is printed on two lines, its place on the second.</summary>
    private static string Name(string? name)
    {
        const string Committee = "Ủy ban nhân dân ";
        var line = OneLine(name) ?? Open;
        return line.StartsWith(Committee, StringComparison.OrdinalIgnoreCase) ? Committee.TrimEnd() + '\n' + line[Committee.Length..] : line;
    }

    internal static IEnumerable<T> Kept<T>(IEnumerable<T> items, Func<T, string?> text)
        where T : DraftItem =>
        items.Where(item => !item.Removed && !string.IsNullOrWhiteSpace(text(item)));

    private static IEnumerable<string> Split(string? text) =>
        (text ?? "").Split('\n').Select(line => line.Trim(' ', '\t', '-', '–', '+', '•')).Where(line => line.Length > 0);

    internal static string? OneLine(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^([IVXLC]+\. ?\S|(Phần|Chương|Mục|PHẦN|CHƯƠNG|MỤC) |Phụ lục|PHỤ LỤC|Nơi nhận|NƠI NHẬN)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpensASection();

    [GeneratedRegex("^(thuc hien|xet|theo de nghi) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpensABasis();
}
