using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Audit;

/// <summary>The random reference that stands for a person in the records.</summary>
internal static class AuditActors
{
    public static async Task<Guid> ReferenceOfAsync(DbContext db, Guid userId, CancellationToken cancellationToken)
    {
        if (await Find(db, userId).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        await db.Database.ExecuteSqlAsync(Insert(userId), cancellationToken);
        return (await Find(db, userId).SingleAsync(cancellationToken))!.Value;
    }

    public static Guid ReferenceOf(DbContext db, Guid userId)
    {
        if (Find(db, userId).SingleOrDefault() is { } known)
        {
            return known;
        }

        db.Database.ExecuteSql(Insert(userId));
        return Find(db, userId).Single()!.Value;
    }

    /// <summary>Takes the person out of every record written so far; true when there was a reference to erase.</summary>
    public static async Task<bool> EraseAsync(DbContext db, Guid userId, CancellationToken cancellationToken = default) =>
        await db.Set<AuditActor>().Where(actor => actor.UserId == userId).ExecuteDeleteAsync(cancellationToken) > 0;

    private static IQueryable<Guid?> Find(DbContext db, Guid userId) =>
        db.Set<AuditActor>().Where(actor => actor.UserId == userId).Select(actor => (Guid?)actor.AuditActorId);

    /// <summary>Two first acts of one person at once must not fail each other.</summary>
    private static FormattableString Insert(Guid userId) =>
        $"""INSERT INTO "AuditActors" ("AuditActorId", "UserId") VALUES ({new Guid(RandomNumberGenerator.GetBytes(16))}, {userId}) ON CONFLICT DO NOTHING""";
}
