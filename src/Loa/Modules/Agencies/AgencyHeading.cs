using System.Text;
using Loa.Documents.Vietnamese;
using Loa.Documents.Writing;

namespace Loa.Modules.Agencies;

/// <summary>What the heading and the signature of an agency's documents are likely to say; an officer corrects the rest.</summary>
internal sealed record AgencyHeading
{
    private const string Committee = "Ủy ban nhân dân ";

    /// <summary>A name's first words → the title of whoever signs for it. The first that fits counts.</summary>
    private static readonly (string Opening, string Title)[] Heads =
    [
        ("Sở ", "GIÁM ĐỐC"), ("Thanh tra ", "CHÁNH THANH TRA"), ("Ban Quản lý ", "TRƯỞNG BAN"), ("Ban ", "TRƯỞNG BAN"), ("Văn phòng ", "CHÁNH VĂN PHÒNG"), ("Phòng ", "TRƯỞNG PHÒNG"),
        ("Trung tâm ", "GIÁM ĐỐC"), ("Bệnh viện ", "GIÁM ĐỐC"), ("Trường Đại học ", "HIỆU TRƯỞNG"), ("Trường ", "HIỆU TRƯỞNG"), ("Học viện ", "GIÁM ĐỐC"), ("Chi cục ", "CHI CỤC TRƯỞNG"),
        ("Cục ", "CỤC TRƯỞNG"), ("Đài ", "GIÁM ĐỐC"), ("Báo ", "TỔNG BIÊN TẬP"), ("Cổng ", "TRƯỞNG BAN BIÊN TẬP"), ("Kho bạc ", "GIÁM ĐỐC"), ("Bảo hiểm xã hội ", "GIÁM ĐỐC"),
        ("Bộ Chỉ huy ", "CHỈ HUY TRƯỞNG"), ("Công an tỉnh ", "GIÁM ĐỐC"), ("Công an thành phố ", "GIÁM ĐỐC"), ("Công an ", "TRƯỞNG CÔNG AN"), ("Bưu điện ", "GIÁM ĐỐC"), ("Ngân hàng ", "GIÁM ĐỐC"),
        ("Quỹ ", "GIÁM ĐỐC"), ("Hội ", "CHỦ TỊCH"), ("Liên đoàn ", "CHỦ TỊCH"), ("Liên minh ", "CHỦ TỊCH"),
    ];

    private static readonly string[] Small = ["và", "của", "các", "thuộc", "-", "tỉnh"];

    private static readonly string[] PlaceTypes = ["tỉnh ", "thành phố ", "thị xã ", "thị trấn ", "huyện ", "quận ", "phường ", "xã ", "đặc khu "];

    /// <summary>The body printed above it; null for a committee, and for what stands outside the chain of command.</summary>
    public string? Superior { get; init; }

    public required string Issuer { get; init; }

    /// <summary>Where it is and over which it decides, "tỉnh Thanh Giang"; null where no committee stands above it.</summary>
    public string? Territory { get; init; }

    /// <summary>As the day of signing prints it, "Thanh Giang".</summary>
    public string? Place { get; init; }

    public string? Authority { get; init; }

    /// <summary>Of whoever signs.</summary>
    public required string Title { get; init; }

    /// <param name="above">The bodies above it, the nearest first.</param>
    public static AgencyHeading Of(AgencyRef agency, IReadOnlyList<AgencyRef> above)
    {
        var isCommittee = agency.Kind == AgencyKind.PeoplesCommittee;
        var territory = above.Prepend(agency).FirstOrDefault(body => body.Kind == AgencyKind.PeoplesCommittee)?.Name is { } committee ? PlaceOf(committee) : null;
        // A committee prints no body above it; every other prints the one it belongs to.
        var superior = isCommittee || agency.Kind.IsOutsideChain() ? null : above is [var nearest, ..] ? nearest.Name : null;
        var issuer = WithoutPlace(agency.Name, superior is null ? null : territory);
        return new AgencyHeading
        {
            Superior = superior,
            Issuer = issuer,
            Territory = territory,
            Place = territory is null ? null : WithoutType(territory),
            Authority = isCommittee ? "TM. ỦY BAN NHÂN DÂN" : null,
            Title = isCommittee ? "CHỦ TỊCH" : Array.Find(Heads, head => $"{issuer} ".StartsWith(head.Opening, StringComparison.OrdinalIgnoreCase)).Title ?? "THỦ TRƯỞNG",
        };
    }

    /// <summary>"KH-UBND".</summary>
    public string Symbol(DocumentKind kind) => DocumentSymbol.Of(kind, Abbreviation(Issuer));

    /// <summary>First letters: "Sở Văn hóa, Thể thao và Du lịch" → SVHTTDL; a People's Committee is UBND whatever its place.</summary>
    public static string Abbreviation(string name)
    {
        if (name.StartsWith(Committee, StringComparison.OrdinalIgnoreCase))
            return "UBND";
        // Committees and councils within a name are known by their letters.
        var known = name.Replace(Committee.TrimEnd(), "UBND", StringComparison.OrdinalIgnoreCase).Replace("Hội đồng nhân dân", "HĐND", StringComparison.OrdinalIgnoreCase);
        var words = known.Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => !Small.Contains(word.ToLowerInvariant()) && char.IsLetterOrDigit(word[0])).ToList();
        var letters = string.Concat(words.Select(word => word.Length > 1 && word.All(char.IsUpper) ? word : char.ToUpperInvariant(word[0]).ToString()));
        return letters.Length == 0 ? "CQ" : WithoutTone(letters);
    }

    /// <summary>Ủ → U, but Đ, Ô and Ư stay: a symbol has letters, not tones.</summary>
    private static string WithoutTone(string letters) =>
        string.Concat(letters.Normalize(NormalizationForm.FormD).Where(c => c is not ('\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323'))).Normalize(NormalizationForm.FormC);

    private static string PlaceOf(string committee) =>
        committee.StartsWith(Committee, StringComparison.OrdinalIgnoreCase) ? committee[Committee.Length..] : committee;

    private static string WithoutType(string place) =>
        Array.Find(PlaceTypes, type => place.StartsWith(type, StringComparison.OrdinalIgnoreCase)) is { } type ? place[type.Length..] : place;

    /// <summary>Under its committee "Sở Nội vụ tỉnh Thanh Giang" is "Sở Nội vụ", and "Thanh tra tỉnh Thanh Giang" is "Thanh tra tỉnh".</summary>
    private static string WithoutPlace(string name, string? territory)
    {
        if (territory is null || !Folding.Fold(name).EndsWith(' ' + Folding.Fold(territory), StringComparison.Ordinal) || name.Length <= territory.Length + 1)
            return name;
        var cut = name.StartsWith("Sở ", StringComparison.OrdinalIgnoreCase) ? territory : WithoutType(territory);
        return name[..^(cut.Length + 1)].TrimEnd();
    }
}
