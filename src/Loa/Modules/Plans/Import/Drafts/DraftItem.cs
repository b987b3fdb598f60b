using System.Text.Json.Serialization;

namespace Loa.Modules.Plans.Import.Drafts;

/// <summary>One thing the document says, editable on its own.</summary>
internal abstract class DraftItem
{
    public required string Id { get; set; }

    /// <summary>Counts the edits of this item; a form posts the version it was made from.</summary>
    public int Version { get; set; } = 1;

    public bool Removed { get; set; }

    /// <summary>A person changed or added it.</summary>
    public bool Edited { get; set; }

    /// <summary>JSON pointer of the item in the reading; null for what a person added.</summary>
    public string? Pointer { get; set; }

    [JsonIgnore]
    public abstract IEnumerable<DraftField> Fields { get; }

    /// <summary>Takes what was typed; false when it cannot be understood (the item is then unchanged).</summary>
    public abstract bool TrySet(string field, string text);

    public bool Owns(string pointer) =>
        Pointer is not null && pointer.StartsWith(Pointer, StringComparison.Ordinal) && (pointer.Length == Pointer.Length || pointer[Pointer.Length] == '/');
}

/// <summary>An item whose fields are described once, in a table of its class.</summary>
internal abstract class DraftItem<TSelf> : DraftItem
    where TSelf : DraftItem<TSelf>, IDescribed<TSelf>
{
    [JsonIgnore]
    public override IEnumerable<DraftField> Fields => TSelf.Description.Select(described => described.Of((TSelf)this));

    public override bool TrySet(string field, string text) =>
        TSelf.Description.FirstOrDefault(candidate => candidate.Name == field)?.Set((TSelf)this, text) ?? false;
}

internal interface IDescribed<TSelf>
{
    static abstract IReadOnlyList<FieldOf<TSelf>> Description { get; }
}
