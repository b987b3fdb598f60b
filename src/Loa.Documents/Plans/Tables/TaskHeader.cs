using Loa.Documents.Blocks;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Plans;

/// <summary>The heading rows of a table of tasks and what each grid column holds.</summary>
internal sealed class TaskHeader
{
    private const int DeepestRow = 6;

    private TaskHeader(ColumnRole[] roles, string[] names, int row, int endRow)
    {
        Roles = roles;
        Names = names;
        Row = row;
        EndRow = endRow;
    }

    public ColumnRole[] Roles { get; }

    /// <summary>The lowest header text over each column: "Quý I" under "Thời gian thực hiện".</summary>
    public string[] Names { get; }

    public int Row { get; }

    /// <summary>First row behind the heading rows.</summary>
    public int EndRow { get; }

    public bool Has(ColumnRole role) => Array.IndexOf(Roles, role) >= 0;

    /// <summary>A table that assigns something: a content, and who or when.</summary>
    public bool IsAboutTasks =>
        Has(ColumnRole.Content) && (Has(ColumnRole.Lead) || Has(ColumnRole.Coordinating) || Has(ColumnRole.LeadAndCoordinating) || Has(ColumnRole.Timeframe));

    /// <summary>What the table lists are targets, not work; only its title can make them tasks.</summary>
    public bool ListsTargets { get; private init; }

    /// <summary>The same columns for a table that continues this one on the next page without a heading of its own.</summary>
    public TaskHeader Continued() => new(Roles, Names, -1, 0) { ListsTargets = ListsTargets };

    public static TaskHeader? Find(Table table)
    {
        for (var row = 0; row < table.Rows.Count && row < DeepestRow; row++)
        {
            var names = Texts(table, row);
            if (names is null)
                continue;
            var roles = Array.ConvertAll(names, ColumnNames.RoleOf);
            var known = Known(roles);
            if (known < 2)
                continue;
            var end = row + 1;
            var lowest = names;
            if (end < table.Rows.Count && Texts(table, end) is { } below && IsSubHeader(table.Rows[end], names, below))
            {
                for (var i = 0; i < roles.Length; i++)
                {
                    if (below[i].Length > 0 && ColumnNames.RoleOf(below[i]) is var role && role != ColumnRole.Unknown)
                        roles[i] = role;
                    else if (below[i].Length > 0 && roles[i] == ColumnRole.Unknown)
                        roles[i] = ColumnNames.RoleOf(names[i] + " " + below[i]);
                }

                lowest = [.. names.Zip(below, (above, under) => under.Length > 0 ? under : above)];
                end++;
            }

            var targets = ContentIsTarget(roles, names);
            Settle(roles, names, lowest);
            if (Array.IndexOf(roles, ColumnRole.Content) < 0 || Known(roles) < 2)
                continue;
            while (end < table.Rows.Count && IsColumnNumbers(table.Rows[end]))
                end++;
            return new TaskHeader(roles, lowest, row, end) { ListsTargets = targets };
        }

        return null;
    }

    /// <summary>A row that only counts columns: "(1) (2) (3)", "A B 1 2".</summary>
    public static bool IsColumnNumbers(TableRow row)
    {
        var filled = 0;
        foreach (var cell in row.Cells)
        {
            var text = cell.Text.AsSpan().Trim(" ().[]");
            if (text.Length == 0)
                continue;
            if (text.Length > 2 && !(text.IndexOf('=') > 0 && text.Length < 12))
                return false;
            filled++;
        }

        return filled >= 3;
    }

    /// <summary>The texts over each grid column; null for a row that spans the table or holds long text.</summary>
    private static string[]? Texts(Table table, int row)
    {
        var texts = new string[table.ColumnCount];
        Array.Fill(texts, "");
        var filled = 0;
        foreach (var cell in table.Rows[row].Cells)
        {
            if (cell.ContinuesAbove)
                continue;
            var text = cell.Text.Replace('\n', ' ').Replace("*", "", StringComparison.Ordinal).Trim();
            if (text.Length > 160)
                return null;
            if (text.Length > 0)
                filled++;
            for (var i = cell.Column; i < cell.Column + cell.ColumnSpan && i < texts.Length; i++)
                texts[i] = text;
        }

        return filled >= 2 ? texts : null;
    }

    private static bool IsSubHeader(TableRow row, string[] above, string[] below)
    {
        int fits = 0, others = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.ContinuesAbove || cell.Column >= below.Length || below[cell.Column].Length == 0)
                continue;
            var text = below[cell.Column];
            var role = ColumnNames.RoleOf(text);
            var underSpan = (cell.Column > 0 && above[cell.Column - 1] == above[cell.Column] && above[cell.Column].Length > 0)
                || (cell.Column + cell.ColumnSpan < above.Length && above[cell.Column + cell.ColumnSpan] is var right && (right == above[cell.Column] || right.Length == 0));
            if (role == ColumnRole.Number || text.Length > 60 || char.IsAsciiDigit(text[0]))
                return false;
            if (underSpan || above[cell.Column].Length == 0)
                fits++;
            else
                others++;
        }

        // A first task may be short too: it has a content of its own under the content's name.
        return fits > 0 && others == 0;
    }

    private static int Known(ColumnRole[] roles)
    {
        var known = 0;
        for (var i = 0; i < roles.Length; i++)
        {
            if (roles[i] != ColumnRole.Unknown && Array.IndexOf(roles, roles[i]) == i)
                known++;
        }

        return known;
    }

    private static bool ContentIsTarget(ColumnRole[] roles, string[] names)
    {
        var content = Array.IndexOf(roles, ColumnRole.Content);
        if (content < 0)
            return false;
        var folded = Folding.Fold(names[content]);
        return folded.StartsWith("chi tieu", StringComparison.Ordinal) || folded.StartsWith("ten chi tieu", StringComparison.Ordinal)
            || folded.StartsWith("tieu chi", StringComparison.Ordinal);
    }

    /// <summary>Settles columns that claim the same role: the second content column is detail, a goal before the work is a group.</summary>
    private static void Settle(ColumnRole[] roles, string[] names, string[] lowest)
    {
        int content = -1, lead = -1;
        for (var i = 0; i < roles.Length; i++)
        {
            var sameCell = i > 0 && roles[i] == roles[i - 1] && names[i] == names[i - 1] && lowest[i] == lowest[i - 1];
            if (roles[i] == ColumnRole.Content)
            {
                if (content < 0 || (sameCell && content == i - 1))
                    content = content < 0 ? i : content;
                else if (IsGoal(names[content]) && !IsGoal(names[i]))
                {
                    roles[content] = ColumnRole.Group;
                    content = i;
                }
                else
                {
                    roles[i] = ColumnRole.Detail;
                }
            }
            else if (roles[i] == ColumnRole.Lead && !sameCell)
            {
                if (lead < 0)
                    lead = i;
                else if (!Chairs(names[lead], lowest[lead]) && Chairs(names[i], lowest[i]))
                {
                    roles[lead] = ColumnRole.Other;
                    lead = i;
                }
                else
                {
                    roles[i] = ColumnRole.Other;
                }
            }
            else if (roles[i] == ColumnRole.Number && Array.IndexOf(roles, ColumnRole.Number) < i)
            {
                roles[i] = ColumnRole.Other;
            }
        }

        // A group column without a content column is the content after all ("Lĩnh vực").
        if (content < 0 && Array.IndexOf(roles, ColumnRole.Group) is var group and >= 0)
            roles[group] = ColumnRole.Content;
    }

    private static bool IsGoal(string name)
    {
        var folded = Folding.Fold(name);
        return folded.StartsWith("muc tieu", StringComparison.Ordinal) || folded.StartsWith("nhom", StringComparison.Ordinal)
            || folded.StartsWith("linh vuc", StringComparison.Ordinal);
    }

    private static bool Chairs(string name, string lowest)
    {
        var folded = Folding.Fold(name + " " + lowest);
        return folded.Contains("chu tri", StringComparison.Ordinal);
    }
}
