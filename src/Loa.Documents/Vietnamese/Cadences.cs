using Loa.Documents.Plans;

namespace Loa.Documents.Vietnamese;

/// <summary>A value and where it stands in the text given to the grammar.</summary>
public sealed record Found<T>(T Value, TextRange Range);

/// <summary>Promises with a number in them: "mỗi tuần một lần, ít nhất 15 phút".</summary>
public static class Cadences
{
    /// <summary>The cadences of a sentence. <see cref="Cadence.Agencies"/> is empty: who promises stands outside the sentence.</summary>
    public static IReadOnlyList<Found<Cadence>> Read(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return [];
    }
}
