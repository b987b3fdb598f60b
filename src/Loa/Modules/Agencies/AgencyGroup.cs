using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform.Audit;

namespace Loa.Modules.Agencies;

/// <summary>A group that plans name ("các sở, ban, ngành cấp tỉnh"): a rule over kinds and levels, and members named one by one.</summary>
internal sealed class AgencyGroup : IRevised
{
    public const int NameMaxLength = 200;
    public const int PhrasesMaxLength = 2000;

    public Guid AgencyGroupId { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>Other wordings, one a line.</summary>
    public string Phrases { get; set; } = "";

    public List<AgencyKind> Kinds { get; set; } = [];

    public List<AgencyLevel> Levels { get; set; } = [];

    /// <summary>Only agencies below this one; null: anywhere.</summary>
    public Guid? SubtreeRootId { get; set; }

    /// <summary>Only agencies that have one of these tags, one a line; null: any.</summary>
    public string? Tags { get; set; }

    /// <summary>
    /// "… có liên quan": the plan does not say which. The group expands to those who may be meant, and the officer decides.
    /// </summary>
    public bool IsOpen { get; set; }

    public AgencyGroupReach Reach { get; set; } = AgencyGroupReach.Everywhere;

    public int SortOrder { get; set; }

    public List<AgencyGroupMember> Members { get; } = [];

    public long Revision { get; set; }

    public IEnumerable<string> FoldedNames => Phrases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(Name).Select(Folding.Fold);

    /// <summary>The rule and the named members, applied to the agencies of a tree.</summary>
    /// <param name="rootPath">The path of <see cref="SubtreeRootId"/> in that tree; null where the group has none, or it is not there on that day.</param>
    public bool Contains(Agency agency, string? rootPath)
    {
        var named = Members.Find(member => member.AgencyId == agency.AgencyId);
        return named is not null ? !named.IsExcluded
            : Kinds.Contains(agency.Kind) && Levels.Contains(agency.Level)
                && (SubtreeRootId is null || (rootPath is not null && agency.AgencyId != SubtreeRootId && agency.Path.StartsWith(rootPath, StringComparison.Ordinal)))
                && (Tags is null || agency.TagList.Intersect(Tags.Split('\n'), StringComparer.OrdinalIgnoreCase).Any());
    }
}

/// <summary>Where a group looks for its members when a plan of one agency names it.</summary>
internal enum AgencyGroupReach
{
    Everywhere = 1,

    /// <summary>Below the issuing agency: "UBND các xã, phường" of a district's plan are its own.</summary>
    BelowIssuer = 2,

    /// <summary>Directly below the issuing agency.</summary>
    ChildrenOfIssuer = 3,
}

internal sealed class AgencyGroupMember : IAuditedPart
{
    public Guid AgencyGroupId { get; set; }

    public Guid AgencyId { get; set; }

    /// <summary>The rule would take it, but this group does not.</summary>
    public bool IsExcluded { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(AgencyGroup);

    Guid IAuditedPart.AuditSubjectId => AgencyGroupId;
}
