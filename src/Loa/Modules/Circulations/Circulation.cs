using Loa.Data;

namespace Loa.Modules.Circulations;

/// <summary>Quán triệt: a plan or a document sent to the staff of chosen agencies, to be read and acknowledged.</summary>
internal sealed class Circulation : IRevised
{
    public const int TitleMaxLength = 300;
    public const int MessageMaxLength = 2000;
    public const int ReasonMaxLength = 500;

    public Guid CirculationId { get; set; }

    /// <summary>The agency that sends it.</summary>
    public Guid AgencyId { get; set; }

    public Guid SentById { get; set; }

    public DateTime SentAt { get; set; }

    /// <summary>The same as a day of the Vietnamese calendar: staff counts are those of this day.</summary>
    public DateOnly SentOn { get; set; }

    public required string Title { get; set; }

    public string? Message { get; set; }

    /// <summary>The plan to read; else <see cref="FileId"/> is the document.</summary>
    public Guid? PlanId { get; set; }

    public Guid? FileId { get; set; }

    /// <summary>Last day to read it; null: no day was set.</summary>
    public DateOnly? ReadBy { get; set; }

    public CirculationState State { get; set; } = CirculationState.Open;

    public string? WithdrawnReason { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    public long Revision { get; set; }

    public bool IsOpen => State == CirculationState.Open;

    public bool IsPast(DateOnly today) => IsOpen && ReadBy < today;

    public void Withdraw(string reason, DateTime at) => (State, WithdrawnReason, WithdrawnAt) = (CirculationState.Withdrawn, reason, at);
}

internal enum CirculationState
{
    Open = 1,

    /// <summary>Nobody is asked to read it any more; who read it stays recorded.</summary>
    Withdrawn = 2,
}
