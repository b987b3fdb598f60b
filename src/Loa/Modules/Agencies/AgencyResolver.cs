using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies.Resolving;
using Loa.Platform;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>
/// What the names printed in a plan mean in this tree. Decisions of an agency's officers come first, then names, aliases and groups;
/// what is only close is suggested, never taken.
/// </summary>
internal sealed class AgencyResolver(LoaDbContext db, AgencyTree tree, Calendar calendar)
{
    public const int MaxSuggestions = 5;

    private readonly Dictionary<DateOnly, AgencyDirectory> directories = [];

    /// <summary>Resolves one name as the plan of <paramref name="issuerId"/> would mean it (null: seen from nowhere in particular).</summary>
    public async Task<AgencyMatch> ResolveAsync(string text, Guid? issuerId, DateOnly? on = null, CancellationToken cancellationToken = default) =>
        (await ResolveAsync([text], issuerId, on, cancellationToken))[text];

    /// <summary>Resolves all names of a plan at once; the result is keyed by the text as given.</summary>
    /// <param name="on">The day whose tree the names belong to: an old plan keeps its old tree. Null, or a day to come: today.</param>
    public async Task<IReadOnlyDictionary<string, AgencyMatch>> ResolveAsync(IEnumerable<string> texts, Guid? issuerId, DateOnly? on = null, CancellationToken cancellationToken = default)
    {
        var wanted = texts.Distinct(StringComparer.Ordinal).ToList();
        var all = await DirectoryAsync(on, cancellationToken);
        var matcher = new NameMatcher(all, all.Agencies.FirstOrDefault(agency => agency.AgencyId == issuerId));
        var remembered = await RememberedAsync(wanted, issuerId, cancellationToken);
        return wanted.ToDictionary(text => text, text => FromMemory(matcher, all, text, remembered) ?? matcher.Match(text), StringComparer.Ordinal);
    }

    /// <summary>The agencies a group stands for in a plan of <paramref name="issuerId"/>.</summary>
    public async Task<IReadOnlyList<AgencyRef>> ExpandAsync(Guid agencyGroupId, Guid? issuerId, DateOnly? on = null, CancellationToken cancellationToken = default)
    {
        var all = await DirectoryAsync(on, cancellationToken);
        var group = all.Groups.Single(candidate => candidate.AgencyGroupId == agencyGroupId);
        return [.. new NameMatcher(all, all.Agencies.FirstOrDefault(agency => agency.AgencyId == issuerId)).Expand(group).Select(AgencyRef.Of)];
    }

    public Task RememberAgencyAsync(string text, Guid agencyId, Guid? ownerAgencyId, CancellationToken cancellationToken = default) =>
        RememberAsync(text, ownerAgencyId, AgencyMappingKind.Agency, agencyId, null, cancellationToken);

    public Task RememberGroupAsync(string text, Guid agencyGroupId, Guid? ownerAgencyId, CancellationToken cancellationToken = default) =>
        RememberAsync(text, ownerAgencyId, AgencyMappingKind.Group, null, agencyGroupId, cancellationToken);

    /// <summary>A body that Loa does not lead: from now on its name is not asked about again.</summary>
    public Task RememberOutsideAsync(string text, Guid? ownerAgencyId, CancellationToken cancellationToken = default) =>
        RememberAsync(text, ownerAgencyId, AgencyMappingKind.OutsideChain, null, null, cancellationToken);

    /// <summary>Takes a decision back; the caller saves, as after remembering.</summary>
    public async Task ForgetAsync(string text, Guid? ownerAgencyId, CancellationToken cancellationToken = default)
    {
        var folded = Fold(text);
        db.RemoveRange(await db.Set<AgencyMapping>().Where(mapping => mapping.Folded == folded && mapping.OwnerAgencyId == ownerAgencyId).ToListAsync(cancellationToken));
    }

    private async Task RememberAsync(string text, Guid? ownerAgencyId, AgencyMappingKind kind, Guid? agencyId, Guid? groupId, CancellationToken cancellationToken)
    {
        var folded = Fold(text);
        bool IsThis(AgencyMapping mapping) => mapping.Folded == folded && mapping.OwnerAgencyId == ownerAgencyId;
        var mapping = db.Set<AgencyMapping>().Local.FirstOrDefault(IsThis)
            ?? await db.Set<AgencyMapping>().FirstOrDefaultAsync(m => m.Folded == folded && m.OwnerAgencyId == ownerAgencyId, cancellationToken);
        if (mapping is null)
        {
            mapping = new AgencyMapping { AgencyMappingId = Guid.CreateVersion7(), Folded = folded, Text = Cut(text.Trim()), OwnerAgencyId = ownerAgencyId };
            db.Add(mapping);
        }

        mapping.Kind = kind;
        mapping.AgencyId = agencyId;
        mapping.AgencyGroupId = groupId;
        mapping.DecidedAt = calendar.UtcNow;
    }

    private async Task<Dictionary<string, AgencyMapping>> RememberedAsync(List<string> texts, Guid? ownerAgencyId, CancellationToken cancellationToken)
    {
        var folded = texts.Select(Fold).Distinct().ToList();
        var rows = await db.Set<AgencyMapping>().AsNoTracking()
            .Where(mapping => folded.Contains(mapping.Folded) && (mapping.OwnerAgencyId == ownerAgencyId || mapping.OwnerAgencyId == null))
            .ToListAsync(cancellationToken);

        // The agency's own decision comes before one for everyone.
        return rows.GroupBy(row => row.Folded).ToDictionary(group => group.Key, group => group.OrderBy(row => row.OwnerAgencyId is null).First(), StringComparer.Ordinal);
    }

    private static AgencyMatch? FromMemory(NameMatcher matcher, AgencyDirectory all, string text, Dictionary<string, AgencyMapping> remembered)
    {
        if (!remembered.TryGetValue(Fold(text), out var mapping))
        {
            return null;
        }

        return mapping.Kind switch
        {
            AgencyMappingKind.Agency when all.Agencies.FirstOrDefault(agency => agency.AgencyId == mapping.AgencyId) is { } agency => NameMatcher.One(text, agency, remembered: true),
            AgencyMappingKind.Group when all.Groups.FirstOrDefault(group => group.AgencyGroupId == mapping.AgencyGroupId) is { } group => matcher.GroupMatch(text, group, remembered: true),
            AgencyMappingKind.OutsideChain => NameMatcher.None(text, []) with { Kind = AgencyMatchKind.OutsideChain, IsOutsideChain = true, IsRemembered = true },
            _ => null,
        };
    }

    private async Task<AgencyDirectory> DirectoryAsync(DateOnly? on, CancellationToken cancellationToken)
    {
        var today = calendar.VietnamToday;
        var day = on < today ? on.Value : today;
        if (!directories.TryGetValue(day, out var directory))
        {
            var groups = await db.Set<AgencyGroup>().AsNoTracking().Include(group => group.Members).OrderBy(group => group.SortOrder).ThenBy(group => group.AgencyGroupId).ToListAsync(cancellationToken);
            directories[day] = directory = new AgencyDirectory(await tree.OnAsync(day, cancellationToken), groups);
        }

        return directory;
    }

    private static string Fold(string text) => Cut(Folding.Fold(text).TrimEnd('.', ';', ',', ' '));

    private static string Cut(string text) => text.Length > AgencyMapping.TextMaxLength ? text[..AgencyMapping.TextMaxLength] : text;
}
