namespace Loa.Modules.Reports.Detail;

/// <summary>What the receiver says of one section.</summary>
public sealed class SectionRemark
{
    public Guid SectionId { get; set; }

    public string? Text { get; set; }
}
