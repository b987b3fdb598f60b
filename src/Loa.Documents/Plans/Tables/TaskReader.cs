using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>Finds the tables about tasks, in order, and turns their rows into tasks.</summary>
internal sealed class TaskReader(PlanFacts facts)
{
    private static readonly string[] OtherTitles =
    [
        "danh muc thu tuc", "bieu mau", "mau bao cao", "mau so", "bieu so", "tieu chi", "danh sach", "de cuong", "du toan", "dia diem", "thong ke", "bang cham", "cham diem", "phieu ", "ket qua thuc hien nam", "so lieu",
        "dang ky",
    ];

    private int _tables;
    private TaskHeader? _lastHeader;
    private TaskRows? _lastRows;
    private Table? _lastTable;

    /// <param name="table">A data table.</param>
    /// <param name="title">Folded title of the annex or section it stands in.</param>
    /// <param name="adjacent">Nothing stands between it and the table before.</param>
    public void Read(Table table, string title, bool adjacent)
    {
        var header = TaskHeader.Find(table);
        if (header is null && adjacent && _lastRows is not null && _lastTable!.ColumnCount == table.ColumnCount)
        {
            _lastTable = table;
            var before = _lastRows.Tasks.Count;
            _lastRows.Read(table, _lastHeader!.Continued());
            Add(_lastRows, before);
            return;
        }

        _tables++;
        _lastRows = null;
        if (header is null || !header.IsAboutTasks || IsOther(title, header))
            return;
        _lastHeader = header;
        _lastTable = table;
        _lastRows = new TaskRows(header);
        _lastRows.Read(table, header);
        Add(_lastRows, 0);
    }

    private static bool IsOther(string title, TaskHeader header)
    {
        var assigns = title.Contains("phan cong", StringComparison.Ordinal) || title.Contains("giao ", StringComparison.Ordinal);
        if (assigns)
            return false;
        if (header.ListsTargets)
            return true;
        foreach (var word in OtherTitles)
        {
            if (title.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private void Add(TaskRows rows, int from)
    {
        for (var i = from; i < rows.Tasks.Count; i++)
            facts.Tasks.Add(Understand(rows.Tasks[i]));
        foreach (var row in rows.Unexplained)
            facts.Unread.Add(new UnreadFacts(row, "Dòng của bảng không khớp với các cột đã nhận ra."));
        rows.Unexplained.Clear();
    }

    private TaskFacts Understand(RawTask raw)
    {
        var task = new TaskFacts
        {
            Origin = TaskOrigin.Annex,
            Annex = _tables,
            Group = raw.Group.IsEmpty ? null : Fact.Of(raw.Group),
            Number = raw.Number.IsEmpty ? null : Fact.Of(raw.Number),
            Content = Fact.Of(CellText.Content(raw.Content), raw.Confidence),
            Detail = Optional(raw.Detail),
            Product = Optional(raw.Product),
        };
        AgencyCells.Read(raw.Lead, task, facts, lead: true);
        AgencyCells.Read(raw.Coordinating, task, facts, lead: false);
        ReadTimeframe(raw, task);
        return task;
    }

    private static Fact? Optional(List<SourceText> paragraphs) =>
        CellText.Content(paragraphs) is { IsEmpty: false } text ? Fact.Of(text, 0.95) : null;

    private void ReadTimeframe(RawTask raw, TaskFacts task)
    {
        var cell = SourceText.Join("\n", raw.Timeframe.Select(CellText.WithoutDash));
        if (cell.IsEmpty)
            return;
        var reading = Timeframes.Read(cell.Text, facts.Years);
        if (reading.Timeframe is { } timeframe)
            task.Timeframe = (timeframe, cell);
        foreach (var range in reading.Unread)
        {
            facts.Unread.Add(new UnreadFacts(
                cell.Slice(range), reading.Timeframe?.Kind == TimeframeKind.Text ? "Không hiểu được thời gian thực hiện." : "Ô thời gian có thêm nội dung chưa dùng đến."));
        }
    }
}
