using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Localization;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>Periods that open by themselves: the one that follows another, and those whose day has come. The caller saves.</summary>
internal sealed class PlannedPeriods(LoaDbContext db, PeriodWindows windows, Platform.Calendar calendar)
{
    /// <summary>Where nobody said otherwise, reports are there so many days before their figures are cut off: texts can be begun, figures are brought up to date until then.</summary>
    public const int DaysAhead = 10;

    /// <summary>So far into the future the next period is looked for: the next one of a year is at most two years away.</summary>
    private const int StepsMost = 40;

    public Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        return db.Set<ReportingPeriod>().Where(period => period.State == PeriodState.Planned && period.OpensOn <= today).OrderBy(period => period.OpensOn).ThenBy(period => period.ReportingPeriodId)
            .Select(period => period.ReportingPeriodId).ToListAsync(cancellationToken);
    }

    /// <summary>The one that somebody opened in the place of a planned one, along the outline in use by now; null: nobody did.</summary>
    public async Task<ReportingPeriod?> InItsPlaceAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var outlineId = await OutlineInUseAsync(period.ReportOutlineId, cancellationToken);
        return await db.Set<ReportingPeriod>().FirstOrDefaultAsync(other => other.ReportingPeriodId != period.ReportingPeriodId && other.OwnerAgencyId == period.OwnerAgencyId && other.ReportOutlineId == outlineId
            && other.Every == period.Every && other.Year == period.Year && other.Number == period.Number, cancellationToken);
    }

    /// <summary>The version of an outline that took its place last.</summary>
    public async Task<Guid> OutlineInUseAsync(Guid outlineId, CancellationToken cancellationToken)
    {
        var at = outlineId;
        while (await db.Set<ReportOutline>().Where(outline => outline.ReplacesId == at && outline.State != OutlineState.Draft).Select(outline => (Guid?)outline.ReportOutlineId).FirstOrDefaultAsync(cancellationToken) is { } next)
        {
            at = next;
        }

        return at;
    }

    /// <summary>
    /// Sets the period that follows, for the same agencies and with the same rules: its days are those of the regime where this one's are, and else lie as far from its months as this
    /// one's do. Periods whose day to open is over are passed; one that is there already stays as it is.
    /// </summary>
    public async Task SetNextAsync(ReportingPeriod period, CancellationToken cancellationToken)
    {
        var law = await windows.OfAsync(period.Period, cancellationToken);
        var (isOfLaw, ahead) = (law.From == period.From && law.To == period.To, period.OpensOn is { } opens ? period.To.DayNumber - opens.DayNumber : DaysAhead);
        var duties = await DutiesAsync(period.ReportOutlineId, cancellationToken);
        var (next, steps) = (Following(period.Period), 0);
        var (from, to, due) = await DaysAsync(next, period.To);
        while (to.AddDays(-ahead) <= calendar.VietnamToday && steps++ < StepsMost)
        {
            next = Following(next);
            (from, to, due) = await DaysAsync(next, to);
        }

        var (every, year, number) = (next.Every.ToString(), next.Year, next.Number);
        if (await db.Set<ReportingPeriod>().AnyAsync(other => other.OwnerAgencyId == period.OwnerAgencyId && other.ReportOutlineId == period.ReportOutlineId && other.Every == every && other.Year == year && other.Number == number, cancellationToken))
        {
            return;
        }

        var opensOn = to.AddDays(-ahead);
        db.Add(new ReportingPeriod
        {
            ReportingPeriodId = Guid.CreateVersion7(),
            OwnerAgencyId = period.OwnerAgencyId,
            ReportOutlineId = period.ReportOutlineId,
            Title = await TitleAsync(period, next, cancellationToken),
            Every = every,
            Year = year,
            Number = number,
            From = from,
            To = to,
            TreeOn = TreeDay(to, opensOn),
            DueOn = due,
            GraceDays = period.GraceDays,
            RemindBefore = period.RemindBefore,
            RemindAfter = period.RemindAfter,
            Target = period.Target,
            ThroughAgencyId = period.ThroughAgencyId,
            State = PeriodState.Planned,
            OpensOn = opensOn,
            Repeats = true,
            CreatedAt = calendar.UtcNow,
        });

        async Task<(DateOnly From, DateOnly To, DateOnly Due)> DaysAsync(CalendarPeriod following, DateOnly before)
        {
            var months = ((following.From.Year - period.Period.From.Year) * 12) + following.From.Month - period.Period.From.Month;
            if (isOfLaw)
            {
                var window = await windows.OfAsync(following, cancellationToken);
                return (window.From, window.To, period.DueOn == law.Due!.Due ? window.Due!.Due : Later(period.DueOn, months));
            }

            var sendBy = PeriodDesk.DueOf(duties, following) ?? Later(period.DueOn, months);
            var cutOff = Later(period.To, months) is var day && day < sendBy ? day : sendBy.AddDays(-1);
            // One period begins where the last one ended: no day is left out between them.
            return (ComesOnceAYear(period.Period) ? Later(period.From, months) : before.AddDays(1), cutOff, sendBy);
        }
    }

    /// <summary>It begins with the year, and so not where the one before it ended.</summary>
    public static bool ComesOnceAYear(CalendarPeriod period) => period.Every is { Unit: CalendarUnit.Month, Count: 6 or 9 };

    /// <summary>Quarters and months follow one another; the report of six or nine months comes once a year.</summary>
    public static CalendarPeriod Following(CalendarPeriod period) =>
        ComesOnceAYear(period) ? period with { Year = period.Year + 1 } : period.Next();

    private async Task<string> TitleAsync(ReportingPeriod period, CalendarPeriod next, CancellationToken cancellationToken)
    {
        // The year is written with a stroke or with its word.
        var (now, then) = (NameOf(period.Period), NameOf(next));
        var (nowInWords, thenInWords) = (now.Replace($"/{period.Year}", $" năm {period.Year}", StringComparison.Ordinal), then.Replace($"/{next.Year}", $" năm {next.Year}", StringComparison.Ordinal));
        return period.Title.Contains(now, StringComparison.OrdinalIgnoreCase) ? Shorten(period.Title.Replace(now, then, StringComparison.OrdinalIgnoreCase))
            : period.Title.Contains(nowInWords, StringComparison.OrdinalIgnoreCase) ? Shorten(period.Title.Replace(nowInWords, thenInWords, StringComparison.OrdinalIgnoreCase))
            : TitleOf(await db.Set<ReportOutline>().Where(outline => outline.ReportOutlineId == period.ReportOutlineId).Select(outline => outline.Title).SingleAsync(cancellationToken), then);
    }

    /// <summary>The last day of a month stays the last: 30/6 is followed by 30/9 and 31/12.</summary>
    private static DateOnly Later(DateOnly day, int months) => day.AddDays(1).Day == 1 ? day.AddDays(1).AddMonths(months).AddDays(-1) : day.AddMonths(months);

    /// <summary>Where nobody chose a day: the last of the figures, or the day of opening while they go on.</summary>
    public static DateOnly TreeDay(DateOnly to, DateOnly opensOn) => to < opensOn ? to : opensOn;

    /// <summary>Titles are kept, so they are Vietnamese whoever opens the period.</summary>
    public static string NameOf(CalendarPeriod period) => period.Name(VietnameseLocalizer.Instance);

    private async Task<List<PlanReporting>> DutiesAsync(Guid outlineId, CancellationToken cancellationToken) =>
        await db.Set<PlanReporting>().AsNoTracking().Where(duty => db.Set<ReportOutline>().Any(outline => outline.ReportOutlineId == outlineId && outline.PlanId == duty.PlanId)).OrderBy(duty => duty.Ordinal).ToListAsync(cancellationToken);

    public static string TitleOf(string outline, string period) => Shorten($"{outline}, {period}");

    private static string Shorten(string title) => title.Length <= ReportingPeriod.TitleMaxLength ? title : title[..ReportingPeriod.TitleMaxLength];
}
