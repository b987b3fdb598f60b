using Loa.Data;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies.Changes;

/// <summary>Records a reorganisation, or takes one back: states, the tree of the present day and everything that follows, in one transaction.</summary>
internal sealed class Reorganiser(LoaDbContext db, Calendar calendar, TreeClock clock, IEnumerable<IAgencyChangeFollower> followers, CurrentUser user, AuditScope audit)
{
    /// <param name="apply">What happens, in terms of <see cref="Operations"/>; a <see cref="ChangeProblem"/> leaves everything as it was.</param>
    public async Task<AgencyChange> RecordAsync(AgencyChangeKind kind, DateOnly effectiveOn, string document, string? note, Action<DatedTree, AgencyChange> apply, CancellationToken cancellationToken = default)
    {
        audit.Describe("Ghi nhận sắp xếp cơ quan", document);
        var change = new AgencyChange
        {
            AgencyChangeId = Guid.CreateVersion7(),
            Kind = kind,
            EffectiveOn = effectiveOn,
            Document = document.Trim(),
            Note = note.OrNull(),
            RecordedById = user.UserId,
            RecordedAt = calendar.UtcNow,
        };
        var log = new StateLog();
        var agencies = await TreeClock.LoadAsync(db, cancellationToken);
        var before = agencies.Values.SelectMany(agency => agency.States).Select(state => state.AgencyStateId).ToHashSet();
        var known = agencies.Keys.ToHashSet();
        try
        {
            apply(new DatedTree(agencies, effectiveOn, log), change);
        }
        catch
        {
            db.ChangeTracker.Clear();
            throw;
        }

        db.AddRange(agencies.Values.Where(agency => !known.Contains(agency.AgencyId)));
        db.AddRange(agencies.Values.Where(agency => known.Contains(agency.AgencyId)).SelectMany(agency => agency.States).Where(state => !before.Contains(state.AgencyStateId)));
        change.Log = log.Write(agencies);
        db.Add(change);
        await clock.TurnAsync(agencies, cancellationToken);
        return change;
    }

    /// <summary>What it would do; nothing is kept.</summary>
    public async Task<ChangePreview> PreviewAsync(DateOnly effectiveOn, Action<DatedTree, AgencyChange> apply, CancellationToken cancellationToken = default)
    {
        var agencies = await TreeClock.LoadAsync(db, cancellationToken);
        try
        {
            var tree = new DatedTree(agencies, effectiveOn, new StateLog());
            var change = new AgencyChange { AgencyChangeId = Guid.CreateVersion7(), EffectiveOn = effectiveOn, Document = "" };
            apply(tree, change);
            return ChangePreview.Of(tree, change);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public async Task TakeBackAsync(AgencyChange change, string reason, CancellationToken cancellationToken = default)
    {
        audit.Describe("Rút thay đổi về cơ quan", reason);
        var agencies = await TreeClock.LoadAsync(db, cancellationToken);
        var states = agencies.Values.SelectMany(agency => agency.States).ToDictionary(state => state.AgencyStateId);
        var entries = StateLog.Read(change.Log);
        CheckUntouched(entries, states, agencies);
        foreach (var entry in entries)
        {
            Restore(entry, states, agencies);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        change.TakenBackAt = calendar.UtcNow;
        if (change.TookEffectAt is not null)
        {
            foreach (var follower in followers)
            {
                await follower.TakeBackAsync(change, cancellationToken);
            }
        }

        // After what had passed to them went back: nothing may refer to an agency that is no more.
        foreach (var born in agencies.Values.Where(agency => agency.States.Count == 0).ToList())
        {
            await RemoveAsync(born, change, cancellationToken);
            agencies.Remove(born.AgencyId);
        }

        await clock.TurnAsync(agencies, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static void CheckUntouched(List<StateLog.Entry> entries, Dictionary<Guid, AgencyState> states, Dictionary<Guid, Agency> agencies)
    {
        foreach (var entry in entries)
        {
            var now = states.TryGetValue(entry.AgencyStateId, out var state) ? StateLog.Copy.Of(state) : null;
            if (now != entry.After)
            {
                var agencyId = (entry.After ?? entry.Was ?? now)!.AgencyId;
                throw new ChangeProblem("{0} đã có thay đổi khác ghi sau; hãy rút thay đổi sau trước.", agencies.TryGetValue(agencyId, out var agency) ? agency.ShortName : "");
            }
        }
    }

    private void Restore(StateLog.Entry entry, Dictionary<Guid, AgencyState> states, Dictionary<Guid, Agency> agencies)
    {
        if (!states.TryGetValue(entry.AgencyStateId, out var state))
        {
            if (entry.Was is { } gone)
            {
                var restored = gone.Restore(entry.AgencyStateId);
                agencies[gone.AgencyId].States.Add(restored);
                db.Add(restored);
            }
        }
        else if (entry.Was is { } was)
        {
            was.WriteTo(state);
        }
        else
        {
            agencies[state.AgencyId].States.Remove(state);
            db.Remove(state);
        }
    }

    /// <summary>An agency that the change brought into being goes with it, unless something already rests on it.</summary>
    private async Task RemoveAsync(Agency agency, AgencyChange change, CancellationToken cancellationToken)
    {
        if (await db.Set<AgencyChangePart>().AnyAsync(part => part.AgencyId == agency.AgencyId && part.AgencyChangeId != change.AgencyChangeId, cancellationToken))
        {
            throw new ChangeProblem("{0} đã có thay đổi khác ghi sau; hãy rút thay đổi sau trước.", agency.ShortName);
        }

        change.Parts.RemoveAll(part => part.AgencyId == agency.AgencyId);
        db.Remove(agency);
    }
}
