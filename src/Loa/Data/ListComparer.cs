using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Loa.Data;

/// <summary>Lists kept in a column, element by element. The comparer that EF builds for them makes a delegate anew at every comparison, which cost more than saving the row's other columns.</summary>
internal sealed class ListComparer<T>() : ValueComparer<List<T>>((one, other) => Same(one, other), list => Hash(list), list => Copy(list))
{
    private static bool Same(List<T>? one, List<T>? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.SequenceEqual(other));

    private static int Hash(List<T> list)
    {
        var hash = default(HashCode);
        list.ForEach(item => hash.Add(item));
        return hash.ToHashCode();
    }

    private static List<T> Copy(List<T> list) => [.. list];
}

internal static class ListComparers
{
    /// <summary>Gives every list in a column its comparer.</summary>
    public static void CompareLists(this ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Where(property => property.ClrType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>)))
        {
            property.SetValueComparer(typeof(ListComparer<>).MakeGenericType(property.ClrType.GenericTypeArguments));
        }
    }
}
