using Loa.Data;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Agencies;

/// <summary>Any body in the tree. The dates leave room for mergers and splits: a body that ended keeps its row.</summary>
internal sealed class Agency : IRevised
{
    public const int NameMaxLength = 200;
    public const int ShortNameMaxLength = 80;
    public const int CodeMaxLength = 40;
    public const int PathMaxLength = 400;

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

    /// <summary>Codes from the root down, each between slashes ("/tg/tg-snv/"), so that a subtree is one prefix.</summary>
    public string Path { get; set; } = "";

    /// <summary>Order among siblings, as official lists have it.</summary>
    public int SortOrder { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>All names folded: what the search box looks into.</summary>
    public string SearchText { get; private set; } = "";

    public List<AgencyName> Names { get; } = [];

    public long Revision { get; set; }

    public static Agency Create(string code, string name, string shortName, AgencyKind kind, AgencyLevel level, Agency? parent)
    {
        var agency = new Agency { AgencyId = Guid.CreateVersion7(), Code = code, Name = name, ShortName = shortName, Kind = kind, Level = level };
        agency.PlaceUnder(parent);
        agency.RefreshSearchText();
        return agency;
    }

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

    public void AddName(string text, AgencyNameKind kind) => Names.Add(AgencyName.Create(AgencyId, text, kind));

    public void RefreshSearchText() =>
        SearchText = string.Join('\n', Names.Select(name => name.Folded).Prepend(Folding.Fold(ShortName)).Prepend(Folding.Fold(Name)).Append(Folding.Fold(Code)).Distinct());
}
