using System.Text.Json;

namespace Loa.Modules.Agencies.Changes;

/// <summary>
/// What a reorganisation did to the states, so that it can be taken back: each state it touched as it was before (null: it did not exist) and as it
/// became (null: it no longer exists).
/// </summary>
internal sealed class StateLog
{
    private readonly Dictionary<Guid, Entry> entries = [];

    public IReadOnlyCollection<Entry> Entries => entries.Values;

    /// <summary>Remembers a state as it was; the first call for a state counts.</summary>
    public void Before(AgencyState state) => entries.TryAdd(state.AgencyStateId, new Entry(state.AgencyStateId, Copy.Of(state), null));

    public void Added(AgencyState state) => entries.TryAdd(state.AgencyStateId, new Entry(state.AgencyStateId, null, null));

    public string Write(IReadOnlyDictionary<Guid, Agency> agencies)
    {
        var now = agencies.Values.SelectMany(agency => agency.States).ToDictionary(state => state.AgencyStateId);
        return JsonSerializer.Serialize(entries.Values.Select(entry => entry with { After = now.TryGetValue(entry.AgencyStateId, out var state) ? Copy.Of(state) : null }));
    }

    public static List<Entry> Read(string json) => JsonSerializer.Deserialize<List<Entry>>(json)!;

    internal sealed record Entry(Guid AgencyStateId, Copy? Was, Copy? After);

    internal sealed record Copy(Guid AgencyId, DateOnly? From, DateOnly? To, Guid? ParentId, AgencyKind Kind, AgencyLevel Level, string Name, string ShortName)
    {
        public static Copy Of(AgencyState state) => new(state.AgencyId, state.From, state.To, state.ParentId, state.Kind, state.Level, state.Name, state.ShortName);

        public void WriteTo(AgencyState state) =>
            (state.From, state.To, state.ParentId, state.Kind, state.Level, state.Name, state.ShortName) = (From, To, ParentId, Kind, Level, Name, ShortName);

        public AgencyState Restore(Guid id) =>
            new() { AgencyStateId = id, AgencyId = AgencyId, From = From, To = To, ParentId = ParentId, Kind = Kind, Level = Level, Name = Name, ShortName = ShortName };
    }
}
