using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>What a timeframe cell says.</summary>
/// <param name="Timeframe">Null for an empty cell. <see cref="Timeframe.Text"/> is the whole printed cell in one line.</param>
/// <param name="Range">The statement that was read; empty for an empty cell.</param>
/// <param name="Unread">Further statements of the cell, and the whole cell when nothing was read.</param>
public sealed record TimeframeReading(Timeframe? Timeframe, TextRange Range, IReadOnlyList<TextRange> Unread);

/// <summary>Timeframe cells of annexes.</summary>
public static class Timeframes
{
    /// <summary>Reads a cell, its paragraphs joined by '\n'.</summary>
    public static TimeframeReading Read(string cell, ProgrammeYears? years)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return string.IsNullOrWhiteSpace(cell)
            ? new(null, default, [])
            : new(new(cell, TimeframeKind.Text, null, null, null), new(0, cell.Length), [new(0, cell.Length)]);
    }
}
