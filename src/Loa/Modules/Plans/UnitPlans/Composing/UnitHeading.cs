using Loa.Documents.Vietnamese;
using Loa.Documents.Writing;
using Loa.Modules.Agencies;

namespace Loa.Modules.Plans.UnitPlans.Composing;

/// <summary>What the heading and the signature of an agency's own plan are likely to say; an officer corrects the rest.</summary>
internal sealed record UnitHeading
{
    /// <summary>Kinds of documents whose programme a unit carries out too. Laws, decrees and proposals moved the plan above; it is cited for them.</summary>
    public static readonly string[] Programmes = ["Nghị quyết", "Quyết định", "Kế hoạch", "Chương trình", "Chỉ thị", "Đề án"];

    public string? Superior { get; init; }
    public required string Issuer { get; init; }

    /// <summary>"KH-UBND".</summary>
    public required string Symbol { get; init; }

    public string? Place { get; init; }
    public string? Authority { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <param name="agency">Whose plan it is.</param>
    /// <param name="above">The bodies above it, the nearest first.</param>
    /// <param name="parent">The plan it carries out.</param>
    public static UnitHeading Of(AgencyRef agency, IReadOnlyList<AgencyRef> above, Plan parent)
    {
        var heading = AgencyHeading.Of(agency, above);
        var isCommittee = agency.Kind == AgencyKind.PeoplesCommittee;
        return new UnitHeading
        {
            Superior = heading.Superior,
            Issuer = heading.Issuer,
            Symbol = heading.Symbol(DocumentKind.Plan),
            Place = heading.Place,
            Authority = heading.Authority,
            Title = heading.Title,
            Subject = SubjectOf(parent.Subject, isCommittee ? heading.Territory : null, heading.Issuer),
            Recipients =
            [
                $"{parent.Issuer ?? heading.Superior ?? "Cơ quan cấp trên"} (để báo cáo)",
                isCommittee ? $"Các ban, ngành, đoàn thể {heading.Territory}" : $"Các phòng, đơn vị thuộc {heading.Issuer}",
            ],
        };
    }

    /// <summary>"Căn cứ Kế hoạch số 523/KH-UBND ngày 20 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh … về …".</summary>
    public static string BasisOn(Plan plan) => string.Join(' ', new[]
    {
        $"Căn cứ {plan.Kind ?? DocumentKind.Plan.Name}",
        PlanReference.Key(plan.Reference) is null ? null : $"số {plan.Reference}",
        plan.Date is { } date ? DocumentSymbol.DateInWords(date, null) : null,
        plan.Issuer is { } issuer ? $"của {issuer}" : null,
        $"về {LowerFirst(plan.Subject)}",
    }.Where(part => part is not null));

    /// <summary>"Tuyên truyền …" within a sentence; a name or an abbreviation keeps its capital.</summary>
    public static string LowerFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string SubjectOf(string parentSubject, string? territory, string issuer)
    {
        const string Where = " trên địa bàn ";
        var at = parentSubject.IndexOf(Where, StringComparison.OrdinalIgnoreCase);
        var subject = (at > 0 ? parentSubject[..at] : parentSubject).Trim();
        return subject.Length == 0 ? "" : territory is null ? $"{subject} của {issuer}" : subject + Where + territory;
    }
}
