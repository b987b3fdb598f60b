using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>One row of a task table seen through the roles of its columns.</summary>
internal sealed class RowCells
{
    public static readonly ColumnRole[] TaskRoles =
        [ColumnRole.Content, ColumnRole.Detail, ColumnRole.Lead, ColumnRole.LeadAndCoordinating, ColumnRole.Coordinating, ColumnRole.Product, ColumnRole.Timeframe];

    private const int LongestNumber = 12;

    private readonly TaskHeader _header;
    private readonly GridRow _row;

    public RowCells(TaskHeader header, GridRow row)
    {
        _header = header;
        _row = row;
        var filled = 0;
        GridCell? text = null;
        foreach (var (index, cell) in Distinct())
        {
            if (cell.IsEmpty)
                continue;
            IsBlank = false;
            HasMergedCell |= cell.Inherited;
            if (cell.Inherited)
                HasMergedAssignment |= Role(index) is ColumnRole.Lead or ColumnRole.Coordinating or ColumnRole.Timeframe or ColumnRole.LeadAndCoordinating;
            if (IsNumber(index, cell))
                continue;
            filled++;
            text ??= cell;
        }

        HasOnlyNumber = filled == 0;
        Title = filled == 1 ? text : null;
    }

    public bool IsBlank { get; } = true;

    public bool HasOnlyNumber { get; }

    public bool HasMergedCell { get; }

    public bool HasMergedAssignment { get; }

    /// <summary>The one cell with text beside the number.</summary>
    private GridCell? Title { get; }

    /// <summary>The only text stretches over half of the table or more.</summary>
    public bool SpansColumns => Title is { Inherited: false } title && ((title.Cell.ColumnSpan > 1 && title.Cell.ColumnSpan * 2 >= _header.Roles.Length) || Role(title.Cell.Column) == ColumnRole.Number);

    /// <summary>Nothing but number and content is filled, nothing is merged with the row above.</summary>
    public bool OnlyContent => Title is { Inherited: false } title && (Covers(title, ColumnRole.Content) || Covers(title, ColumnRole.Number)) && !HasMergedCell;

    public bool IsEmphasised => Title is { } title && title.Cell.Paragraphs.All(p => p.Bold || p.Text.Length == 0 || Casing.AreCapitals(p.Text));

    public bool IsTotal
    {
        get
        {
            var first = (FirstText.Text.Any(char.IsLetter) ? FirstText : Number).Text;
            return first.Length is > 0 and < 40 && Folding.Fold(first) is var folded
                && (folded is "tong" or "tong so" or "cong" || folded.StartsWith("tong cong", StringComparison.Ordinal));
        }
    }

    /// <summary>The first text of the row that is not its number.</summary>
    public SourceText FirstText
    {
        get
        {
            foreach (var (index, cell) in Distinct())
            {
                if (cell.IsEmpty || IsNumber(index, cell))
                    continue;
                return Texts(cell)[0];
            }

            return SourceText.Empty;
        }
    }

    /// <summary>What the number column prints; nothing where a text spans over it.</summary>
    public SourceText Number => SourceText.Join(" ", Distinct().Where(c => !c.Cell.IsEmpty && IsNumber(c.Column, c.Cell)).SelectMany(c => Texts(c.Cell)));

    public bool Has(ColumnRole role) => _header.Has(role);

    /// <summary>The paragraphs of all cells in the role, line breaks kept as paragraphs.</summary>
    public List<SourceText> Paragraphs(ColumnRole role)
    {
        var paragraphs = new List<SourceText>();
        foreach (var (index, cell) in Distinct())
        {
            if (Role(index) != role || cell.IsEmpty)
                continue;

            // Four quarters under one heading are ticked, not written.
            if (role == ColumnRole.Timeframe && IsTick(cell.Cell.Text) && _header.Names[index].Length > 0)
                paragraphs.Add(SourceText.Literal(_header.Names[index], Texts(cell)[0]));
            else
                paragraphs.AddRange(Texts(cell));
        }

        return paragraphs;
    }

    public SourceText Joined(ColumnRole role) => _header.Has(role) ? SourceText.Join(" ", Paragraphs(role)) : SourceText.Empty;

    public SourceText HeadingText(RowLabel label)
    {
        var title = Title is null ? SourceText.Empty : SourceText.Join(" ", Texts(Title));
        return (label.InContent > 0 ? title.From(label.InContent) : title).TrimEnd(":").Trim();
    }

    public SourceText WholeText() => SourceText.Join(" | ", Distinct().Where(c => !c.Cell.IsEmpty).Select(c => SourceText.Join(" ", Texts(c.Cell))));

    private static bool IsTick(string text) => text.Trim() is "x" or "X" or "✓" or "√" or "þ" or "ü";

    private ColumnRole Role(int column) => column < _header.Roles.Length ? _header.Roles[column] : ColumnRole.Unknown;

    // A heading row that lost its merge in plain text stands whole in the number column.
    private bool IsNumber(int column, GridCell cell) =>
        Role(column) == ColumnRole.Number && !Covers(cell, ColumnRole.Content) && (cell.Cell.Text.Length <= LongestNumber || !cell.Cell.Text.Contains(' ', StringComparison.Ordinal));

    private bool Covers(GridCell cell, ColumnRole role)
    {
        for (var i = 0; i < _row.Cells.Length; i++)
        {
            if (ReferenceEquals(_row.Cells[i], cell) && Role(i) == role)
                return true;
        }

        return false;
    }

    private IEnumerable<(int Column, GridCell Cell)> Distinct()
    {
        for (var i = 0; i < _row.Cells.Length; i++)
        {
            if (_row.Cells[i] is { } cell && (i == 0 || !ReferenceEquals(_row.Cells[i - 1], cell)))
                yield return (i, cell);
        }
    }

    private static List<SourceText> Texts(GridCell cell)
    {
        var texts = new List<SourceText>(cell.Cell.Paragraphs.Count);
        foreach (var paragraph in cell.Cell.Paragraphs)
            CellText.AddLines(texts, paragraph);
        return texts;
    }
}
