using System.Reflection;
using Loa.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Loa.Platform.Files;

/// <summary>
/// What refers to a received file. The model knows every reference, so a table that comes later cannot be forgotten; it only needs a
/// foreign key, which it should have anyway.
/// </summary>
internal static class FileUse
{
    private static readonly MethodInfo Keys = typeof(FileUse).GetMethod(nameof(KeysOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Files that no row refers to.</summary>
    public static IQueryable<StoredFile> Unused(LoaDbContext db) =>
        db.Model.FindEntityType(typeof(StoredFile))!.GetReferencingForeignKeys().Aggregate(
            db.Set<StoredFile>().AsQueryable(),
            (files, reference) => Without(files, References(db, reference)));

    private static IQueryable<StoredFile> Without(IQueryable<StoredFile> files, IQueryable<Guid?> used) =>
        files.Where(file => !used.Any(id => id == file.StoredFileId));

    private static IQueryable<Guid?> References(LoaDbContext db, IForeignKey reference) =>
        (IQueryable<Guid?>)Keys.MakeGenericMethod(reference.DeclaringEntityType.ClrType).Invoke(null, [db, reference.Properties[0]])!;

    private static IQueryable<Guid?> KeysOf<TEntity>(LoaDbContext db, IProperty property)
        where TEntity : class =>
        property.ClrType == typeof(Guid)
            ? db.Set<TEntity>().Select(row => (Guid?)EF.Property<Guid>(row, property.Name))
            : db.Set<TEntity>().Select(row => EF.Property<Guid?>(row, property.Name));
}
