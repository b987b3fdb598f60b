using Loa.Data;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Agencies;

/// <summary>
/// Any body in the tree. Its name, kind and place are those of its <see cref="States"/> on the present day (of its last day once it has ended):
/// <see cref="TreeClock"/> keeps them so, and what is past is read from the states.
/// </summary>
internal sealed class Agency : IRevised
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 80;
    public const int CodeMaxLength = 40;
    public const int PathMaxLength = 400;
    public const int ContactMaxLength = 300;
    public const int TagsMaxLength = 300;

    public Guid AgencyId { get; set; }

    public Guid? ParentId { get; set; }

    public Agency? Parent { get; set; }

    public AgencyKind Kind { get; set; }

    public AgencyLevel Level { get; set; }

    /// <summary>Full name, as a document's heading would have it: "Ủy ban nhân dân tỉnh Thanh Giang".</summary>
    public required string Name { get; set; }

    /// <summary>"UBND tỉnh"; shown in lists.</summary>
    public required string ShortName { get; set; }

    /// <summary>Short, unique, in Latin letters and digits: one step of the path, an import key, part of an address.</summary>
    public required string Code { get; set; }

    /// <summary>The electronic identifier of the state's document exchange ("H50.12.3"); null where it has none.</summary>
    public string? OfficialCode { get; set; }

    /// <summary>Codes from the root down, each between slashes ("/tg/tg-snv/"), so that a subtree is one prefix.</summary>
    public string Path { get; set; } = "";

    /// <summary>Order among siblings, as official lists have it.</summary>
    public int SortOrder { get; set; }

    /// <summary>First day of its first state.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day of its last state.</summary>
    public DateOnly? ValidTo { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    /// <summary>Free words that groups may ask for ("miền núi", "tự chủ"), one a line.</summary>
    public string? Tags { get; set; }

    /// <summary>The person who answers for the programme here.</summary>
    public Guid? FocalOfficerId { get; set; }

    /// <summary>All names folded: what the search box looks into.</summary>
    public string SearchText { get; private set; } = "";

    public List<AgencyName> Names { get; } = [];

    public List<AgencyState> States { get; } = [];

    public List<AgencyHeadcount> Headcounts { get; } = [];

    public long Revision { get; set; }

    public static Agency Create(string code, string name, string shortName, AgencyKind kind, AgencyLevel level, Agency? parent, DateOnly? from = null)
    {
        var agency = new Agency { AgencyId = Guid.CreateVersion7(), Code = code, Name = name, ShortName = shortName, Kind = kind, Level = level, ValidFrom = from };
        agency.States.Add(new AgencyState
        {
            AgencyStateId = Guid.CreateVersion7(),
            AgencyId = agency.AgencyId,
            From = from,
            ParentId = parent?.AgencyId,
            Kind = kind,
            Level = level,
            Name = name,
            ShortName = shortName,
        });
        agency.PlaceUnder(parent);
        agency.RefreshSearchText();
        return agency;
    }

    public IReadOnlyList<string> TagList => Tags?.Split('\n') ?? [];

    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || ValidTo >= day);

    public AgencyState? StateOn(DateOnly day) => States.Find(state => state.Covers(day));

    /// <summary>The latest count on or before the day.</summary>
    public int? HeadcountOn(DateOnly day) => Headcounts.Where(count => count.CountedOn <= day).MaxBy(count => count.CountedOn)?.Count;

    public void PlaceUnder(Agency? parent)
    {
        if (parent?.Path.StartsWith(Path, StringComparison.Ordinal) == true && Path.Length > 0)
        {
            throw new InvalidOperationException($"{Code} cannot stand under {parent.Code}, which is below it.");
        }

        Parent = parent;
        ParentId = parent?.AgencyId;
        Path = $"{parent?.Path ?? "/"}{Code}/";
    }

    /// <summary>Takes over what a state says; the path follows from the parents and is set by whoever knows them.</summary>
    public void TakeOver(AgencyState state) =>
        (ParentId, Kind, Level, Name, ShortName) = (state.ParentId, state.Kind, state.Level, state.Name, state.ShortName);

    public void AddName(string text, AgencyNameKind kind) => Names.Add(AgencyName.Create(AgencyId, text, kind));

    public void RefreshSearchText() =>
        SearchText = string.Join('\n', Names.Select(name => name.Folded)
            .Concat(States.SelectMany(state => new[] { Folding.Fold(state.Name), Folding.Fold(state.ShortName) }))
            .Prepend(Folding.Fold(ShortName)).Prepend(Folding.Fold(Name)).Append(Folding.Fold(Code)).Append(Folding.Fold(OfficialCode ?? ""))
            .Where(text => text.Length > 0).Distinct());
}
