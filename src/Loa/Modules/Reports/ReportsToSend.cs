using Loa.Data;
using Loa.Modules.Reports.Reminders;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Reports;

/// <summary>How many reports an agency still has to send, and by when the first of them.</summary>
internal sealed record ReportsDue(int Count, DateOnly First);

/// <summary>For pages that say what an agency has to do.</summary>
internal sealed class ReportsToSend(LoaDbContext db, Calendar calendar)
{
    /// <summary>Null: none.</summary>
    public async Task<ReportsDue?> OfAsync(Guid agencyId, CancellationToken cancellationToken)
    {
        var due = await Unsent.Of(db, calendar.VietnamToday).Where(report => report.HolderAgencyId == agencyId).GroupBy(report => report.DueOn)
            .Select(same => new { same.Key, Count = same.Count() }).ToListAsync(cancellationToken);
        return due.Count == 0 ? null : new ReportsDue(due.Sum(day => day.Count), due.Min(day => day.Key));
    }
}
