using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Generation;

/// <summary>A plan being written: what it says and how it is laid out grow side by side.</summary>
internal sealed class Draft
{
    public required Dice Dice { get; init; }
    public required Issuer Issuer { get; init; }
    public required ProgrammeYears? Years { get; init; }

    public List<Layout> Layout { get; } = [];
    public PlanHeading Heading { get; set; } = new();
    public List<LegalBasis> Bases { get; } = [];
    public List<string> Purposes { get; } = [];
    public List<string> Requirements { get; } = [];
    public List<string> Audiences { get; } = [];
    public List<string> Topics { get; } = [];
    public List<FormOfCommunication> Forms { get; } = [];
    public List<PlanTarget> Targets { get; } = [];
    public List<Responsibility> Responsibilities { get; } = [];
    public List<PlannedTask> Tasks { get; } = [];
    public List<Cadence> Cadences { get; } = [];
    public List<ReportingDuty> Reporting { get; } = [];
    public List<string> Budget { get; } = [];
    public List<OutlineSection> Outline { get; } = [];

    public void Print(string text, Look look = Look.Plain) => Layout.Add(new TextLayout(text, look));

    public void Print(string label, string text, bool automatic = false, Look look = Look.Plain) => Layout.Add(new TextLayout(text, look, label, automatic));

    public PlanContent Content() => new()
    {
        Document = Heading,
        LegalBases = Bases,
        Purposes = Purposes,
        Requirements = Requirements,
        Audiences = Audiences,
        Topics = Topics,
        Forms = Forms,
        Targets = Targets,
        Responsibilities = Responsibilities,
        Tasks = Tasks,
        Cadences = Cadences,
        Reporting = Reporting,
        Budget = Budget.Count == 0 ? null : string.Join('\n', Budget),
        ReportOutline = Outline,
    };
}

/// <summary>Who issues: the printed lines and what they mean.</summary>
internal sealed record Issuer(
    IReadOnlyList<string> Lines, string? Parent, string Name, string ShortName, string Symbol, string Place, IReadOnlyList<IReadOnlyList<string>> Signatures)
{
    public static Issuer Any(Dice dice)
    {
        var province = dice.Pick(Words.Provinces);
        switch (dice.Next(0, 5))
        {
            case 0 or 1:
                return Committee("tỉnh", province);
            case 2:
                var (department, symbol) = dice.Pick(Words.Departments);
                return new([$"UBND TỈNH {province.ToUpperInvariant()}", department.ToUpperInvariant()], $"UBND tỉnh {province}", department, department, symbol, province,
                    [["GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]]);
            case 3:
                return Committee("huyện", dice.Pick(Words.Districts));
            case 4:
                return Committee(dice.Pick("xã", "phường"), dice.Pick(Words.Communes));
            default:
                var (ministry, mark) = dice.Pick(Words.Ministries);
                return new([ministry.ToUpperInvariant()], null, ministry, ministry, mark, "Hà Nội", [["BỘ TRƯỞNG"], ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"]]);
        }
    }

    private static Issuer Committee(string kind, string name) =>
        new(["ỦY BAN NHÂN DÂN", $"{kind} {name}".ToUpperInvariant()], null, $"Ủy ban nhân dân {kind} {name}", $"UBND {kind}", "UBND", name,
            [["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]]);

    public static Signer Sign(IReadOnlyList<string> lines, string name) =>
        new(lines.FirstOrDefault(l => l.StartsWith("TM.", StringComparison.Ordinal)), lines.FirstOrDefault(l => l.StartsWith("KT.", StringComparison.Ordinal)), lines[^1], name);
}
