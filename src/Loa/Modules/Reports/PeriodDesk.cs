using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Opening, changing, locking and unlocking periods. The caller saves.</summary>
internal sealed class PeriodDesk(LoaDbContext db, JobQueue jobs, CalendarDays holidays, Platform.Calendar calendar, AuditScope audit)
{
    /// <summary>Where nothing else is said, a report is sent within so many working days of the cut-off.</summary>
    private const int SendWithin = 2;

    /// <summary>The period that a typed stretch of months is; null for one that has no name ("tháng 2 – tháng 4").</summary>
    public static CalendarPeriod? Named(Period span)
    {
        var months = ((span.End.Year - span.Start.Year) * 12) + span.End.Month - span.Start.Month + 1;
        var every = months switch { 12 => new CalendarInterval(1, CalendarUnit.Year), 9 => CalendarPeriod.NineMonths, 1 or 3 or 6 => new CalendarInterval(months, CalendarUnit.Month), _ => (CalendarInterval?)null };
        return every is { } length && CalendarPeriod.Containing(span.Start, length) is { } period && period.From == span.Start && period.To == span.End ? period : null;
    }

    /// <summary>Days of figures and the last day to send, by the national regime.</summary>
    public async Task<ReportingWindow> WindowAsync(CalendarPeriod period, CancellationToken cancellationToken)
    {
        var days = await holidays.LoadAsync(cancellationToken);
        var rule = ReportingCutoffs.Decree09.First(rule => rule.Every == period.Every);
        return (rule with { SendWithin = SendWithin }).Of(period, days);
    }

    /// <summary>The last day to send what was cut off on the day.</summary>
    public async Task<DateOnly> AfterAsync(DateOnly cutOff, CancellationToken cancellationToken) => (await holidays.LoadAsync(cancellationToken)).Add(cutOff, SendWithin);

    /// <summary>What the plan itself says of reports: the days it names and through whom.</summary>
    public Task<List<PlanReporting>> DutiesAsync(Guid planId, CancellationToken cancellationToken) =>
        db.Set<PlanReporting>().AsNoTracking().Where(duty => duty.PlanId == planId).OrderBy(duty => duty.Ordinal).ToListAsync(cancellationToken);

    public void Open(ReportingPeriod period)
    {
        audit.Describe("Mở kỳ báo cáo");
        period.CreatedAt = calendar.UtcNow;
        period.JobId = jobs.Enqueue(OpenPeriodJob.Kind, new OpenPeriodJob.Order(period.ReportingPeriodId)).JobId;
        db.Add(period);
    }

    /// <summary>Goes on with the opening after it failed; what was made stays.</summary>
    public void Resume(ReportingPeriod period)
    {
        audit.Describe("Tiếp tục mở kỳ báo cáo");
        period.JobId = jobs.Enqueue(OpenPeriodJob.Kind, new OpenPeriodJob.Order(period.ReportingPeriodId)).JobId;
    }

    public void Lock(ReportingPeriod period, string reason)
    {
        audit.Describe("Khóa kỳ báo cáo", reason);
        (period.State, period.LockedAt, period.LockReason) = (PeriodState.Locked, calendar.UtcNow, reason);
    }

    public void Unlock(ReportingPeriod period, string reason)
    {
        audit.Describe("Mở khóa kỳ báo cáo", reason);
        (period.State, period.LockedAt, period.LockReason) = (PeriodState.Open, null, reason);
    }

    /// <summary>One report of a locked period, until the end of a day.</summary>
    public void Unlock(Report report, DateOnly until, string reason)
    {
        audit.Describe("Mở khóa một báo cáo", reason);
        (report.UnlockedUntil, report.ChangedAt) = (until, calendar.UtcNow);
    }
}
