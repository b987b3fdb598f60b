using Loa.Documents.Writing;
using Loa.Platform;

namespace Loa.Modules.Plans.Coverage.Letter;

/// <summary>The letter's form as it is filled in beforehand and as it is posted.</summary>
internal sealed class LetterForm
{
    public bool OnlyOverdue { get; set; }
    public int? Number { get; set; }
    public string? Symbol { get; set; }
    public DateOnly? Date { get; set; }
    public string? Place { get; set; }
    public string? Superior { get; set; }
    public string? Issuer { get; set; }
    public string? Subject { get; set; }
    public DateOnly? Deadline { get; set; }
    public string? Body { get; set; }
    public string? Authority { get; set; }
    public string? Title { get; set; }
    public string? Name { get; set; }
    public string? Recipients { get; set; }
    public string? Archive { get; set; }

    /// <summary>From the plan's own heading and signature; number and day are left to the registry.</summary>
    public static LetterForm For(Plan plan, string owner, CoverageFigures figures, IReadOnlyList<UptakeLine> owing, DateOnly today)
    {
        var onlyOverdue = figures.Overdue > 0;
        var addressed = owing.Where(line => !onlyOverdue || line.State == UptakeState.Overdue).DistinctBy(line => line.HolderId).ToList();
        var dueOn = owing.Where(line => line.DueOn is not null).GroupBy(line => line.DueOn).MaxBy(group => group.Count())?.Key;
        return new LetterForm
        {
            OnlyOverdue = onlyOverdue,
            Symbol = DocumentSymbol.Of(DocumentKind.Letter, BodyOf(plan.Reference)),
            Place = plan.Place,
            Superior = plan.ParentIssuer,
            Issuer = Broken(owner),
            Subject = $"đôn đốc ban hành kế hoạch {ReminderLetter.Topic(plan.Subject)}",
            Deadline = today.AddDays(7),
            Body = ReminderLetter.Draft(plan, owner, dueOn, today, figures.Have, figures.Must, addressed.Count, ReminderLetter.Heads(addressed.Select(line => (line.HolderKind, line.HolderLevel)))),
            Authority = string.Join('\n', new[] { plan.SignerAuthority, plan.SignerCapacity }.Where(line => !string.IsNullOrWhiteSpace(line))),
            Title = plan.SignerTitle,
            Name = plan.SignerName,
            Recipients = "Như trên",
            Archive = "VT",
        };
    }

    public LetterText ToText() => new()
    {
        Number = Number,
        Symbol = WithUnit(Symbol!.Trim(), Archive),
        Superior = string.IsNullOrWhiteSpace(Superior) ? null : Clean(Superior),
        Issuer = Clean(Issuer!),
        Place = Place!.Trim(),
        Date = Date,
        Subject = Subject!.Trim().TrimEnd('.'),
        Body = Clean(Body!).Replace(ReminderLetter.DeadlineMark, Formats.Date(Deadline), StringComparison.Ordinal),
        Authority = Lines(Authority),
        Title = Title!.Trim(),
        Name = Name?.Trim() ?? "",
        Recipients = Lines(Recipients),
        Archive = string.IsNullOrWhiteSpace(Archive) ? "VT" : Archive.Trim(),
    };

    /// <summary>A letter's symbol names the unit that drafts it: "UBND" filed under "VT, NC" is "UBND-NC". One that names a unit already stays.</summary>
    public static string WithUnit(string symbol, string? archive) =>
        !symbol.Contains('-', StringComparison.Ordinal) && archive?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [_, .., var unit] && !unit.Contains(' ', StringComparison.Ordinal)
            ? $"{symbol}-{unit.TrimEnd('.')}" : symbol;

    /// <summary>"UBND" of "15/KH-UBND".</summary>
    private static string BodyOf(string? reference) => reference?.Split('/')[^1].Split('-', 2) is [_, { Length: > 0 } body] ? body : "UBND";

    /// <summary>"Ủy ban nhân dân" over "tỉnh Thanh Giang", as headings print it.</summary>
    private static string Broken(string issuer) =>
        issuer.StartsWith("Ủy ban nhân dân ", StringComparison.OrdinalIgnoreCase) ? $"{issuer[.."Ủy ban nhân dân".Length]}\n{issuer["Ủy ban nhân dân ".Length..]}" : issuer;

    private static IReadOnlyList<string> Lines(string? text) =>
        [.. Clean(text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart('-', ' ').TrimEnd(';', '.', ' '))];

    private static string Clean(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
}
