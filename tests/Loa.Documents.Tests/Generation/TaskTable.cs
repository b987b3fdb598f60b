using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Generation;

/// <summary>Builds one task table: columns, heading rows, groups, merges; adds its tasks to the draft.</summary>
internal sealed class TaskTable(Draft draft, int annex, bool merges)
{
    private static readonly string[] Letters = ["a", "b", "c", "d"];

    private enum Grouping
    {
        None = 0,
        Roman = 1,
        RomanThenArabic = 2,
        WholeRow = 3,
        Letters = 4,
    }

    private readonly Dice _dice = draft.Dice;
    private readonly IReadOnlyList<ColumnRole> _columns = Columns.Order(draft.Dice);
    private readonly List<IReadOnlyList<CellLayout>> _rows = [];
    private readonly bool _dots = draft.Dice.Chance(25);

    public TableLayout Build()
    {
        var heading = Heading();
        _rows.AddRange(heading);
        var contents = new Queue<string>(_dice.Some(Words.Tasks, _dice.Next(4, 12)));
        var grouping = _dice.Pick(Grouping.None, Grouping.Roman, Grouping.RomanThenArabic, Grouping.WholeRow, Grouping.Letters);
        var number = 0;
        foreach (var title in grouping == Grouping.None ? [null] : _dice.Some<string?>(Words.Groups, 2))
        {
            var group = ++number;
            if (title is not null)
                GroupRow(grouping == Grouping.Letters ? "AB"[group - 1].ToString() : group == 1 ? "I" : "II", title, grouping == Grouping.WholeRow);
            var last = title is null || group == 2;
            if (grouping == Grouping.RomanThenArabic)
                Nested(contents, last);
            else
                Tasks(contents, title, last ? contents.Count : contents.Count / 2, i => grouping == Grouping.WholeRow && annex == 1 ? $"{group}.{i}" : $"{i}");
            if (!last && _dice.Chance(30))
                _rows.AddRange(heading);
        }

        return new(_rows, heading.Count);
    }

    private List<IReadOnlyList<CellLayout>> Heading()
    {
        var beside = _columns.Contains(ColumnRole.Detail);
        var names = _columns.ToDictionary(c => c, c => Columns.Name(_dice, c, beside));
        var lead = _columns.ToList().IndexOf(ColumnRole.Lead);
        var both = lead + 1 < _columns.Count && _columns[lead + 1] == ColumnRole.Coordinating;
        List<IReadOnlyList<CellLayout>> heading;
        if (both && merges && _dice.Chance(15))
        {
            heading =
            [
                [.. _columns.Where(c => c != ColumnRole.Coordinating).Select(c => c == ColumnRole.Lead ? new CellLayout(["Cơ quan thực hiện"], 2) : new CellLayout([names[c]], 1, Merge.Starts))],
                [.. _columns.Select(c => c switch { ColumnRole.Lead => new("Chủ trì"), ColumnRole.Coordinating => new("Phối hợp"), _ => new CellLayout([], 1, Merge.Continues) })],
            ];
        }
        else
        {
            heading = [[.. _columns.Select(c => new CellLayout(names[c]))]];
        }

        if (_dice.Chance(10))
            heading.Add([.. _columns.Select((_, i) => new CellLayout($"({i + 1})"))]);
        return heading;
    }

    private void GroupRow(string number, string title, bool whole)
    {
        if (whole)
            _rows.Add([new CellLayout([$"{number}. {title}"], _columns.Count)]);
        else if (_dice.Chance(70))
            _rows.Add([new(number + (_dots ? "." : "")), new CellLayout([title], _columns.Count - 1)]);
        else
            _rows.Add([.. _columns.Select((_, i) => new CellLayout(i switch { 0 => number, 1 => title, _ => "" }))]);
    }

    private void Nested(Queue<string> contents, bool last)
    {
        var titles = _dice.Some(["Chuẩn bị nội dung", "Triển khai thực hiện", "Sơ kết, tổng kết"], 2);
        var share = (last ? contents.Count : contents.Count / 2) / 2;
        for (var i = 0; i < titles.Count; i++)
        {
            GroupRow($"{i + 1}", titles[i], whole: false);
            Tasks(contents, titles[i], last && i == 1 ? contents.Count : share, n => Letters[(n - 1) % 4]);
        }
    }

    private void Tasks(Queue<string> contents, string? group, int count, Func<int, string> number)
    {
        PlannedTask? above = null;
        for (var i = 1; i <= count && contents.Count > 0; i++)
        {
            var task = Task(contents.Dequeue(), group, number(i), out var content, out var leads, out var helpers);
            var merged = merges && above is not null && _dice.Chance(15);
            if (merged)
                task = task with { Lead = above!.Lead };
            if (task.Timeframe is { Every: { } every, Text: "Định kỳ 6 tháng/01 lần" })
                draft.Cadences.Add(new(task.Timeframe.Text, task.Lead, [CommunicationForm.Dialogue], 1, every, null));
            draft.Tasks.Add(task);
            _rows.Add([.. _columns.Select(c => Cell(c, task, content, leads, helpers, merged))]);
            if (merged)
                StartMergeAbove();
            above = task;
        }
    }

    private PlannedTask Task(string sentence, string? group, string number, out IReadOnlyList<string> content, out IReadOnlyList<string> leads, out IReadOnlyList<string> helpers)
    {
        var isDialogue = sentence.StartsWith("Đối thoại", StringComparison.Ordinal);
        content = !isDialogue && _dice.Chance(10) ? [$"- {sentence};", "- Tổng hợp kết quả gửi cơ quan chủ trì"] : [sentence + (_dice.Chance(30) ? "." : "")];
        (var entries, leads) = AgencyPhrases.List(_dice, 2, merges);
        (var coordinating, helpers) = AgencyPhrases.List(_dice, 3, merges);
        var years = draft.Years;
        return new()
        {
            Origin = TaskOrigin.Annex,
            Annex = annex,
            Group = group,
            Number = number,
            Content = content.Count == 1 ? content[0] : string.Join(' ', content.Select(p => p[2..])),
            Detail = _columns.Contains(ColumnRole.Detail) ? _dice.Pick(Words.Details) : null,
            Lead = entries,
            Coordinating = _columns.Contains(ColumnRole.Coordinating) ? coordinating : [],
            Product = _columns.Contains(ColumnRole.Product) ? _dice.Pick(Words.Products) : null,
            Timeframe = isDialogue && years is { } y
                ? new("Định kỳ 6 tháng/01 lần", TimeframeKind.Recurring, new(y.From, 1, 1), new(y.To, 12, 31), Moments.Every("P6M"))
                : Moments.Any(_dice, years),
        };
    }

    private CellLayout Cell(ColumnRole role, PlannedTask task, IReadOnlyList<string> content, IReadOnlyList<string> leads, IReadOnlyList<string> helpers, bool merged) => role switch
    {
        ColumnRole.Number => new(task.Number + (_dots ? "." : "")),
        ColumnRole.Content => new(content),
        ColumnRole.Detail => new(task.Detail!),
        ColumnRole.Lead => merged ? new([], 1, Merge.Continues) : new(leads),
        ColumnRole.Coordinating => new(helpers),
        ColumnRole.Product => new(task.Product!),
        ColumnRole.Time => new(task.Timeframe?.Text ?? ""),
        _ => new(""),
    };

    /// <summary>Makes the lead cell of the row above the first of the merge, unless it already belongs to one.</summary>
    private void StartMergeAbove()
    {
        var row = _rows[^2].ToList();
        var lead = _columns.ToList().IndexOf(ColumnRole.Lead);
        if (row[lead].Merge == Merge.None)
            row[lead] = row[lead] with { Merge = Merge.Starts };
        _rows[^2] = row;
    }
}
