using Loa.Documents.Vietnamese;
using Loa.Platform;

namespace Loa.Modules.Reports;

/// <summary>From when to when figures of a period count, and the last day to send, by the national regime where nothing else is said.</summary>
internal sealed class PeriodWindows(CalendarDays holidays)
{
    /// <summary>A report is sent within so many working days of the cut-off.</summary>
    private const int SendWithin = 2;

    public async Task<ReportingWindow> OfAsync(CalendarPeriod period, CancellationToken cancellationToken)
    {
        var days = await holidays.LoadAsync(cancellationToken);
        var rule = ReportingCutoffs.Decree09.First(rule => rule.Every == period.Every);
        return (rule with { SendWithin = SendWithin }).Of(period, days);
    }

    /// <summary>The last day to send what was cut off on the day.</summary>
    public async Task<DateOnly> AfterAsync(DateOnly cutOff, CancellationToken cancellationToken) => (await holidays.LoadAsync(cancellationToken)).Add(cutOff, SendWithin);
}
