using Loa.Data;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Accounts;

internal sealed class ActorNames(LoaDbContext db) : IActorNames
{
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(IReadOnlyCollection<Guid> actorIds, CancellationToken cancellationToken) => await (
        from actor in db.Set<AuditActor>().AsNoTracking()
        join user in db.Set<User>().AsNoTracking() on actor.UserId equals user.Id
        where actorIds.Contains(actor.AuditActorId)
        select new { actor.AuditActorId, user.DisplayName }).ToDictionaryAsync(found => found.AuditActorId, found => found.DisplayName, cancellationToken);
}
