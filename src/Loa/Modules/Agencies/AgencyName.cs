using Loa.Documents.Vietnamese;
using Loa.Platform.Audit;

namespace Loa.Modules.Agencies;

/// <summary>A further name of an agency, or the title of its head.</summary>
internal sealed class AgencyName : IAuditedPart
{
    public Guid AgencyNameId { get; set; }

    public Guid AgencyId { get; set; }

    public AgencyNameKind Kind { get; set; }

    public required string Text { get; set; }

    public required string Folded { get; set; }

    /// <summary>First day on which it was so called; null: as long as the agency.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    string IAuditedPart.AuditSubjectType => nameof(Agency);

    Guid IAuditedPart.AuditSubjectId => AgencyId;

    public static AgencyName Create(Guid agencyId, string text, AgencyNameKind kind) =>
        new() { AgencyNameId = Guid.CreateVersion7(), AgencyId = agencyId, Text = text.Trim(), Folded = Folding.Fold(text), Kind = kind };
}
