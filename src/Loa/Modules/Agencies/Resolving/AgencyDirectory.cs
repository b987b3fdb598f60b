namespace Loa.Modules.Agencies.Resolving;

/// <summary>The tree's names and groups, keyed for comparison. Built once per request from rows already read.</summary>
internal sealed class AgencyDirectory
{
    private readonly Dictionary<string, List<Agency>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AgencyGroup> groupsByKey = new(StringComparer.Ordinal);

    /// <summary>Keys without a place name: "bao", "so noi vu tinh". What another province calls its own is close to ours.</summary>
    private readonly Dictionary<string, List<Agency>> byPlacelessKey = new(StringComparer.Ordinal);

    private readonly List<(string Key, Agency Agency)> keys = [];

    public AgencyDirectory(IReadOnlyList<Agency> agencies, IReadOnlyList<AgencyGroup> groups)
    {
        Agencies = agencies;
        Groups = groups;
        var places = Places(agencies);
        foreach (var agency in agencies)
        {
            foreach (var key in KeysOf(agency, places))
            {
                Add(byKey, key, agency);
                keys.Add((key, agency));
                Add(byPlacelessKey, WithoutPlace(key, places), agency);
            }
        }

        foreach (var group in groups)
        {
            foreach (var name in group.Phrases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(group.Name))
            {
                groupsByKey.TryAdd(AgencyText.GroupKey(name), group);
            }
        }
    }

    public IReadOnlyList<Agency> Agencies { get; }

    public IReadOnlyList<AgencyGroup> Groups { get; }

    public IEnumerable<(string Key, Agency Agency)> Keys => keys;

    public IEnumerable<KeyValuePair<string, AgencyGroup>> GroupKeys => groupsByKey;

    public IReadOnlyList<Agency> Named(string key) => byKey.GetValueOrDefault(key) ?? [];

    public AgencyGroup? Group(string text) => groupsByKey.GetValueOrDefault(AgencyText.GroupKey(text));

    /// <summary>The same kind of body under another place's name: one to three last words taken off.</summary>
    public IReadOnlyList<Agency> NamedElsewhere(string key)
    {
        var words = AgencyText.Words(key);
        for (var drop = 1; drop <= 3 && drop < words.Count; drop++)
        {
            if (byPlacelessKey.TryGetValue(string.Join(' ', words.Take(words.Count - drop)), out var found))
            {
                return found;
            }
        }

        return [];
    }

    private static IEnumerable<string> KeysOf(Agency agency, HashSet<string> places)
    {
        var names = agency.Names.Select(name => name.Text).Prepend(agency.ShortName).Prepend(agency.Name).Select(AgencyText.Key).ToList();
        var all = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var name in names)
        {
            // "phong noi vu huyen son loc" is also written "phong noi vu huyen" and "phong noi vu" in the district's own plan.
            var placeless = WithoutPlace(name, places);
            all.Add(placeless);
            if (agency.Level is AgencyLevel.District or AgencyLevel.Commune && agency.Kind != AgencyKind.PeoplesCommittee)
            {
                all.Add(WithoutUnit(placeless));
            }
        }

        return all.Where(key => key.Length > 2);
    }

    private static string WithoutPlace(string key, HashSet<string> places)
    {
        var words = AgencyText.Words(key);
        for (var take = Math.Min(4, words.Count - 1); take >= 1; take--)
        {
            if (places.Contains(string.Join(' ', words.Skip(words.Count - take))))
            {
                return string.Join(' ', words.Take(words.Count - take));
            }
        }

        return key;
    }

    private static string WithoutUnit(string key)
    {
        foreach (var unit in (string[])[" thanh pho", " thi xa", " thi tran", " huyen", " phuong", " xa", " tinh"])
        {
            if (key.EndsWith(unit, StringComparison.Ordinal))
            {
                return key[..^unit.Length];
            }
        }

        return key;
    }

    /// <summary>Proper names of the places that have a people's committee: what follows tỉnh, huyện, xã… in its name.</summary>
    private static HashSet<string> Places(IEnumerable<Agency> agencies)
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agency in agencies.Where(agency => agency.Kind == AgencyKind.PeoplesCommittee))
        {
            var words = AgencyText.Words(AgencyText.Key(agency.Name)).Skip(4).ToList();
            var units = words is ["thanh", "pho", ..] or ["thi", "xa", ..] or ["thi", "tran", ..] ? 2 : 1;
            if (words.Count > units)
            {
                places.Add(string.Join(' ', words.Skip(units)));
            }
        }

        return places;
    }

    private static void Add(Dictionary<string, List<Agency>> map, string key, Agency agency)
    {
        if (!map.TryGetValue(key, out var list))
        {
            map[key] = list = [];
        }

        // All keys of an agency come one after another; "uy ban nhan dan xa" has thousands before it.
        if (list.Count == 0 || list[^1] != agency)
        {
            list.Add(agency);
        }
    }
}
