using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

internal enum RowRank
{
    None = 0,
    Part,
    CapitalLetter,
    Roman,
    Arabic,
    Letter,
}

/// <summary>The number of a table row, from its own column or, where there is none, from the start of the content: InContent counts its characters there.</summary>
internal readonly record struct RowLabel(RowRank Rank, int Depth, int Value, SourceText Text, int InContent)
{
    public bool IsNone => Rank == RowRank.None && Text.IsEmpty;

    public static RowLabel Read(RowCells cells)
    {
        var printed = cells.Number;
        if (!printed.IsEmpty)
            return OfColumn(printed);
        if (cells.Has(ColumnRole.Number) && !cells.SpansColumns)
            return default;
        var content = cells.FirstText;
        if (content.IsEmpty || ListLabels.Read(content.Text) is not { Kind: not (LabelKind.Bullet or LabelKind.Annex) } label)
            return default;
        var number = content.Slice(0, label.Length).Trim();
        return new RowLabel(RankOf(label.Kind), label.Depth, label.Value, number.TrimEnd(".):/-"), label.Length);
    }

    /// <summary>This label numbers a level below <paramref name="upper"/>: "1" → "1.1", "1" → "a", "I" → "1".</summary>
    public bool IsUnder(RowLabel upper) => Rank != RowRank.None && (Rank > upper.Rank || (Rank == upper.Rank && Depth > upper.Depth));

    private static RowLabel OfColumn(SourceText printed)
    {
        var text = printed.Text.Trim('(', ' ');
        var label = ListLabels.Read(text + (text.EndsWith('.') || text.EndsWith(')') ? " " : ". ")) ?? ListLabels.Read(text);
        var number = printed.TrimEnd(".):/");
        if (label is not { } found || found.Kind == LabelKind.Bullet)
            return new RowLabel(RowRank.None, 0, 0, label?.Kind == LabelKind.Bullet ? SourceText.Empty : number, 0);
        return new RowLabel(RankOf(found.Kind), found.Depth, found.Value, number, 0);
    }

    private static RowRank RankOf(LabelKind kind) => kind switch
    {
        LabelKind.Part or LabelKind.Chapter or LabelKind.Section or LabelKind.Article => RowRank.Part,
        LabelKind.CapitalLetter => RowRank.CapitalLetter,
        LabelKind.Roman => RowRank.Roman,
        LabelKind.Arabic => RowRank.Arabic,
        LabelKind.Letter => RowRank.Letter,
        _ => RowRank.None,
    };
}
