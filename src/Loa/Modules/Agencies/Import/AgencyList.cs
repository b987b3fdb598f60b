using Loa.Platform.Sheets;

namespace Loa.Modules.Agencies.Import;

/// <summary>The rows of a list of agencies; what is wrong with its shape goes into the plan.</summary>
internal static class AgencyList
{
    /// <summary>Files come with a title above the heads.</summary>
    private const int HeadWithin = 10;

    public static List<AgencyRow> Read(IEnumerable<SheetRow> sheet, ImportPlan plan)
    {
        Dictionary<int, AgencyColumn>? heads = null;
        var (rows, seen, looked) = (new List<AgencyRow>(), new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var line in sheet)
        {
            if (heads is not null)
            {
                Add(line, heads, rows, seen, plan);
            }
            else if (HeadsOf(line, plan) is { } found)
            {
                heads = found;
            }
            else if (++looked == HeadWithin)
            {
                break;
            }
        }

        if (heads is null)
        {
            plan.Problems.Add(new RowProblem(null, "Không thấy dòng tiêu đề có cột “Mã”. Hãy tải tệp mẫu về rồi điền theo các cột trong đó."));
        }
        else if (rows.Count == 0 && plan.Problems.Count == 0)
        {
            plan.Problems.Add(new RowProblem(null, "Dưới dòng tiêu đề không có cơ quan nào."));
        }

        return rows;
    }

    /// <summary>The head line is the first that has the column of codes and at least one more.</summary>
    private static Dictionary<int, AgencyColumn>? HeadsOf(SheetRow line, ImportPlan plan)
    {
        var heads = new Dictionary<int, AgencyColumn>();
        var twice = new List<AgencyColumn>();
        for (var i = 0; i < line.Cells.Count; i++)
        {
            if (AgencyColumns.Find(line.Cells[i]) is { } column)
            {
                (heads.ContainsValue(column) ? twice : []).Add(column);
                heads.Add(i, column);
            }
        }

        if (!heads.ContainsValue(AgencyColumn.Code) || heads.Count < 2)
        {
            return null;
        }

        plan.Problems.AddRange(twice.Select(column => new RowProblem(line.Number, "cột “{0}” có hai lần", AgencyColumns.Title(column))));
        return heads;
    }

    private static void Add(SheetRow line, Dictionary<int, AgencyColumn> heads, List<AgencyRow> rows, Dictionary<string, int> seen, ImportPlan plan)
    {
        var texts = new Dictionary<AgencyColumn, string>(heads.Count);
        foreach (var (index, column) in heads)
        {
            texts.TryAdd(column, index < line.Cells.Count ? line.Cells[index] : "");
        }

        var row = new AgencyRow(line.Number, texts);
        if (texts.Values.All(text => text.Length == 0))
        {
            return;
        }

        if (row.Code.Length == 0)
        {
            plan.Problems.Add(new RowProblem(row.Number, "chưa có mã"));
        }
        else if (seen.TryGetValue(row.Code, out var first))
        {
            plan.Problems.Add(new RowProblem(row.Number, "mã ‘{0}’ đã có ở dòng {1}", row.Code, first));
        }
        else
        {
            seen.Add(row.Code, row.Number);
            rows.Add(row);
        }
    }
}
