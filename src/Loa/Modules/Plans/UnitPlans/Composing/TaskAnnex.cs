using Loa.Documents.Vietnamese;
using Loa.Documents.Writing;
using Loa.Modules.Plans.Import.Drafts;

namespace Loa.Modules.Plans.UnitPlans.Composing;

/// <summary>The tasks of a draft as the table behind the plan. A column that would stay empty is not printed.</summary>
internal sealed class TaskAnnex
{
    private readonly IReadOnlyList<DraftTask> _tasks;
    private readonly List<(TableColumn Column, Func<DraftTask, string> Cell)> _columns = [];
    private readonly ProgrammeYears? _years;

    public TaskAnnex(PlanDraft draft, IReadOnlyDictionary<Guid, string> clauses, string? parentReference)
    {
        _tasks = [.. UnitPlanDocument.Kept(draft.Tasks, task => task.Content)];
        _years = draft.Years;
        Add("Nội dung công việc", 30, task => Cell(task.Content, task.Detail));
        if (_tasks.Any(task => Clause(task) is not null))
            Add(parentReference is { } reference ? $"Mục tại {reference}" : "Mục tại văn bản cấp trên", 9, task => Clause(task) ?? "", ColumnAlignment.Centre);
        if (_tasks.Any(task => task.Lead.Count > 0))
            Add("Đơn vị chủ trì", 14, task => Cell([.. task.Lead]));
        Add("Người phụ trách", 14, task => Cell([.. task.InCharge]));
        if (_tasks.Any(task => task.Coordinating.Count > 0))
            Add("Đơn vị phối hợp", 16, task => Cell([.. task.Coordinating]));
        Add("Thời gian thực hiện", 13, When, ColumnAlignment.Centre);
        if (_tasks.Any(task => !string.IsNullOrWhiteSpace(task.Product)))
            Add("Sản phẩm, kết quả", 16, task => Cell(task.Product));
        if (Total is not null)
            Add("Dự toán (đồng)", 12, task => FieldText.Money(task.Estimate), ColumnAlignment.Number);

        string? Clause(DraftTask task) => task.ParentTaskId is { } id ? clauses.GetValueOrDefault(id) : null;
    }

    public bool IsEmpty => _tasks.Count == 0;

    /// <summary>Null where nothing was estimated: nothing is not zero.</summary>
    public long? Total => _tasks.Any(task => task.Estimate is not null) ? _tasks.Sum(task => task.Estimate ?? 0) : null;

    public Annex Write(string title) => new()
    {
        Title = title,
        Landscape = true,
        Content = [new TextTable { Columns = [new("TT", 5, ColumnAlignment.Centre), .. _columns.Select(column => column.Column)], Rows = Rows() }],
    };

    /// <summary>Who is in charge of what, in the order in which they are first named.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Numbers)> People() =>
        _tasks.SelectMany((task, index) => task.InCharge.Select(name => (Name: name, Number: Number(index))))
            .GroupBy(pair => pair.Name, StringComparer.Ordinal).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(pair => pair.Number).Distinct()]));

    private IEnumerable<TextRow> Rows()
    {
        string? group = null;
        for (var i = 0; i < _tasks.Count; i++)
        {
            if (UnitPlanDocument.OneLine(_tasks[i].Group) is { } next && next != group)
                yield return new GroupRow(group = next);
            yield return new CellRow([Number(i), .. _columns.Select(column => (RichText)column.Cell(_tasks[i]))]);
        }

        if (Total is { } total)
            yield return new GroupRow($"Tổng dự toán: {FieldText.Money(total)} đồng");
    }

    private string When(DraftTask task)
    {
        var dates = (task.From, task.To) switch
        {
            ({ } from, { } to) => $"Từ {FieldText.Date(from)} đến {FieldText.Date(to)}",
            (null, { } to) => $"Đến hết ngày {FieldText.Date(to)}",
            ({ } from, null) => $"Từ {FieldText.Date(from)}",
            _ => "",
        };
        if (task.When is not { } when)
            return dates;
        // A date that somebody chose says more than the words do.
        return task.To is null || Timeframes.Read(when, _years).Timeframe?.To == task.To ? when : Cell(dates, $"({when})");
    }

    private void Add(string title, double share, Func<DraftTask, string> cell, ColumnAlignment alignment = ColumnAlignment.Text) => _columns.Add((new TableColumn(title, share, alignment), cell));

    private static string Number(int index) => (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Cell(params IReadOnlyList<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
