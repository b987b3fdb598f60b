using System.Globalization;

namespace Loa.Modules.Reports;

/// <summary>Numbers of sections by their place: "1", "1.1", "1.1.1"; of a part of a larger report below its number there, "III.2.1".</summary>
internal static class SectionNumbers
{
    /// <param name="sections">In their order.</param>
    public static IReadOnlyDictionary<Guid, string> Of(IEnumerable<OutlineSection> sections, string? partNumber = null)
    {
        var counts = new int[OutlineSection.LevelMost];
        var numbers = new Dictionary<Guid, string>();
        var depth = 0;
        foreach (var section in sections)
        {
            // A section cannot stand two levels below the one before it.
            depth = Math.Clamp(section.Level, 1, Math.Min(depth + 1, OutlineSection.LevelMost));
            counts[depth - 1]++;
            Array.Clear(counts, depth, counts.Length - depth);
            var number = string.Join('.', counts.Take(depth).Select(count => count.ToString(CultureInfo.InvariantCulture)));
            numbers[section.OutlineSectionId] = string.IsNullOrWhiteSpace(partNumber) ? number : $"{partNumber.Trim().TrimEnd('.')}.{number}";
        }

        return numbers;
    }
}
