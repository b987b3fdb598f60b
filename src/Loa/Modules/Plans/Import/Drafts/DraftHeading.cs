namespace Loa.Modules.Plans.Import.Drafts;

internal sealed class DraftHeading : DraftItem<DraftHeading>, IDescribed<DraftHeading>
{
    public string? Kind { get; set; }
    public string? Promulgates { get; set; }
    public string? ParentIssuer { get; set; }
    public string? Issuer { get; set; }
    public string? Reference { get; set; }
    public string? Place { get; set; }
    public DateOnly? Date { get; set; }
    public string? Subject { get; set; }
    public int? Year { get; set; }
    public int? YearTo { get; set; }
    public string? SignerAuthority { get; set; }
    public string? SignerCapacity { get; set; }
    public string? SignerTitle { get; set; }
    public string? SignerName { get; set; }
    public List<string> Recipients { get; set; } = [];
    public string? Budget { get; set; }

    static IReadOnlyList<FieldOf<DraftHeading>> IDescribed<DraftHeading>.Description { get; } =
    [
        Fields<DraftHeading>.Line("kind", h => h.Kind, (h, v) => h.Kind = v),
        Fields<DraftHeading>.Line("promulgates", h => h.Promulgates, (h, v) => h.Promulgates = v),
        Fields<DraftHeading>.Line("subject", h => h.Subject, (h, v) => h.Subject = v, FieldKind.Text),
        Fields<DraftHeading>.Line("reference", h => h.Reference, (h, v) => h.Reference = v?.Replace(" ", "", StringComparison.Ordinal)),
        Fields<DraftHeading>.Date("date", h => h.Date, (h, v) => h.Date = v),
        Fields<DraftHeading>.Line("place", h => h.Place, (h, v) => h.Place = v),
        Fields<DraftHeading>.Line("issuer", h => h.Issuer, (h, v) => h.Issuer = v),
        Fields<DraftHeading>.Line("parentIssuer", h => h.ParentIssuer, (h, v) => h.ParentIssuer = v),
        Fields<DraftHeading>.Number("year", h => h.Year, (h, v) => h.Year = v),
        Fields<DraftHeading>.Number("yearTo", h => h.YearTo, (h, v) => h.YearTo = v),
        Fields<DraftHeading>.Line("signerAuthority", h => h.SignerAuthority, (h, v) => h.SignerAuthority = v, pointer: "signer/authority"),
        Fields<DraftHeading>.Line("signerCapacity", h => h.SignerCapacity, (h, v) => h.SignerCapacity = v, pointer: "signer/capacity"),
        Fields<DraftHeading>.Line("signerTitle", h => h.SignerTitle, (h, v) => h.SignerTitle = v, pointer: "signer/title"),
        Fields<DraftHeading>.Line("signerName", h => h.SignerName, (h, v) => h.SignerName = v, pointer: "signer/name"),
        Fields<DraftHeading>.Lines("recipients", h => h.Recipients),
        Fields<DraftHeading>.Line("budget", h => h.Budget, (h, v) => h.Budget = v, FieldKind.Text),
    ];
}
