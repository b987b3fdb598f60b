using Loa.Data;
using Loa.Platform.Audit;
using Loa.Platform.Figures;

namespace Loa.Modules.Reports;

/// <summary>
/// What a report says and counts (đề cương báo cáo): numbered sections with guidance, sentences written from the data, and figures. Reports are begun from one that is in use;
/// after that it is changed only by a new version, so a report already begun never changes under its writer.
/// </summary>
internal sealed class ReportOutline : IRevised
{
    public const int TitleMaxLength = 300;
    public const int ReasonMaxLength = 500;
    public const int SectionsMost = 60;
    public const int FiguresMost = 200;

    public Guid ReportOutlineId { get; set; }

    /// <summary>The body that asks for the report.</summary>
    public Guid OwnerAgencyId { get; set; }

    /// <summary>The plan whose outline it was taken from, and whose tasks and cadences its figures count; null: of all plans.</summary>
    public Guid? PlanId { get; set; }

    public required string Title { get; set; }

    /// <summary>The larger report of which this is one section ("Báo cáo công tác cải cách hành chính"); null: a report of its own.</summary>
    public string? PartOf { get; set; }

    /// <summary>The number of that section there, "III.2"; the sections of the outline are numbered below it.</summary>
    public string? PartNumber { get; set; }

    public OutlineState State { get; set; } = OutlineState.Draft;

    /// <summary>From one.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The version whose place this one takes when it is put to use.</summary>
    public Guid? ReplacesId { get; set; }

    /// <summary>Why there is a new version.</summary>
    public string? Reason { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Written with every change of its sections and figures.</summary>
    public DateTime ChangedAt { get; set; }

    public List<OutlineSection> Sections { get; } = [];

    public List<OutlineFigure> Figures { get; } = [];

    public long Revision { get; set; }

    public bool IsDraft => State == OutlineState.Draft;
}

internal enum OutlineState
{
    Draft = 1,
    InUse = 2,

    /// <summary>A later version is in use; reports begun from this one keep it.</summary>
    Replaced = 3,
}

/// <summary>One numbered section.</summary>
internal sealed class OutlineSection : IAuditedPart
{
    public const int TitleMaxLength = 500;
    public const int GuidanceMaxLength = 4000;
    public const int LevelMost = 3;
    public const int NumberMaxLength = 20;

    public Guid OutlineSectionId { get; set; }

    public Guid ReportOutlineId { get; set; }

    /// <summary>The same in every version of the outline: texts of one period are compared with another's by it.</summary>
    public Guid SectionId { get; set; }

    public int Ordinal { get; set; }

    /// <summary>1 to <see cref="LevelMost"/>.</summary>
    public int Level { get; set; } = 1;

    public required string Title { get; set; }

    /// <summary>What to write here, for whoever fills the report.</summary>
    public string? Guidance { get; set; }

    /// <summary>Keys of <see cref="INarrative"/>: what is written from the data before anybody types.</summary>
    public List<string> Narratives { get; set; } = [];

    /// <summary>The same section in another version.</summary>
    public OutlineSection CopyTo(Guid outlineId) => new()
    {
        OutlineSectionId = Guid.CreateVersion7(),
        ReportOutlineId = outlineId,
        SectionId = SectionId,
        Ordinal = Ordinal,
        Level = Level,
        Title = Title,
        Guidance = Guidance,
        Narratives = [.. Narratives],
    };

    string IAuditedPart.AuditSubjectType => nameof(ReportOutline);

    Guid IAuditedPart.AuditSubjectId => ReportOutlineId;
}
