namespace Loa.Modules.Agencies.Changes;

/// <summary>
/// All agencies with their states, and the four things that can happen to a state on a day. Changes are entered in the order of time for each
/// agency: what would slip in before a later one is refused, because nobody could say what the later one then means.
/// </summary>
internal sealed class DatedTree(Dictionary<Guid, Agency> agencies, DateOnly day, StateLog log)
{
    public IReadOnlyDictionary<Guid, Agency> Agencies => agencies;

    public DateOnly Day => day;

    public Agency Get(Guid agencyId) => agencies.TryGetValue(agencyId, out var agency) ? agency : throw new ChangeProblem("Không có cơ quan này.");

    /// <summary>The state on the day itself: after what has already been done to it.</summary>
    public AgencyState StateOf(Guid agencyId) =>
        Get(agencyId).StateOn(day) ?? throw new ChangeProblem("{0} không tồn tại vào ngày {1}.", Get(agencyId).ShortName, Platform.Formats.Date(day));

    public bool Exists(Guid agencyId) => agencies.TryGetValue(agencyId, out var agency) && agency.StateOn(day) is not null;

    public IEnumerable<Agency> ChildrenOf(Guid agencyId) =>
        agencies.Values.Where(agency => agency.StateOn(day)?.ParentId == agencyId).OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).ToList();

    public void Add(Agency agency)
    {
        if (agency.ParentId is { } parentId)
        {
            StateOf(parentId);
        }

        agency.SortOrder = agencies.Count == 0 ? 1 : agencies.Values.Max(other => other.SortOrder) + 1;
        agencies.Add(agency.AgencyId, agency);
        log.Added(agency.States[0]);
    }

    /// <summary>From the day on, the state is another one.</summary>
    public void Change(Guid agencyId, Action<AgencyState> change)
    {
        var state = Latest(agencyId);
        log.Before(state);
        if (state.From != day)
        {
            var next = state.ContinueFrom(day);
            state.To = day.AddDays(-1);
            Get(agencyId).States.Add(next);
            log.Added(next);
            state = next;
        }

        change(state);
    }

    /// <summary>The day before is its last.</summary>
    public void End(Guid agencyId)
    {
        var agency = Get(agencyId);
        var state = Latest(agencyId);
        log.Before(state);
        if (state.From != day)
        {
            state.To = day.AddDays(-1);
        }
        else if (agency.States.Count > 1)
        {
            // It became another one on this very day and ends at once: the day before was its last.
            agency.States.Remove(state);
        }
        else
        {
            throw new ChangeProblem("{0} vừa thành lập ngày {1}, không thể kết thúc cùng ngày.", state.ShortName, Platform.Formats.Date(day));
        }
    }

    public void MoveUnder(Guid agencyId, Guid? parentId)
    {
        for (var above = parentId; above is { } id; above = StateOf(id).ParentId)
        {
            if (id == agencyId)
            {
                throw new ChangeProblem("Cơ quan cấp trên không thể nằm trong chính cơ quan này.");
            }
        }

        Change(agencyId, state => state.ParentId = parentId);
    }

    private AgencyState Latest(Guid agencyId)
    {
        var state = StateOf(agencyId);
        if (Get(agencyId).States.Find(other => other.From > day) is { } later)
        {
            throw new ChangeProblem("{0} đã có thay đổi ghi từ ngày {1}; hãy ghi theo thứ tự thời gian, hoặc rút thay đổi sau trước.", state.ShortName, Platform.Formats.Date(later.From));
        }

        if (state.To is { } end)
        {
            throw new ChangeProblem("{0} kết thúc ngày {1}; không ghi thêm thay đổi được.", state.ShortName, Platform.Formats.Date(end));
        }

        return state;
    }
}
