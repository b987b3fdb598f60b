using Loa.Data;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>Brings every agency's row to what its states say of the present day. Runs after each reorganisation and once a day.</summary>
internal sealed class TreeClock(LoaDbContext db, Calendar calendar, IEnumerable<IAgencyChangeFollower> followers)
{
    /// <summary>Saves what changed, then lets work and the like follow what took effect: one transaction.</summary>
    public async Task TurnAsync(IReadOnlyDictionary<Guid, Agency>? loaded = null, CancellationToken cancellationToken = default)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await RefreshAsync(loaded, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await FollowAsync(calendar.VietnamToday, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Brings the rows to the present day; the caller saves.</summary>
    public async Task RefreshAsync(IReadOnlyDictionary<Guid, Agency>? loaded = null, CancellationToken cancellationToken = default)
    {
        var today = calendar.VietnamToday;
        var agencies = loaded ?? await LoadAsync(db, cancellationToken);
        foreach (var agency in agencies.Values)
        {
            TakeOver(agency, today);
        }

        AgencyTree.SetPaths(agencies);
    }

    /// <summary>All agencies with names and states, tracked.</summary>
    public static Task<Dictionary<Guid, Agency>> LoadAsync(LoaDbContext db, CancellationToken cancellationToken) =>
        db.Set<Agency>().Include(agency => agency.Names).Include(agency => agency.States).AsSplitQuery().ToDictionaryAsync(agency => agency.AgencyId, cancellationToken);

    private static void TakeOver(Agency agency, DateOnly today)
    {
        var states = agency.States.OrderBy(state => state.From ?? DateOnly.MinValue).ToList();
        // Ended: as it last was. Not yet there: as it will begin.
        agency.TakeOver(agency.StateOn(today) ?? states.LastOrDefault(state => state.To < today) ?? states[0]);
        (agency.ValidFrom, agency.ValidTo) = (states[0].From, states[^1].To);
        agency.RefreshSearchText();
    }

    private async Task FollowAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var due = await db.Set<AgencyChange>().Include(change => change.Parts)
            .Where(change => change.EffectiveOn <= today && change.TookEffectAt == null && change.TakenBackAt == null)
            .OrderBy(change => change.EffectiveOn).ThenBy(change => change.AgencyChangeId).ToListAsync(cancellationToken);
        foreach (var change in due)
        {
            foreach (var follower in followers)
            {
                await follower.FollowAsync(change, cancellationToken);
            }

            change.TookEffectAt = calendar.UtcNow;
        }
    }
}
