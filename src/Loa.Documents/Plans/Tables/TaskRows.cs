using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Reads the rows of one task table: heading rows, tasks, rows cut by a page, totals.</summary>
internal sealed class TaskRows(TaskHeader header)
{
    private readonly List<Heading> _headings = [];
    private RawTask? _last;
    private bool _lastWasHeading;

    public List<RawTask> Tasks { get; } = [];

    /// <summary>Rows that no mapping explains.</summary>
    public List<SourceText> Unexplained { get; } = [];

    private sealed record Heading(RowLabel Label, SourceText Text);

    /// <summary>Reads a table, or the part of it that continues on another page under the same columns.</summary>
    public void Read(Table table, TaskHeader shape)
    {
        var rows = TableGrid.Of(table);
        for (var i = shape.EndRow; i < rows.Count; i++)
        {
            if (shape.Row >= 0 && i > shape.Row && RepeatsHeader(rows[i], rows, shape))
                continue;
            if (TaskHeader.IsColumnNumbers(rows[i].Row) && !rows[i].Row.Cells.Any(c => c.Text.Length > 4))
                continue;
            ReadRow(rows[i], i + 1 < rows.Count ? rows[i + 1] : null);
        }
    }

    private static bool RepeatsHeader(GridRow row, List<GridRow> rows, TaskHeader shape)
    {
        for (var h = shape.Row; h < shape.EndRow && h < rows.Count; h++)
        {
            if (SameTexts(row, rows[h]))
                return true;
        }

        return row.Row.RepeatsAsHeading;
    }

    private static bool SameTexts(GridRow a, GridRow b)
    {
        var filled = 0;
        for (var i = 0; i < a.Cells.Length; i++)
        {
            var left = a.Cells[i]?.Cell.Text ?? "";
            var right = b.Cells[i]?.Cell.Text ?? "";
            if (left.Length > 160 || !string.Equals(Folding.Fold(left), Folding.Fold(right), StringComparison.Ordinal))
                return false;
            if (left.Length > 0)
                filled++;
        }

        return filled >= 2;
    }

    private void ReadRow(GridRow row, GridRow? next)
    {
        var cells = new RowCells(header, row);
        if (cells.IsBlank)
            return;
        var label = RowLabel.Read(cells);
        if (cells.IsTotal)
            return;
        if (_lastWasHeading && label.IsNone && _headings.Count > 0 && (cells.OnlyContent || cells.SpansColumns) && Continues(_headings[^1].Text, cells.HeadingText(label)))
        {
            _headings[^1] = _headings[^1] with { Text = _headings[^1].Text.Append(" ", cells.HeadingText(label)) };
            return;
        }

        if (IsHeading(cells, label, next))
        {
            Push(new Heading(label, cells.HeadingText(label)));
            _lastWasHeading = true;
            return;
        }

        if (IsContinuation(cells, label))
        {
            Continue(cells);
            return;
        }

        Add(cells, label);
    }

    /// <summary>
    /// A row that only titles what follows: its text spans the columns; or nothing else is filled and its number is Roman or a capital letter,
    /// the next row is numbered below it, or it is printed bold where tasks are not.
    /// </summary>
    private bool IsHeading(RowCells cells, RowLabel label, GridRow? next)
    {
        if (cells.SpansColumns)
            return true;
        if (!cells.OnlyContent)
            return false;
        if (label.Rank is RowRank.Roman or RowRank.CapitalLetter or RowRank.Part)
            return true;
        if (next is null)
            return false;
        var below = new RowCells(header, next);
        if (below.OnlyContent && !below.SpansColumns)
            return !label.IsNone && cells.IsEmphasised && !below.IsEmphasised;
        var nextLabel = RowLabel.Read(below);
        if (!label.IsNone && nextLabel.IsUnder(label))
            return true;
        return cells.IsEmphasised && !cells.HasMergedAssignment && (label.IsNone || !below.IsEmphasised);
    }

    /// <summary>A row that a page cut off from the one above it: no number of its own, and its cells go on in mid-sentence.</summary>
    private bool IsContinuation(RowCells cells, RowLabel label)
    {
        if (_last is null || _lastWasHeading || !label.IsNone || !header.Has(ColumnRole.Number) || cells.HasMergedCell)
            return false;
        var content = cells.Joined(ColumnRole.Content);
        if (content.IsEmpty)
            return !HasItsOwnTime(cells);
        var goesOn = _last.Content.Count > 0 && Continues(_last.Content[^1], content);
        if (cells.OnlyContent)
            return goesOn || content.Text[0] is '-' or '+' || !Casing.EndsWithMark(_last.Content.Count > 0 ? _last.Content[^1].Text : ".");
        return goesOn && Casing.StartsLower(content.Text);
    }

    /// <summary>Plain text lost the merge: under a row with a whole timeframe, another one belongs to a further task of the same content.</summary>
    private bool HasItsOwnTime(RowCells cells) =>
        _last!.Timeframe.Count > 0 && cells.Has(ColumnRole.Lead) && !cells.Joined(ColumnRole.Lead).IsEmpty && char.IsUpper(cells.Joined(ColumnRole.Lead).Text[0])
        && IsTime(SourceText.Join(" ", _last.Timeframe)) && IsTime(cells.Joined(ColumnRole.Timeframe));

    private static bool IsTime(SourceText text) => Timeframes.Read(text.Text, null) is { Timeframe.Kind: not TimeframeKind.Text, Unread.Count: 0 };

    private static bool Continues(SourceText first, SourceText second) =>
        !Casing.EndsWithMark(first.Text) && (Casing.StartsLower(second.Text) || (second.Length > 0 && !char.IsUpper(second.Text[0]) && second.Text[0] is not ('-' or '+')));

    private void Continue(RowCells cells)
    {
        foreach (var role in RowCells.TaskRoles)
        {
            if (_last!.Of(role) is not { } target)
                continue;
            foreach (var paragraph in cells.Paragraphs(role))
            {
                // The first paragraph goes on where the page cut it; lists of agencies always do.
                if (target.Count > 0 && (role is not (ColumnRole.Content or ColumnRole.Detail) || Continues(target[^1], paragraph)) && paragraph.Text[0] is not ('-' or '+'))
                    target[^1] = target[^1].Append(" ", paragraph);
                else
                    target.Add(paragraph);
            }
        }
    }

    private void Add(RowCells cells, RowLabel label)
    {
        var unmerged = cells.Joined(ColumnRole.Content).IsEmpty;
        if (unmerged && !(label.IsNone && _last is not null && !_lastWasHeading && HasItsOwnTime(cells)))
        {
            if (!cells.HasOnlyNumber)
                Unexplained.Add(cells.WholeText());
            return;
        }

        while (_headings.Count > 0 && !label.IsNone && _headings.Exists(h => h.Label.Rank == label.Rank && h.Label.Depth == label.Depth && !h.Label.IsNone))
            _headings.RemoveAt(_headings.Count - 1);
        var task = new RawTask { Number = label.Text, Group = cells.Joined(ColumnRole.Group) };
        if (task.Group.IsEmpty && _headings.Count > 0)
            task.Group = _headings[^1].Text;
        foreach (var role in RowCells.TaskRoles)
        {
            if (task.Of(role) is { } target && cells.Has(role))
                target.AddRange(cells.Paragraphs(role) is var printed && SaysAsAbove(printed) && _last?.Of(role) is { Count: > 0 } above ? above : printed);
        }

        if (label.InContent > 0)
            task.Content[0] = task.Content[0].From(label.InContent);
        if (unmerged)
        {
            task.Number = _last!.Number;
            task.Content.AddRange(_last.Content);
        }

        Tasks.Add(task);
        _last = task;
        _lastWasHeading = false;
    }

    /// <summary>"-nt-", "như trên": the cell above is meant.</summary>
    private static bool SaysAsAbove(List<SourceText> cell) => cell.Count == 1 && cell[0].Length < 14 && Folding.Fold(cell[0].Text).Trim(' ', '-', '"', '.', '/') is "nt" or "nhu tren";

    private void Push(Heading heading)
    {
        // A heading closes the ones at or below its own level; an unnumbered one closes other unnumbered ones.
        var level = _headings.FindIndex(h => h.Label.Rank == heading.Label.Rank && h.Label.Depth == heading.Label.Depth);
        if (level >= 0)
            _headings.RemoveRange(level, _headings.Count - level);
        _headings.Add(heading);
    }
}
