using Loa.Platform.Sheets;

namespace Loa.Modules.Agencies.Import;

/// <summary>
/// Applies the rows to the agencies in memory, the same way for looking and for doing: what is shown is what will be written. A row corrects what
/// was recorded, as the form of one agency does; a reorganisation is recorded elsewhere.
/// </summary>
/// <param name="agencies">All of them, tracked, with names, states and counts.</param>
internal sealed class ImportPlanner(IReadOnlyCollection<Agency> agencies, AgencyScope scope, DateOnly today, ImportPlan plan)
{
    private readonly Dictionary<string, Agency> byCode = agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
    private readonly Dictionary<Guid, Agency> byId = agencies.ToDictionary(agency => agency.AgencyId);
    private readonly Dictionary<Guid, string> pathsBefore = agencies.ToDictionary(agency => agency.AgencyId, agency => agency.Path);

    public void Run(IReadOnlyList<AgencyRow> rows)
    {
        var before = agencies.ToDictionary(agency => agency.AgencyId, CellsOf);
        var order = agencies.Count == 0 ? 0 : agencies.Max(agency => agency.SortOrder);
        var taken = rows.Select(row => (Row: row, Agency: Take(row, ref order))).Where(pair => pair.Agency is not null).Select(pair => (pair.Row, Agency: pair.Agency!)).ToList();
        foreach (var (row, agency) in taken)
        {
            Place(row, agency, asked: rows);
        }

        CheckOfficialCodes(taken);
        if (plan.Problems.Count > 0 || !CheckCycles(taken))
        {
            return;
        }

        AgencyTree.SetPaths(byId);
        foreach (var (row, agency) in taken)
        {
            agency.RefreshSearchText();
            Compare(row, agency, before.GetValueOrDefault(agency.AgencyId));
        }

        plan.Added.Sort((one, other) => one.Path.Length != other.Path.Length ? one.Path.Length.CompareTo(other.Path.Length) : one.SortOrder.CompareTo(other.SortOrder));
    }

    private string[] CellsOf(Agency agency) =>
        [.. AgencyTable.Cells(agency, agency.ParentId is { } parentId ? byId.GetValueOrDefault(parentId)?.Code : null, today).Select(AgencyTable.Shown)];

    /// <summary>Everything but the place in the tree.</summary>
    private Agency? Take(AgencyRow row, ref int order)
    {
        var agency = byCode.GetValueOrDefault(row.Code);
        var reader = new RowReader(row, agency, today, plan);
        var from = reader.Day(AgencyColumn.From, agency?.ValidFrom);
        var to = reader.Day(AgencyColumn.To, agency?.ValidTo);
        if (reader.Read() is not { } form)
        {
            return null;
        }

        if (from > to)
        {
            reader.Refuse("“Từ ngày” phải trước “Đến ngày”");
            return null;
        }

        if (agency is null)
        {
            agency = Agency.Create(row.Code, form.Name, form.ShortName, form.Kind, form.Level, null, from);
            (agency.SortOrder, agency.Revision) = (++order, 1);
            byCode.Add(agency.Code, agency);
            byId.Add(agency.AgencyId, agency);
        }

        var state = StateOf(agency);
        (state.Name, state.ShortName, state.Kind, state.Level) = (form.Name, form.ShortName, form.Kind, form.Level);
        agency.TakeOver(state);
        Span(agency, from, to, reader);
        form.ApplyTo(agency, today);
        return agency;
    }

    private AgencyState StateOf(Agency agency) => agency.StateOn(today) ?? agency.States.OrderBy(state => state.From ?? DateOnly.MinValue).Last();

    /// <summary>The first day of the first state and the last of the last; what lies between is a matter of reorganisations.</summary>
    private static void Span(Agency agency, DateOnly? from, DateOnly? to, RowReader reader)
    {
        var states = agency.States.OrderBy(state => state.From ?? DateOnly.MinValue).ToList();
        if (states.Count > 1 && (from > states[0].To || to < states[^1].From))
        {
            reader.Refuse("thời gian hoạt động không khớp với các lần sắp xếp đã ghi của cơ quan này");
            return;
        }

        (states[0].From, states[^1].To) = (from, to);
        (agency.ValidFrom, agency.ValidTo) = (from, to);
    }

    private void Place(AgencyRow row, Agency agency, IReadOnlyList<AgencyRow> asked)
    {
        if (row.ParentCode is not { } code)
        {
            return;
        }

        var parent = code.Length == 0 ? null : byCode.GetValueOrDefault(code);
        if (code.Length > 0 && parent is null)
        {
            // A parent whose own row is wrong is told there.
            if (!asked.Any(other => other.Code == code))
            {
                plan.Problems.Add(new RowProblem(row.Number, "không có cơ quan cấp trên mã ‘{0}’", code));
            }

            return;
        }

        if (parent is not null && agency.ExistsOn(today) && !parent.ExistsOn(today))
        {
            plan.Problems.Add(new RowProblem(row.Number, "cơ quan cấp trên mã ‘{0}’ không còn hoạt động", code));
            return;
        }

        StateOf(agency).ParentId = parent?.AgencyId;
        agency.ParentId = parent?.AgencyId;
    }

    private void CheckOfficialCodes(List<(AgencyRow Row, Agency Agency)> taken)
    {
        var holders = byId.Values.Where(agency => agency.OfficialCode is not null).ToLookup(agency => agency.OfficialCode!, StringComparer.Ordinal);
        foreach (var (row, agency) in taken.Where(pair => pair.Agency.OfficialCode is not null))
        {
            if (holders[agency.OfficialCode!].FirstOrDefault(other => other != agency) is { } other)
            {
                plan.Problems.Add(new RowProblem(row.Number, "mã định danh ‘{0}’ đã là của cơ quan mã ‘{1}’", agency.OfficialCode!, other.Code));
            }
        }
    }

    private bool CheckCycles(List<(AgencyRow Row, Agency Agency)> taken)
    {
        var rooted = new HashSet<Guid>();
        foreach (var (row, agency) in taken)
        {
            var way = new HashSet<Guid>();
            var at = agency;
            while (at is not null && !rooted.Contains(at.AgencyId) && way.Add(at.AgencyId))
            {
                at = at.ParentId is { } parentId ? byId[parentId] : null;
            }

            if (at is not null && !rooted.Contains(at.AgencyId))
            {
                plan.Problems.Add(new RowProblem(row.Number, "cơ quan mã ‘{0}’ nằm dưới chính nó; hãy xem lại cột mã cấp trên", row.Code));
            }
            else
            {
                rooted.UnionWith(way);
                CheckDepth(row, way.Count);
            }
        }

        return plan.Problems.Count == 0;
    }

    private void CheckDepth(AgencyRow row, int depth)
    {
        if (depth > AgencyTree.MostLevels)
        {
            plan.Problems.Add(new RowProblem(row.Number, "cây cơ quan có quá nhiều tầng"));
        }
    }

    private void Compare(AgencyRow row, Agency agency, string[]? before)
    {
        if (before is null)
        {
            plan.Added.Add(agency);
        }
        else
        {
            var after = CellsOf(agency);
            var values = AgencyColumns.All.Where(column => before[(int)column] != after[(int)column]).Select(column => new ValueChange(column, before[(int)column], after[(int)column])).ToList();
            if (values.Count == 0)
            {
                plan.Unchanged++;
                return;
            }

            plan.Changed.Add(new PlannedChange(row.Number, agency, values));
        }

        CheckScope(row, agency, isNew: before is null);
        if (agency.Path.Length > Agency.PathMaxLength)
        {
            plan.Problems.Add(new RowProblem(row.Number, "cây cơ quan có quá nhiều tầng"));
        }
    }

    /// <summary>What is added or changed must lie in the part of the tree that the person keeps, and so must the place it goes to.</summary>
    private void CheckScope(AgencyRow row, Agency agency, bool isNew)
    {
        var old = isNew ? null : pathsBefore[agency.AgencyId];
        var above = agency.Path[..(agency.Path.Length - agency.Code.Length - 1)];
        var stays = old is not null && old == agency.Path;
        if ((old is not null && !scope.Covers(old)) || (!stays && !scope.Covers(above)))
        {
            plan.Problems.Add(new RowProblem(row.Number, "cơ quan mã ‘{0}’ nằm ngoài phạm vi bạn phụ trách", row.Code));
        }
    }
}
