using Loa.Platform.Audit;
using Loa.Platform.Files;

namespace Loa.Modules.Activities;

/// <summary>What proves an activity: a received file, or the address of something published. Taken away it is kept until the administrator's period is over, and can be put back.</summary>
internal sealed class Evidence : IAuditedPart
{
    public const int CaptionMaxLength = 300;
    public const int UrlMaxLength = 2000;
    public const int NoteMaxLength = 200;

    /// <summary>Of one activity, those taken away not counted.</summary>
    public const int Most = 100;

    /// <summary>A file sent in pieces; one sent with a plain form may have <see cref="FileStore.DefaultLimit"/>.</summary>
    public const long FileMost = 200L << 20;

    /// <summary>A picture is worked on as a whole.</summary>
    public const long PictureMost = 60L << 20;

    public Guid EvidenceId { get; set; }

    public Guid ActivityId { get; set; }

    /// <summary>Where it stands among the others of its activity; ties by id.</summary>
    public int Ordinal { get; set; }

    public string? Caption { get; set; }

    /// <summary>Set exactly when <see cref="Url"/> is not.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Told from the content; set exactly when <see cref="FileId"/> is.</summary>
    public ContentKind? Kind { get; set; }

    /// <summary>The picture drawn small; null before that was done and where it could not be.</summary>
    public Guid? SmallFileId { get; set; }

    public string? Url { get; set; }

    /// <summary>Of the page at the address, once it was seen.</summary>
    public string? LinkTitle { get; set; }

    public LinkState? Link { get; set; }

    public DateTime? LinkCheckedAt { get; set; }

    public DateTime AddedAt { get; set; }

    public Guid? AddedById { get; set; }

    public DateTime? RemovedAt { get; set; }

    public Guid? RemovedById { get; set; }

    public ScanState Scan { get; set; } = ScanState.Unscanned;

    public DateTime? ScannedAt { get; set; }

    /// <summary>The scanner's name for what it found.</summary>
    public string? ScanNote { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Activity);

    Guid IAuditedPart.AuditSubjectId => ActivityId;

    /// <summary>Whether the file may be handed out; what was taken away may not, and what was found infected never.</summary>
    public bool IsServed(EvidenceRules rules) => RemovedAt is null && (Scan == ScanState.Clean || (Scan == ScanState.Unscanned && rules.ServesUnscanned));
}

internal enum ScanState
{
    /// <summary>Not yet, not possible, or nobody scans here.</summary>
    Unscanned = 1,
    Clean = 2,

    /// <summary>Kept, handed out to nobody.</summary>
    Infected = 3,
}

internal enum LinkState
{
    Unchecked = 1,
    Reachable = 2,

    /// <summary>Reachable, but the words are no longer those that were noted.</summary>
    Changed = 3,
    Gone = 4,
}

/// <summary>The words of the page as they first were, and when: proof also after the page is gone.</summary>
internal sealed class LinkSnapshot : IAuditedPart
{
    public Guid EvidenceId { get; set; }

    [NotAudited]
    public required string Text { get; set; }

    public DateTime TakenAt { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Evidence);

    Guid IAuditedPart.AuditSubjectId => EvidenceId;
}

/// <summary>A file that is being sent in pieces. How much has arrived is the length of the file of pieces, so it is right also after the server was killed.</summary>
[NotAudited]
internal sealed class PartialUpload
{
    /// <summary>Becomes the id of the evidence.</summary>
    public Guid PartialUploadId { get; set; }

    public Guid ActivityId { get; set; }

    public Guid UserId { get; set; }

    public required string FileName { get; set; }

    public long Length { get; set; }

    /// <summary>As the browser says it, in milliseconds: with name and length it tells whether the same file was chosen again.</summary>
    public long ModifiedAt { get; set; }

    public DateTime StartedAt { get; set; }
}

/// <summary>What the administrator decides about evidence: one row.</summary>
internal sealed class EvidenceRules
{
    public const int One = 1;
    public const int DaysLeast = 30;
    public const int DaysMost = 36_500;

    public int EvidenceRulesId { get; set; } = One;

    /// <summary>What was taken away is deleted for good after so many days; null: never.</summary>
    public int? KeptDays { get; set; }

    /// <summary>Files are handed out before the scanner has seen them.</summary>
    public bool ServesUnscanned { get; set; } = true;

    /// <summary>The last day whose upkeep was begun.</summary>
    [NotAudited]
    public DateOnly? UpkeptOn { get; set; }
}
