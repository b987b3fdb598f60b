using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>
/// One line of thought of the document in reading order: a paragraph (or the part of it between two line breaks), or a whole data table.
/// Cells of layout tables (heading block, signature block) are lines like any other.
/// </summary>
internal sealed class Line
{
    /// <summary>Trimmed, without line breaks; empty for a table.</summary>
    public SourceText Text { get; init; }

    public string Value => Text.Text;

    /// <summary>The paragraph the line starts in; null for a table.</summary>
    public Paragraph? Paragraph { get; init; }

    public Table? Table { get; init; }

    /// <summary>Column of the layout table the line stands in; -1 outside of one.</summary>
    public int Column { get; init; } = -1;

    /// <summary>Lower case without diacritics.</summary>
    public string Folded => field ??= Folding.Fold(Value);

    /// <summary>How <see cref="Folded"/> begins: most questions are about that, and most lines are long.</summary>
    public string Opening => field ??= Folding.Fold(Value, stackalloc char[Folding.OpeningLength]).ToString();

    public bool IsCapitals => _capitals ??= Casing.AreCapitals(Value);

    private bool? _capitals;

    public override string ToString() => Table is null ? Value : "[table]";
}
