using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;

namespace Loa.Modules.Reports;

/// <summary>A period (kỳ báo cáo) for which a body asks agencies for reports along an outline; opening it makes the reports of everyone expected to report.</summary>
internal sealed class ReportingPeriod : IRevised
{
    public const int TitleMaxLength = 300;
    public const int ReasonMaxLength = 500;
    public const int GraceMost = 90;
    public const int RemindMost = 30;
    public const int TargetMaxLength = 800;

    public Guid ReportingPeriodId { get; set; }

    public Guid OwnerAgencyId { get; set; }

    public Guid ReportOutlineId { get; set; }

    public required string Title { get; set; }

    /// <summary>How long the period is, an ISO 8601 duration that <see cref="CalendarPeriod"/> has names for.</summary>
    public string Every { get; set; } = "P3M";

    public int Year { get; set; }

    /// <summary>Which of that length in the year, from one.</summary>
    public int Number { get; set; } = 1;

    /// <summary>The first day whose figures count.</summary>
    public DateOnly From { get; set; }

    /// <summary>The last day whose figures count.</summary>
    public DateOnly To { get; set; }

    /// <summary>Who reports, and to whom, follows the tree of this day.</summary>
    public DateOnly TreeOn { get; set; }

    /// <summary>The last day to send the report.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>So many days after <see cref="DueOn"/> a report still counts as on time.</summary>
    public int GraceDays { get; set; }

    /// <summary>Working days before the due day on which those who have not sent yet are reminded; 0: not.</summary>
    public int RemindBefore { get; set; } = 3;

    /// <summary>Days after the due day between reminders to those who are late; 0: not.</summary>
    public int RemindAfter { get; set; } = 3;

    /// <summary>The last day on which somebody had everyone reminded who had not sent; null: never.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>How many agencies were told then.</summary>
    public int? Reminded { get; set; }

    /// <summary>Who is asked, see <see cref="ReportReach"/>.</summary>
    public required string Target { get; set; }

    /// <summary>The agency through which reports go to the owner ("về UBND thành phố, qua phòng Nội vụ"): its people receive them and write the owner's own.</summary>
    public Guid? ThroughAgencyId { get; set; }

    /// <summary>The agency that was named first, where reports go through its successor by now.</summary>
    public Guid? ThroughOfAgencyId { get; set; }

    public PeriodState State { get; set; } = PeriodState.Opening;

    /// <summary>The day on which it opens by itself; null: a person opens it.</summary>
    public DateOnly? OpensOn { get; set; }

    /// <summary>When it opens, the next one of its length is set for its day.</summary>
    public bool Repeats { get; set; }

    /// <summary>Makes the reports; its progress is shown.</summary>
    public Guid? JobId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? OpenedAt { get; set; }

    public DateTime? LockedAt { get; set; }

    /// <summary>Why it was locked or unlocked.</summary>
    public string? LockReason { get; set; }

    public long Revision { get; set; }

    public CalendarPeriod Period => new(CalendarInterval.Parse(Every), Year, Number);

    public bool IsOpen => State == PeriodState.Open;
}

internal enum PeriodState
{
    /// <summary>Reports are being made.</summary>
    Opening = 1,
    Open = 2,

    /// <summary>Nothing is sent or changed any more until it is unlocked with a reason.</summary>
    Locked = 3,

    /// <summary>Waits for the day on which it opens; there are no reports yet.</summary>
    Planned = 4,
}

/// <summary>Whose activities and work a report counts: every agency below the owner stands in exactly one report of a period, so nothing is counted twice or lost.</summary>
[Platform.Audit.NotAudited]
internal sealed class ReportAgency
{
    public Guid ReportingPeriodId { get; set; }

    public Guid AgencyId { get; set; }

    public Guid ReportId { get; set; }
}
