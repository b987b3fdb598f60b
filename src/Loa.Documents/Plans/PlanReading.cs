using Loa.Documents.Blocks;

namespace Loa.Documents.Plans;

/// <summary>A range of characters in one paragraph: <paramref name="Block"/> is <see cref="Paragraph.Number"/>, the range is half-open.</summary>
public readonly record struct TextSpan(int Block, int Start, int End);

/// <summary>The result of reading a plan: what it says, and where each fact stands in the source.</summary>
public sealed record PlanReading
{
    public required PlanContent Content { get; init; }
    public required SourceDocument Source { get; init; }

    /// <summary>JSON pointer into <see cref="Content"/> ("/tasks/0/lead/1") → the passages that state it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<TextSpan>> Spans { get; init; }

    /// <summary>JSON pointer → confidence from 0 to 1.</summary>
    public required IReadOnlyDictionary<string, double> Confidence { get; init; }
}
