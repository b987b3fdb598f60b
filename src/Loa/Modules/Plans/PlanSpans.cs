using System.Text.Json;
using Loa.Documents.Plans;

namespace Loa.Modules.Plans;

/// <summary>Passages in a column: "[[block,start,end],…]".</summary>
internal static class PlanSpans
{
    public const string None = "[]";

    public static string Write(IEnumerable<TextSpan> spans) =>
        JsonSerializer.Serialize(spans.Distinct().OrderBy(s => s.Block).ThenBy(s => s.Start).Select(s => new[] { s.Block, s.Start, s.End }));

    public static IReadOnlyList<TextSpan> Read(string column) =>
        [.. (JsonSerializer.Deserialize<int[][]>(column) ?? []).Where(s => s.Length == 3).Select(s => new TextSpan(s[0], s[1], s[2]))];
}
