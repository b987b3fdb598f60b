using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>Periods with reports that were sent on days a test chooses.</summary>
internal static class FollowFlow
{
    public static DateOnly Today(this LoaHost host) => host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday;

    /// <summary>The month's period, whose reports are due on the day; everyone named is asked.</summary>
    public static Task<ReportingPeriod> OpenMonthAsync(this LoaHost host, ReportOutline outline, int month, DateOnly due, IEnumerable<Agency> asked, Action<ReportingPeriod>? change = null) => host.OpenAsync(outline, period =>
    {
        (period.Every, period.Year, period.Number, period.DueOn) = ("P1M", due.Year, month, due);
        (period.From, period.To, period.TreeOn) = (due.AddDays(-40), due.AddDays(-5), due.AddDays(-5));
        period.Target = string.Join(' ', asked.Select(agency => AgencyTarget.Of(agency.AgencyId, null)));
        change?.Invoke(period);
    });

    /// <summary>As if it had been sent at that hour of the day, in Viet Nam.</summary>
    public static Task SentAsync(this LoaHost host, ReportingPeriod period, Agency agency, DateOnly day, ReportState state = ReportState.Sent, TimeOnly? at = null) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var report = await db.Set<Report>().SingleAsync(report => report.ReportingPeriodId == period.ReportingPeriodId && report.AgencyId == agency.AgencyId);
        report.Send(Loa.Platform.Calendar.ToUtc(day.ToDateTime(at ?? new TimeOnly(9, 0))), null);
        report.State = state;
        await db.SaveChangesAsync();
    });
}
