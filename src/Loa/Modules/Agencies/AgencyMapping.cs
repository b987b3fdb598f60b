namespace Loa.Modules.Agencies;

/// <summary>What an officer decided that a printed name means, remembered for the next plan of the same agency.</summary>
internal sealed class AgencyMapping
{
    public const int TextMaxLength = 300;

    public Guid AgencyMappingId { get; set; }

    /// <summary>The agency whose officer decided; null for everyone.</summary>
    public Guid? OwnerAgencyId { get; set; }

    /// <summary>The printed name, folded.</summary>
    public required string Folded { get; set; }

    /// <summary>The printed name as it stood the first time.</summary>
    public required string Text { get; set; }

    public AgencyMappingKind Kind { get; set; }

    public Guid? AgencyId { get; set; }

    public Guid? AgencyGroupId { get; set; }

    public DateTime DecidedAt { get; set; }
}

internal enum AgencyMappingKind
{
    Agency = 1,
    Group = 2,

    /// <summary>A body that Loa does not lead: a request to it is never overdue.</summary>
    OutsideChain = 3,
}
