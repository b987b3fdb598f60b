using Loa.Data;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>Whether an agency wants a second person to confirm. Asked with every activity, so the query is compiled once a server instead of being recognized each time.</summary>
internal sealed class ConfirmationRule
{
    private readonly Func<LoaDbContext, Guid, CancellationToken, Task<bool>> isAsked = EF.CompileAsyncQuery(
        (LoaDbContext db, Guid agencyId, CancellationToken _) => db.Set<ActivityRules>().Any(rules => rules.AgencyId == agencyId && rules.ConfirmationRequired));

    public Task<bool> IsAskedAsync(LoaDbContext db, Guid agencyId, CancellationToken cancellationToken) => isAsked(db, agencyId, cancellationToken);
}
