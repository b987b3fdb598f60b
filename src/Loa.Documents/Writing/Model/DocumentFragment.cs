namespace Loa.Documents.Writing;

/// <summary>
/// One section of a larger document that somebody else puts together: a title, the text below it and annexes, in the format of the decree but without the heading and the
/// signature, which only the whole has.
/// </summary>
public sealed record DocumentFragment
{
    /// <summary>The section's title, in sentence case.</summary>
    public required string Title { get; init; }

    /// <summary>Its number in the larger document, as it is printed ("III.2."); null: without one.</summary>
    public string? Label { get; init; }

    /// <summary>The text; titles in it are numbered from one unless they bring their own labels.</summary>
    public IEnumerable<TextBlock> Body { get; init; } = [];

    /// <summary>Annexes in order; they are numbered when there is more than one, and name no document that they belong to.</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];
}
