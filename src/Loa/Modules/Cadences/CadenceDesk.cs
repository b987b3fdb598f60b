using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>Everything people do with a cadence. A change of what counts saves itself and counts anew in one transaction; a cause is saved by the caller.</summary>
internal sealed class CadenceDesk(LoaDbContext db, CadenceCounting counting, Calendar calendar, CurrentUser user, AuditScope audit)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>With forms and periods, to be changed; null where there is none.</summary>
    public Task<Cadence?> FindAsync(Guid cadenceId, CancellationToken cancellationToken) =>
        db.Set<Cadence>().Include(cadence => cadence.Forms).Include(cadence => cadence.Periods.OrderBy(period => period.Ordinal)).AsSplitQuery().FirstOrDefaultAsync(cadence => cadence.CadenceId == cadenceId, cancellationToken);

    /// <summary>A new cadence, or one whose definition changed.</summary>
    public Task SaveAsync(Cadence cadence, CancellationToken cancellationToken)
    {
        audit.Describe("Sửa định mức");
        cadence.LayPeriods();
        return counting.AloneAsync(async () =>
        {
            await db.SaveChangesAsync(cancellationToken);
            await counting.RecountAsync(cadence.CadenceId, cancellationToken);
        }, cancellationToken);
    }

    public Task RemoveAsync(Cadence cadence, CancellationToken cancellationToken)
    {
        audit.Describe("Xóa định mức");
        db.Remove(cadence);
        return counting.AloneAsync(async () =>
        {
            await counting.ForgetAsync(cadence.CadenceId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
    }

    /// <summary>
    /// Asks it of agencies too. Where periods were demanded before the present one, the newcomers owe it from the present one on: nobody had asked them.
    /// </summary>
    /// <returns>How many did not have it yet.</returns>
    public async Task<int> GiveAsync(Cadence cadence, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var had = await db.Set<CadenceAgency>().Where(holder => holder.CadenceId == cadence.CadenceId).Select(holder => holder.AgencyId).ToListAsync(cancellationToken);
        var wanted = agencyIds.Distinct().Except(had).ToList();
        if (wanted.Count == 0)
        {
            return 0;
        }

        var since = Since(cadence, calendar.VietnamToday);
        audit.Describe("Giao định mức cho cơ quan");
        Record(cadence, AuditAction.Added, wanted.Count);
        db.AddRange(wanted.Select(id => new CadenceAgency { CadenceId = cadence.CadenceId, AgencyId = id, From = since }));
        await counting.AloneAsync(async () =>
        {
            await db.SaveChangesAsync(cancellationToken);
            await counting.RecountAsync(cadence.CadenceId, cancellationToken);
        }, cancellationToken);
        return wanted.Count;
    }

    public async Task TakeAsync(Cadence cadence, IReadOnlyCollection<Guid> agencyIds, CancellationToken cancellationToken)
    {
        var holders = await db.Set<CadenceAgency>().Where(holder => holder.CadenceId == cadence.CadenceId && agencyIds.Contains(holder.AgencyId)).ToListAsync(cancellationToken);
        audit.Describe("Rút định mức của cơ quan");
        Record(cadence, AuditAction.Deleted, holders.Count);
        db.RemoveRange(holders);
        await counting.AloneAsync(async () =>
        {
            await db.SaveChangesAsync(cancellationToken);
            await counting.RecountAsync(cadence.CadenceId, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>The cause of a period that was missed, in place of one said before.</summary>
    public async Task ExplainAsync(Cadence cadence, Guid agencyId, CadencePeriod period, string text, CancellationToken cancellationToken)
    {
        audit.Describe("Ghi nguyên nhân không đạt định mức");
        var cause = await db.Set<CadenceCause>().FirstOrDefaultAsync(c => c.CadenceId == cadence.CadenceId && c.AgencyId == agencyId && c.From == period.From && c.To == period.To, cancellationToken);
        if (cause is null)
        {
            db.Add(cause = new CadenceCause { CadenceId = cadence.CadenceId, AgencyId = agencyId, From = period.From, To = period.To, Text = text });
        }

        (cause.Text, cause.At, cause.ById) = (text, calendar.UtcNow, user.UserId);
    }

    /// <summary>From when one owes it who is asked on <paramref name="today"/>; null: from the beginning.</summary>
    public static DateOnly? Since(Cadence cadence, DateOnly today)
    {
        var present = cadence.Periods.Find(period => period.From <= today && period.To >= today);
        return present is not null && cadence.Periods.Exists(period => period.Demanded && period.Ordinal < present.Ordinal) ? present.From : null;
    }

    /// <summary>Agencies have no history row by row; that some were named stands in the cadence's.</summary>
    private void Record(Cadence cadence, AuditAction action, int agencies)
    {
        var values = JsonSerializer.Serialize(new { Count = agencies }, Json);
        audit.Add([new AuditChange
        {
            SubjectType = nameof(Cadence),
            SubjectId = cadence.CadenceId,
            EntityType = nameof(CadenceAgency),
            EntityKey = cadence.CadenceId.ToString(),
            Action = action,
            Before = action == AuditAction.Deleted ? values : null,
            After = action == AuditAction.Added ? values : null,
        }]);
    }
}
