namespace Loa.Modules.Agencies;

internal enum AgencyMatchKind
{
    /// <summary>Nothing has this name; <see cref="AgencyMatch.Suggestions"/> may hold what is close.</summary>
    Unknown = 0,

    /// <summary>One agency.</summary>
    Agency = 1,

    /// <summary>A group; <see cref="AgencyMatch.Agencies"/> are those it expands to.</summary>
    Group = 2,

    /// <summary>Several agencies have this name; <see cref="AgencyMatch.Suggestions"/> are they.</summary>
    Ambiguous = 3,

    /// <summary>An officer said that this is a body Loa does not lead.</summary>
    OutsideChain = 4,
}

/// <summary>What a printed name means in this tree.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Label">The agency's short name or the group's name; null where nothing was found.</param>
/// <param name="IsOpen">A group whose members the plan leaves open ("… có liên quan"): the agencies are those that may be meant.</param>
/// <param name="IsOutsideChain">Party, front, unions, councils, or so decided: what a plan wants of them is a request.</param>
/// <param name="IsRemembered">From an officer's earlier decision.</param>
/// <param name="Agencies">The one agency, or those the group expands to; empty otherwise.</param>
/// <param name="Suggestions">Best first, at most <see cref="AgencyResolver.MaxSuggestions"/>.</param>
internal sealed record AgencyMatch(
    string Text,
    AgencyMatchKind Kind,
    Guid? AgencyId,
    Guid? AgencyGroupId,
    string? Label,
    bool IsOpen,
    bool IsOutsideChain,
    bool IsRemembered,
    IReadOnlyList<AgencyRef> Agencies,
    IReadOnlyList<AgencySuggestion> Suggestions)
{
    /// <summary>Nothing is left for the officer to decide.</summary>
    public bool IsResolved => Kind is AgencyMatchKind.Agency or AgencyMatchKind.Group or AgencyMatchKind.OutsideChain;
}

/// <summary>An agency as lists show it.</summary>
internal sealed record AgencyRef(Guid AgencyId, string Name, string ShortName, AgencyKind Kind, AgencyLevel Level, string Path)
{
    public static AgencyRef Of(Agency agency) => new(agency.AgencyId, agency.Name, agency.ShortName, agency.Kind, agency.Level, agency.Path);
}

/// <summary>Something a printed name may mean: an agency or a group. The score lies between 0 and 1.</summary>
internal sealed record AgencySuggestion(Guid? AgencyId, Guid? AgencyGroupId, string Name, double Score);
