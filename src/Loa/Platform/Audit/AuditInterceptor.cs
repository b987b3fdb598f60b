using Loa.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loa.Platform.Audit;

/// <summary>Writes the record of a change in the same transaction as the change itself: neither exists without the other.</summary>
internal sealed class AuditInterceptor(Calendar calendar) : SaveChangesInterceptor
{
    private const string PersonType = "User";

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is LoaDbContext db && ScopeOf(db) is var scope && ChangesOf(db, scope) is { Count: > 0 } changes)
        {
            Record(db, scope, changes, Reference(db, scope.ActorId), Reference(db, scope.OnBehalfOfId));
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is LoaDbContext db && ScopeOf(db) is var scope && ChangesOf(db, scope) is { Count: > 0 } changes)
        {
            Record(db, scope, changes, await ReferenceAsync(db, scope.ActorId, cancellationToken), await ReferenceAsync(db, scope.OnBehalfOfId, cancellationToken));
        }

        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    /// <summary>The record of a new row that is written past the change tracker; see <see cref="AuditScope.Add"/>.</summary>
    public static AuditChange? Added(DbContext db, object row)
    {
        var change = Describe(db.Entry(row));
        change?.Action = AuditAction.Added;
        return change;
    }

    private static AuditScope ScopeOf(LoaDbContext db) => db.Services.GetRequiredService<AuditScope>();

    private static List<AuditChange> ChangesOf(DbContext db, AuditScope scope) =>
        [.. db.ChangeTracker.Entries().Where(IsRecorded).ToList().Select(Describe).OfType<AuditChange>(), .. scope.TakeBeside()];

    private static Guid? Reference(DbContext db, Guid? userId) => userId is { } user ? AuditActors.ReferenceOf(db, user) : null;

    private static async Task<Guid?> ReferenceAsync(DbContext db, Guid? userId, CancellationToken cancellationToken) =>
        userId is { } user ? await AuditActors.ReferenceOfAsync(db, user, cancellationToken) : null;

    private void Record(DbContext db, AuditScope scope, List<AuditChange> changes, Guid? actor, Guid? onBehalfOf)
    {
        var process = new AuditProcess
        {
            AuditProcessId = Guid.CreateVersion7(),
            Name = Cut(scope.Name, AuditProcess.NameMaxLength)!,
            ActorId = actor,
            OnBehalfOfId = onBehalfOf,
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
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && IsRecorded(entry.Metadata.ClrType);

    /// <summary>Whether changes to rows of the type are recorded. A passkey's key material says nothing to a reader; that it came or went is recorded with its row.</summary>
    public static bool IsRecorded(Type entity) => entity != typeof(IdentityPasskeyData) && !entity.IsDefined(typeof(NotAuditedAttribute), inherit: false);

    private static AuditChange? Describe(EntityEntry entry)
    {
        var before = entry.State == EntityState.Added ? null : AuditValues.Before(entry);
        var after = entry.State == EntityState.Deleted ? null : AuditValues.After(entry);
        if (before is null && after is null)
        {
            return null;
        }

        var key = entry.Properties.Where(property => property.Metadata.IsPrimaryKey()).Select(property => property.CurrentValue).ToList();
        var (subjectType, subjectId) = Subject(entry.Entity);
        return new AuditChange
        {
            SubjectType = subjectType ?? entry.Metadata.ClrType.Name,
            SubjectId = subjectId ?? (key is [Guid id] ? id : null),
            EntityType = Cut(entry.Metadata.ClrType.Name, AuditChange.TypeMaxLength)!,
            EntityKey = Cut(string.Join('/', key.Select(part => part is byte[] bytes ? Convert.ToHexStringLower(bytes) : part)), AuditChange.KeyMaxLength)!,
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

    /// <summary>Whose history shows it: its own, the thing's it is a part of, the person's for what the identity library keeps.</summary>
    private static (string? Type, Guid? Id) Subject(object entity) => entity switch
    {
        IAuditedPart part => (part.AuditSubjectType, part.AuditSubjectId),
        IdentityUserPasskey<Guid> passkey => (PersonType, passkey.UserId),
        IdentityUserToken<Guid> token => (PersonType, token.UserId),
        IdentityUserLogin<Guid> login => (PersonType, login.UserId),
        _ => (null, null),
    };

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
