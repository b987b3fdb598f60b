using Loa.Data;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Audit;

namespace Loa.Modules.Plans.Import;

/// <summary>
/// One received document on its way to a plan. The file is kept whatever becomes of it. Its history tells what happened to it;
/// the keystrokes of the draft are not part of that, the issued plan is.
/// </summary>
internal sealed class PlanImport : IRevised
{
    public const int FileNameMaxLength = 260;
    public const int FailureMaxLength = 500;

    public Guid PlanImportId { get; set; }
    public Guid OwnerAgencyId { get; set; }
    public Guid CreatedById { get; set; }
    public DateTime CreatedAt { get; set; }
    [NotAudited]
    public DateTime EditedAt { get; set; }

    /// <summary>Name of the last person who edited the draft.</summary>
    [NotAudited]
    public string? EditedBy { get; set; }

    public Guid FileId { get; set; }
    public required string FileName { get; set; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal: the same file again is recognised by it.</summary>
    public required string Sha256 { get; set; }

    public ImportStatus Status { get; set; }

    /// <summary>Pages recognised so far and in all, while a scan is read.</summary>
    [NotAudited]
    public int ReadDone { get; set; }

    [NotAudited]
    public int ReadTotal { get; set; }
    public string? FailureVi { get; set; }
    public string? FailureEn { get; set; }

    /// <summary>For lists, so that they need not open the draft.</summary>
    [NotAudited]
    public string? Subject { get; set; }

    [NotAudited]
    public string? Reference { get; set; }
    [NotAudited]
    public int TaskCount { get; set; }
    public bool FromScan { get; set; }

    /// <summary>The plan it was issued as.</summary>
    public Guid? PlanId { get; set; }

    /// <summary>The plan that this second import of the same file is to replace.</summary>
    public Guid? ReplacesPlanId { get; set; }

    /// <summary>The plan it was started from, for a draft that is written here; null for a document that was received. Its file is then the first text that was composed.</summary>
    public Guid? StartedFromPlanId { get; set; }

    /// <summary>The plan of a higher agency that it carries out, found by the legal bases or chosen.</summary>
    public Guid? ParentPlanId { get; set; }

    /// <summary>The draft as JSON, see <see cref="DraftJson"/>; null until the file is read.</summary>
    [NotAudited]
    public string? Draft { get; set; }

    public long Revision { get; set; }

    public bool IsWritten => StartedFromPlanId is not null;

    public bool IsOpen => Status is ImportStatus.Queued or ImportStatus.Reading or ImportStatus.Draft or ImportStatus.Failed;

    public void SetDraft(PlanDraft draft)
    {
        Draft = DraftJson.Write(draft);
        Subject = Fit(draft.Heading.Subject, Plan.SubjectMaxLength);
        Reference = Fit(draft.Heading.Reference, Plan.ReferenceMaxLength);
        TaskCount = draft.Tasks.Count(task => !task.Removed);
    }

    /// <param name="at">From then on it waits for somebody to read it again or discard it, see <see cref="ImportCleaning"/>.</param>
    public void Fail(string vietnamese, string english, DateTime at)
    {
        Status = ImportStatus.Failed;
        EditedAt = at;
        FailureVi = Fit(vietnamese, FailureMaxLength);
        FailureEn = Fit(english, FailureMaxLength);
    }

    private static string? Fit(string? text, int length) => text?.Length > length ? text[..length] : text;
}

/// <summary>The immutable reading, apart from the row that lists and autosaves touch: it is large.</summary>
[NotAudited]
internal sealed class ImportReading
{
    public Guid PlanImportId { get; set; }
    public required string Json { get; set; }
}

internal enum ImportStatus
{
    Queued = 1,
    Reading = 2,
    Draft = 3,
    Failed = 4,
    Issued = 5,
    Discarded = 6,
}
