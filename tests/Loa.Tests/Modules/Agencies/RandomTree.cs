using Loa.Modules.Agencies;

namespace Loa.Tests.Modules.Agencies;

/// <summary>Lists of agencies in the order in which they are exported: parents first, depth first. The same seed, the same tree.</summary>
internal static class RandomTree
{
    private static readonly string[] Words = ["Sở", "=Nội vụ", "Phòng; ban", "'Dấu", "\"Trích\"", "A\\B", "+84", "Ủy ban", "@x", "_x0041_", "-", "và,phẩy"];

    public static IEnumerable<object?[]> Rows(int seed, string root)
    {
        var dice = new Random(seed);
        return Below(null, root, root, 0, dice, new Queue<int>(Enumerable.Range(1, 60)));
    }

    private static IEnumerable<object?[]> Below(string? parent, string code, string root, int depth, Random dice, Queue<int> numbers)
    {
        yield return Row(parent, code, dice);
        for (var i = dice.Next(depth == 0 ? 3 : 0, 5 - depth); i > 0 && numbers.TryDequeue(out var number); i--)
        {
            foreach (var row in Below(code, $"{root}-{number}", root, depth + 1, dice, numbers))
            {
                yield return row;
            }
        }
    }

    private static object?[] Row(string? parent, string code, Random dice)
    {
        var from = dice.Next(3) == 0 ? (DateOnly?)null : new DateOnly(2015, 1, 1).AddDays(dice.Next(3000));
        var counted = dice.Next(2) == 0 ? (DateOnly?)new DateOnly(2020, 1, 1).AddDays(dice.Next(1000)) : null;
        return
        [
            code, parent, Text(dice, 4), Text(dice, 2), AgencyWords.Of(One<AgencyKind>(dice)), AgencyWords.Of(One<AgencyLevel>(dice)), dice.Next(2) == 0 ? $"H{code.ToUpperInvariant()}" : null,
            List(dice), List(dice), dice.Next(2) == 0 ? Text(dice, 3) : null, dice.Next(2) == 0 ? "+84 (24) 3.825" : null, dice.Next(2) == 0 ? "co.quan@tinh.example" : null,
            dice.Next(2) == 0 ? "https://tinh.example/?a=1;b" : null, List(dice), counted is null ? null : dice.Next(500), counted, from, null,
        ];
    }

    private static T One<T>(Random dice)
        where T : struct, Enum => Enum.GetValues<T>()[dice.Next(Enum.GetValues<T>().Length)];

    private static string Text(Random dice, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[dice.Next(Words.Length)]));

    private static string List(Random dice) =>
        Loa.Modules.Agencies.Import.AgencyTable.Joined(Enumerable.Range(0, dice.Next(4)).Select(_ => Text(dice, 2)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));
}
