using Loa.Documents.Vietnamese;

namespace Loa.Modules.Agencies;

/// <summary>A further name of an agency, or the title of its head.</summary>
internal sealed class AgencyName
{
    public Guid AgencyNameId { get; set; }

    public Guid AgencyId { get; set; }

    public AgencyNameKind Kind { get; set; }

    public required string Text { get; set; }

    public required string Folded { get; set; }

    public static AgencyName Create(Guid agencyId, string text, AgencyNameKind kind) =>
        new() { AgencyNameId = Guid.CreateVersion7(), AgencyId = agencyId, Text = text.Trim(), Folded = Folding.Fold(text), Kind = kind };
}
