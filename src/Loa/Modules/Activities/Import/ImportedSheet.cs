using Loa.Platform.Sheets;

namespace Loa.Modules.Activities.Import;

/// <summary>One line of a list of activities as it was typed; a column that the file does not have is null.</summary>
internal sealed record ActivityLine(int Number, IReadOnlyDictionary<ActivityColumn, string> Texts)
{
    public string? this[ActivityColumn column] => Texts.GetValueOrDefault(column) is { Length: > 0 } text ? text : null;
}

/// <summary>The lines of a list of activities; what is wrong with its shape goes into the plan, in the words of its columns.</summary>
internal static class ImportedSheet
{
    public const int MostRows = 5000;

    /// <summary>Files come with a title above the heads.</summary>
    private const int HeadWithin = 10;
    private const int HeadsShown = 12;

    public static readonly SheetLimits Limits = new() { Rows = MostRows + HeadWithin };

    public static List<ActivityLine> Read(IEnumerable<SheetRow> sheet, ActivityImportPlan plan)
    {
        Dictionary<int, ActivityColumn>? heads = null;
        var (lines, looked, first) = (new List<ActivityLine>(), 0, (SheetRow?)null);
        foreach (var row in sheet)
        {
            if (heads is not null)
            {
                var texts = new Dictionary<ActivityColumn, string>(heads.Count);
                foreach (var (index, column) in heads)
                    texts.TryAdd(column, index < row.Cells.Count ? row.Cells[index] : "");
                if (texts.Values.Any(text => text.Length > 0))
                    lines.Add(new ActivityLine(row.Number, texts));
                continue;
            }

            first ??= row.Cells.Any(cell => cell.Length > 0) ? row : null;
            heads = HeadsOf(row, plan);
            if (++looked == HeadWithin && heads is null)
                break;
        }

        if (heads is null)
        {
            plan.Problems.Add(new RowProblem(null, "Không thấy dòng tiêu đề. Tệp cần các cột {0}; dòng đầu của tệp là: {1}.", Quoted(ActivityColumns.Required.Select(ActivityColumns.Title)), Quoted(first?.Cells.Where(cell => cell.Length > 0).Take(HeadsShown) ?? [])));
        }
        else if (lines.Count == 0 && plan.Problems.Count == 0)
        {
            plan.Problems.Add(new RowProblem(null, "Dưới dòng tiêu đề không có hoạt động nào."));
        }

        return lines;
    }

    /// <summary>The head line is the first with two columns that we know.</summary>
    private static Dictionary<int, ActivityColumn>? HeadsOf(SheetRow row, ActivityImportPlan plan)
    {
        var heads = row.Cells.Select((cell, index) => (Column: ActivityColumns.Find(cell), Index: index)).Where(head => head.Column is not null).ToDictionary(head => head.Index, head => head.Column!.Value);
        if (heads.Values.Distinct().Count() < 2)
        {
            return null;
        }

        plan.Unread.AddRange(row.Cells.Where((cell, index) => cell.Length > 0 && !heads.ContainsKey(index)).Take(HeadsShown));
        plan.Problems.AddRange(heads.Values.CountBy(column => column).Where(pair => pair.Value > 1).Select(pair => new RowProblem(row.Number, "cột “{0}” có hai lần", ActivityColumns.Title(pair.Key))));
        if (ActivityColumns.Required.Except(heads.Values).ToList() is { Count: > 0 } missing)
        {
            plan.Problems.Add(new RowProblem(row.Number, "thiếu cột {0}; các cột đọc được là {1}", Quoted(missing.Select(ActivityColumns.Title)), Quoted(heads.Values.Select(ActivityColumns.Title))));
        }

        return heads;
    }

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"“{text}”"));
}
