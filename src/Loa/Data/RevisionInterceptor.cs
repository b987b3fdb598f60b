using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Data;

/// <summary>Counts an entity's revision up on every change; a second writer with the old number gets <see cref="DbUpdateConcurrencyException"/>.</summary>
internal sealed class RevisionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        CountUp(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        CountUp(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void CountUp(DbContext? db)
    {
        foreach (var entry in db?.ChangeTracker.Entries<IRevised>() ?? [])
        {
            if (entry.State == EntityState.Added)
            {
                entry.Entity.Revision = 1;
            }
            else if (entry.State == EntityState.Modified)
            {
                // From the original value: a form may have posted the revision it saw into OriginalValue.
                var revision = entry.Property(entity => entity.Revision);
                revision.CurrentValue = revision.OriginalValue + 1;
            }
        }
    }
}
