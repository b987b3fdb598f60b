using Loa.Data;

namespace Loa.Modules.Agencies.Resolving;

/// <summary>Text → agency, group, candidates or suggestions, as seen from the agency whose plan it is.</summary>
internal sealed class NameMatcher(AgencyDirectory directory, Agency? issuer)
{
    private const double Close = 0.5;

    /// <summary>Sure enough to be offered first, never sure enough to be taken without asking.</summary>
    private const double SameBodyElsewhere = 0.85;

    public AgencyMatch Match(string text)
    {
        var key = AgencyText.Key(text);
        if (key.Length == 0)
        {
            return None(text, []);
        }

        return ByName(text, key) ?? ByGroup(text) ?? ByHolder(text, key) ?? ByParts(text) ?? None(text, Suggest(key));
    }

    private AgencyMatch? ByName(string text, string key)
    {
        var named = Nearest(directory.Named(key));
        return named.Count switch
        {
            0 => null,
            1 => One(text, named[0]),
            _ => Ambiguous(text, named),
        };
    }

    private AgencyMatch? ByGroup(string text) => directory.Group(text) is { } group ? GroupMatch(text, group) : null;

    private AgencyMatch? ByHolder(string text, string key) => AgencyText.WithoutHolder(key) is { } body ? ByName(text, body) : null;

    /// <summary>"Trung tâm … - Văn phòng UBND tỉnh": a unit and, after the dash, the body it belongs to.</summary>
    private AgencyMatch? ByParts(string text)
    {
        var cut = text.LastIndexOf(" - ", StringComparison.Ordinal);
        if (cut <= 0 || Match(text[(cut + 3)..]) is not { Kind: AgencyMatchKind.Agency, Agencies: [var parent] })
        {
            return null;
        }

        var below = directory.Named(AgencyText.Key(text[..cut])).Where(agency => agency.Path.StartsWith(parent.Path, StringComparison.Ordinal)).ToList();
        return below is [var unit] ? One(text, unit) : null;
    }

    public static AgencyMatch One(string text, Agency agency, bool remembered = false) => new(
        text, AgencyMatchKind.Agency, agency.AgencyId, null, agency.ShortName, IsOpen: false, agency.Kind.IsOutsideChain(), remembered, [AgencyRef.Of(agency)], []);

    public AgencyMatch GroupMatch(string text, AgencyGroup group, bool remembered = false)
    {
        var members = Expand(group);
        return new(text, AgencyMatchKind.Group, null, group.AgencyGroupId, group.Name, group.IsOpen,
            members.Count > 0 && members.All(member => member.Kind.IsOutsideChain()), remembered, [.. members.Select(AgencyRef.Of)], []);
    }

    /// <summary>The members as the issuer would mean them. The issuer does not give a task to itself by naming a group.</summary>
    public List<Agency> Expand(AgencyGroup group)
    {
        var rootPath = directory.Agencies.FirstOrDefault(agency => agency.AgencyId == group.SubtreeRootId)?.Path;
        var members = directory.Agencies.Where(agency => group.Contains(agency, rootPath) && agency != issuer).OrderBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ToList();
        if (issuer is null || group.Reach == AgencyGroupReach.Everywhere)
        {
            return members;
        }

        // A department that issues for its province names "UBND cấp xã" though none stands below it.
        foreach (var top in directory.Agencies.Where(agency => issuer.Path.StartsWith(agency.Path, StringComparison.Ordinal)).OrderByDescending(agency => agency.Path.Length))
        {
            var below = members.Where(member => group.Reach == AgencyGroupReach.ChildrenOfIssuer
                ? member.ParentId == top.AgencyId
                : member.Path.StartsWith(top.Path, StringComparison.Ordinal)).ToList();
            if (below.Count > 0)
            {
                return below;
            }
        }

        return members;
    }

    private static AgencyMatch Ambiguous(string text, IReadOnlyList<Agency> agencies) => new(
        text, AgencyMatchKind.Ambiguous, null, null, null, IsOpen: false, IsOutsideChain: false, IsRemembered: false, [],
        [.. agencies.Take(AgencyResolver.MaxSuggestions).Select(agency => new AgencySuggestion(agency.AgencyId, null, agency.Name, 1))]);

    public static AgencyMatch None(string text, IReadOnlyList<AgencySuggestion> suggestions) => new(
        text, AgencyMatchKind.Unknown, null, null, null, IsOpen: false, IsOutsideChain: false, IsRemembered: false, [], suggestions);

    /// <summary>Of several with one name, those the issuer means: itself, below it, beside it, then above it; each ring only when the nearer ones are empty.</summary>
    private List<Agency> Nearest(IReadOnlyList<Agency> named)
    {
        if (named.Count <= 1 || issuer is null)
        {
            return [.. named];
        }

        var itself = named.Where(agency => agency == issuer).ToList();
        if (itself.Count > 0)
        {
            return itself;
        }

        var above = directory.Agencies.Where(agency => issuer.Path.StartsWith(agency.Path, StringComparison.Ordinal)).OrderByDescending(agency => agency.Path.Length);
        foreach (var top in above)
        {
            var children = named.Where(agency => agency.ParentId == top.AgencyId).ToList();
            var below = children.Count > 0 ? children : [.. named.Where(agency => agency.Path.StartsWith(top.Path, StringComparison.Ordinal))];
            if (below.Count > 0)
            {
                return below;
            }
        }

        // Party, front and councils stand in trees of their own; their names say which place they belong to.
        var committee = above.FirstOrDefault(agency => agency.Kind == AgencyKind.PeoplesCommittee);
        var place = committee?.Name.Replace("Ủy ban nhân dân ", "", StringComparison.Ordinal);
        var samePlace = place is null ? [] : named.Where(agency => agency.Name.EndsWith(place, StringComparison.Ordinal)).ToList();
        return samePlace.Count > 0 ? samePlace : [.. named];
    }

    private List<AgencySuggestion> Suggest(string key)
    {
        var elsewhere = Nearest(directory.NamedElsewhere(key)).Select(agency => new AgencySuggestion(agency.AgencyId, null, agency.Name, SameBodyElsewhere));
        var alike = directory.Keys
            .Select(entry => (entry.Agency, Score: Similarity.Of(key, entry.Key)))
            .Where(entry => entry.Score >= Close)
            .Select(entry => new AgencySuggestion(entry.Agency.AgencyId, null, entry.Agency.Name, entry.Score));
        var groups = directory.GroupKeys
            .Select(entry => (Group: entry.Value, Score: Similarity.Of(AgencyText.GroupKey(key), entry.Key)))
            .Where(entry => entry.Score >= Close)
            .Select(entry => new AgencySuggestion(null, entry.Group.AgencyGroupId, entry.Group.Name, entry.Score));
        return [.. elsewhere.Concat(alike).Concat(groups)
            .GroupBy(suggestion => suggestion.AgencyId ?? suggestion.AgencyGroupId)
            .Select(group => group.MaxBy(suggestion => suggestion.Score)!)
            .OrderByDescending(suggestion => suggestion.Score).ThenBy(suggestion => suggestion.Name, VietnameseOrder.Comparer)
            .Take(AgencyResolver.MaxSuggestions)];
    }
}
