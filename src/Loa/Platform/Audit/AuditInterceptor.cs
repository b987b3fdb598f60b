using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Platform.Audit;

/// <summary>Writes the record of a change in the same transaction as the change itself: neither exists without the other.</summary>
internal sealed class AuditInterceptor(AuditScope scope, Calendar calendar) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is { } db && ChangesOf(db) is { Count: > 0 } changes)
        {
            Record(db, changes, scope.ActorId is { } user ? AuditActors.ReferenceOf(db, user) : null);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && ChangesOf(db) is { Count: > 0 } changes)
        {
            Record(db, changes, scope.ActorId is { } user ? await AuditActors.ReferenceOfAsync(db, user, cancellationToken) : null);
        }

        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private static List<AuditChange> ChangesOf(DbContext db) => db.ChangeTracker.Entries().Where(IsRecorded).ToList().Select(Describe).OfType<AuditChange>().ToList();

    private void Record(DbContext db, List<AuditChange> changes, Guid? actor)
    {
        var process = new AuditProcess
        {
            AuditProcessId = Guid.CreateVersion7(),
            Name = Cut(scope.Name, AuditProcess.NameMaxLength)!,
            ActorId = actor,
            At = calendar.UtcNow,
            Reason = Cut(scope.Reason, AuditProcess.ReasonMaxLength),
            RequestId = Cut(scope.RequestId, AuditProcess.RequestIdMaxLength),
        };
        process.Changes.AddRange(changes);
        db.Add(process);
        db.Add(new AuditPending { AuditProcessId = process.AuditProcessId });
    }

    /// <summary>What was not saved did not happen; a retry on the same context records afresh.</summary>
    private static void Forget(DbContext? db)
    {
        var left = db?.ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added, Entity: AuditProcess or AuditChange or AuditPending }).ToList() ?? [];
        foreach (var entry in left)
        {
            entry.State = EntityState.Detached;
        }
    }

    private static bool IsRecorded(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && !entry.Metadata.ClrType.IsDefined(typeof(NotAuditedAttribute), inherit: false);

    private static AuditChange? Describe(EntityEntry entry)
    {
        var before = entry.State == EntityState.Added ? null : AuditValues.Before(entry);
        var after = entry.State == EntityState.Deleted ? null : AuditValues.After(entry);
        if (before is null && after is null)
        {
            return null;
        }

        var key = entry.Properties.Where(property => property.Metadata.IsPrimaryKey()).Select(property => property.CurrentValue).ToList();
        var part = entry.Entity as IAuditedPart;
        return new AuditChange
        {
            SubjectType = part?.AuditSubjectType ?? entry.Metadata.ClrType.Name,
            SubjectId = part?.AuditSubjectId ?? (key is [Guid id] ? id : null),
            EntityType = Cut(entry.Metadata.ClrType.Name, AuditChange.TypeMaxLength)!,
            EntityKey = Cut(string.Join('/', key), AuditChange.KeyMaxLength)!,
            Action = entry.State switch
            {
                EntityState.Added => AuditAction.Added,
                EntityState.Deleted => AuditAction.Deleted,
                _ => AuditAction.Changed,
            },
            Before = before,
            After = after,
        };
    }

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
