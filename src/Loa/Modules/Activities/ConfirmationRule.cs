using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Modules.Activities;

/// <summary>
/// Which agencies want a second person to confirm: few, and asked with every activity, so they are kept at hand. A rule that is saved here holds for the next activity; one that another server saved,
/// or that is saved in a longer transaction, after <see cref="Fresh"/> at most.
/// </summary>
internal sealed class ConfirmationRule(TimeProvider time) : SaveChangesInterceptor
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private Known? known;
    private int saved;

    public async ValueTask<bool> IsAskedAsync(LoaDbContext db, Guid agencyId, CancellationToken cancellationToken)
    {
        var held = known;
        if (held is null || held.Seen != Volatile.Read(ref saved) || time.GetElapsedTime(held.At) > Fresh)
        {
            // Both taken before the reading: what is saved meanwhile is younger, and is not answered with what was read before.
            var (at, seen) = (time.GetTimestamp(), Volatile.Read(ref saved));
            held = new Known(await db.Set<ActivityRules>().Where(rules => rules.ConfirmationRequired).Select(rules => rules.AgencyId).ToHashSetAsync(cancellationToken), at, seen);
            if (db.Database.CurrentTransaction is null)
            {
                known = held;
            }
        }

        return held.Agencies.Contains(agencyId);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        ForgetAfter(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ForgetAfter(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void ForgetAfter(DbContext? db)
    {
        if (db?.ChangeTracker.Entries<ActivityRules>().Any() == true)
        {
            Interlocked.Increment(ref saved);
        }
    }

    /// <param name="Seen">How many saves of rules came before.</param>
    private sealed record Known(HashSet<Guid> Agencies, long At, int Seen);
}
