namespace Loa.Modules.Cadences;

/// <summary>Where an agency stands with one period; what needs somebody comes first.</summary>
internal enum CadenceState
{
    /// <summary>The period and its days for late logging are over, and it was not met.</summary>
    Missed = 1,

    /// <summary>Not met, and more than two thirds of the period are gone, or only the days for late logging are left.</summary>
    AtRisk = 2,

    /// <summary>Under way.</summary>
    Running = 3,

    /// <summary>As many times as promised, whenever that was reached.</summary>
    Met = 4,

    /// <summary>Has not begun.</summary>
    Upcoming = 5,

    /// <summary>Cut to less than half by the plan's days or by when the agency was asked; what was done is counted all the same.</summary>
    NotDemanded = 6,
}

internal static class CadenceStates
{
    /// <summary>The judgement, from days and a count alone.</summary>
    /// <param name="holder">Since when and until when the agency is asked.</param>
    public static CadenceState Of(CadencePeriod period, CadenceAgency holder, int count, long times, DateOnly today) =>
        !period.Demanded || !holder.Holds(period.Middle) ? CadenceState.NotDemanded
        : times >= count ? CadenceState.Met
        : today > period.ClosesOn ? CadenceState.Missed
        : today >= period.RiskFrom || today > period.To ? CadenceState.AtRisk
        : today >= period.From ? CadenceState.Running
        : CadenceState.Upcoming;
}
