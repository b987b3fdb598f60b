using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Audit;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Cadences;

/// <summary>One period of a cadence ("tháng 3/2026") with every day that a judgement about it needs, so that the database can judge too.</summary>
[NotAudited]
internal sealed class CadencePeriod
{
    public Guid CadenceId { get; set; }

    public int Ordinal { get; set; }

    /// <summary>First day that counts; the first period may be cut by the plan's days.</summary>
    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    /// <summary>
    /// The middle day of the whole, uncut period. The rule for what is cut, in one line: a period is demanded of an agency where the promise holds on this day, that is for at
    /// least half of the period.
    /// </summary>
    public DateOnly Middle { get; set; }

    /// <summary>From this day on, with more than two thirds of the period gone, what is not met is at risk.</summary>
    public DateOnly RiskFrom { get; set; }

    /// <summary>The last day for late logging; after it what is not met is missed.</summary>
    public DateOnly ClosesOn { get; set; }

    /// <summary>False where the plan's own days leave less than half of it, or nobody was asked for it yet.</summary>
    public bool Demanded { get; set; }

    public void Lay(Occurrence turn, DateOnly demandFrom, DateOnly from, DateOnly to, int graceDays)
    {
        var (whole, days) = (turn.Period.To.DayNumber - turn.Period.From.DayNumber + 1, turn.To.DayNumber - turn.From.DayNumber + 1);
        (From, To) = (turn.From, turn.To);
        Middle = turn.Period.From.AddDays(whole / 2);
        RiskFrom = turn.From.AddDays((days * 2 / 3) + 1);
        ClosesOn = turn.To.AddDays(graceDays);
        Demanded = Middle >= demandFrom && Middle >= from && Middle <= to;
    }

    /// <summary>As an officer writes it.</summary>
    public string Name(IStringLocalizer words, CalendarInterval every)
    {
        if (CalendarPeriod.Containing(Middle, every) is not { } period)
        {
            return $"{Formats.Date(From)} – {Formats.Date(To)}";
        }

        return (From, To) == (period.From, period.To) ? period.Name(words) : words["{0} (từ {1} đến {2})", period.Name(words), Formats.Date(From), Formats.Date(To)];
    }
}
