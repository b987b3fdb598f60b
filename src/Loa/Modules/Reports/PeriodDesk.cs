using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Jobs;
using Loa.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Opening, changing, locking and unlocking periods. The caller saves.</summary>
internal sealed class PeriodDesk(LoaDbContext db, JobQueue jobs, PlannedPeriods planned, Platform.Calendar calendar, AuditScope audit)
{
    /// <summary>The period that a typed stretch of months is; null for one that has no name ("tháng 2 – tháng 4").</summary>
    public static CalendarPeriod? Named(Period span)
    {
        var months = ((span.End.Year - span.Start.Year) * 12) + span.End.Month - span.Start.Month + 1;
        var every = months switch { 12 => new CalendarInterval(1, CalendarUnit.Year), 9 => CalendarPeriod.NineMonths, 1 or 3 or 6 => new CalendarInterval(months, CalendarUnit.Month), _ => (CalendarInterval?)null };
        return every is { } length && CalendarPeriod.Containing(span.Start, length) is { } period && period.From == span.Start && period.To == span.End ? period : null;
    }

    /// <summary>What the plan itself says of reports: the days it names and through whom.</summary>
    public Task<List<PlanReporting>> DutiesAsync(Guid planId, CancellationToken cancellationToken) =>
        db.Set<PlanReporting>().AsNoTracking().Where(duty => duty.PlanId == planId).OrderBy(duty => duty.Ordinal).ToListAsync(cancellationToken);

    /// <summary>The day that a plan names for the report of a period; null: it names none.</summary>
    public static DateOnly? DueOf(IEnumerable<PlanReporting> duties, CalendarPeriod period)
    {
        ReportingPeriodKind? kind = period.Every == CalendarPeriod.NineMonths ? ReportingPeriodKind.NineMonth : (period.Every.Unit, period.Every.Count) switch
        {
            (CalendarUnit.Month, 1) => ReportingPeriodKind.Month,
            (CalendarUnit.Month, 3) => ReportingPeriodKind.Quarter,
            (CalendarUnit.Month, 6) => ReportingPeriodKind.HalfYear,
            (CalendarUnit.Year, 1) => ReportingPeriodKind.Year,
            _ => null,
        };
        // A report is due towards the end of its period or in the weeks after it.
        var (first, end) = (period.From.AddDays((period.To.DayNumber - period.From.DayNumber) / 2), period.To.AddMonths(2));
        return duties.Where(duty => duty.Period == kind && kind is not null && duty.Due >= first && duty.Due <= end).Select(duty => duty.Due).FirstOrDefault();
    }

    /// <summary>Opens a new period now, or sets it for the day on which it opens by itself.</summary>
    public async Task StartAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        period.CreatedAt = calendar.UtcNow;
        db.Add(period);
        if (period.OpensOn > calendar.VietnamToday)
        {
            audit.Describe("Hẹn mở kỳ báo cáo");
            period.State = PeriodState.Planned;
            return;
        }

        await OpenAsync(period, cancellationToken);
    }

    /// <summary>Makes the reports of a period that is new or was planned, along its outline as it is in use by now; sets the next one where it repeats.</summary>
    public async Task OpenAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        audit.Describe("Mở kỳ báo cáo");
        period.ReportOutlineId = await planned.OutlineInUseAsync(period.ReportOutlineId, cancellationToken);
        if (period.OpensOn is { } set && set > calendar.VietnamToday && period.TreeOn == PlannedPeriods.TreeDay(period.To, set))
        {
            // Opened before its day: on the tree that stands now.
            period.TreeOn = PlannedPeriods.TreeDay(period.To, calendar.VietnamToday);
        }

        period.State = PeriodState.Opening;
        Resume(period);
        if (period.Repeats)
        {
            await planned.SetNextAsync(period, cancellationToken);
        }
    }

    /// <summary>Takes a planned period away; what it was set for does not happen.</summary>
    public void Drop(ReportingPeriod period)
    {
        audit.Describe("Bỏ hẹn mở kỳ báo cáo");
        db.Remove(period);
    }

    /// <summary>Makes the reports, or goes on after that failed; what was made stays.</summary>
    public void Resume(ReportingPeriod period)
    {
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
