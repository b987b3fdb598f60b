using Loa.Data;
using Loa.Platform.Audit;

namespace Loa.Modules.Reports;

/// <summary>
/// One agency × one period × one version of an outline. Sent, received and complete are different facts: <see cref="FirstSentAt"/> says whether it was on time,
/// <see cref="AcceptedAt"/> whether the receiver is content, and what is missing is judged from its figures and texts.
/// </summary>
internal sealed class Report : IRevised
{
    public const int ReasonMaxLength = 500;
    public const int ReferenceMaxLength = 60;

    private DateTime? firstSentAt;

    public Guid ReportId { get; set; }

    public Guid ReportingPeriodId { get; set; }

    /// <summary>The agency it is of, as it was on the day of the period's tree.</summary>
    public Guid AgencyId { get; set; }

    /// <summary>Who writes it now: the agency, or its successor once it has ended.</summary>
    public Guid HolderAgencyId { get; set; }

    /// <summary>The report into which this one goes; null for the owner's.</summary>
    public Guid? ParentReportId { get; set; }

    /// <summary>Name, level and place in official lists on the day of the period's tree.</summary>
    public required string AgencyName { get; set; }

    public int Level { get; set; }

    public int SortOrder { get; set; }

    public ReportState State { get; set; } = ReportState.Filling;

    /// <summary>The last day to send it, as extended where that was granted.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Why the day is another than the period's.</summary>
    public string? ExtensionReason { get; set; }

    /// <summary>Its writers ask for more time until this day; null: they do not.</summary>
    public DateOnly? AskedUntil { get; set; }

    public string? AskedReason { get; set; }

    /// <summary>When its figures and texts were made from the data; null: not yet.</summary>
    public DateTime? PrefilledAt { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Sendings { get; set; }

    /// <summary>The first time it was sent valid: what "on time" is judged by.</summary>
    public DateTime? FirstSentAt
    {
        get => firstSentAt;
        set => (firstSentAt, FirstSentOn) = (value, value is { } sent ? Platform.Calendar.DayOf(sent) : null);
    }

    /// <summary>The day of it in Viet Nam, so that the database compares days with due days.</summary>
    public DateOnly? FirstSentOn { get; private set; }

    public DateTime? SentAt { get; set; }

    public Guid? SentById { get; set; }

    public DateTime? AcceptedAt { get; set; }

    public Guid? AcceptedById { get; set; }

    /// <summary>When the reports below were last taken into it.</summary>
    public DateTime? RolledUpAt { get; set; }

    /// <summary>Open although the period is locked, until the end of this day.</summary>
    public DateOnly? UnlockedUntil { get; set; }

    /// <summary>The signed copy.</summary>
    public Guid? SignedFileId { get; set; }

    public string? SignedReference { get; set; }

    public DateOnly? SignedOn { get; set; }

    public DateTime ChangedAt { get; set; }

    public long Revision { get; set; }

    /// <summary>Its writers have it: it can be changed.</summary>
    public bool IsOpen => State is ReportState.Filling or ReportState.Returned;

    /// <summary>Judged by the first valid sending, and by today while there is none.</summary>
    public bool IsLate(int graceDays, DateOnly today) =>
        (FirstSentOn ?? today) > DueOn.AddDays(graceDays);

    public void Send(DateTime now, Guid? by)
    {
        (State, SentAt, SentById, AcceptedAt, AcceptedById, ChangedAt) = (ReportState.Sent, now, by, null, null, now);
        FirstSentAt ??= now;
        Sendings++;
    }

    public void Return(DateTime now) => (State, AcceptedAt, AcceptedById, ChangedAt) = (ReportState.Returned, null, null, now);

    public void Accept(DateTime now, Guid? by) => (State, AcceptedAt, AcceptedById, ChangedAt) = (ReportState.Accepted, now, by, now);
}

internal enum ReportState
{
    Filling = 1,
    Sent = 2,
    Returned = 3,
    Accepted = 4,
}

/// <summary>What was sent, kept as it was, and what the receiver said to it.</summary>
internal sealed class ReportVersion : IAuditedPart
{
    public const int RemarkMaxLength = 4000;

    public Guid ReportId { get; set; }

    /// <summary>Which sending, from one.</summary>
    public int Number { get; set; }

    public DateTime SentAt { get; set; }

    public Guid? SentById { get; set; }

    /// <summary>Figures and texts, see <see cref="ReportContent"/>.</summary>
    public required string Content { get; set; }

    public ReportVerdict Verdict { get; set; } = ReportVerdict.None;

    public DateTime? JudgedAt { get; set; }

    public Guid? JudgedById { get; set; }

    public string? Remark { get; set; }

    string IAuditedPart.AuditSubjectType => nameof(Report);

    Guid IAuditedPart.AuditSubjectId => ReportId;
}

internal enum ReportVerdict
{
    None = 0,
    Returned = 1,
    Accepted = 2,
}
