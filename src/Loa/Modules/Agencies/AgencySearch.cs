using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>What a picker offers for the words typed so far.</summary>
/// <param name="Note">Tells namesakes apart: the body above it.</param>
internal sealed record FoundAgency(Guid? AgencyId, Guid? AgencyGroupId, string Name, string? Note);

/// <summary>Looks agencies and groups up by any words of their names, in any order and without diacritics.</summary>
internal sealed class AgencySearch(LoaDbContext db, Calendar calendar)
{
    public const int Most = 20;
    private const int MostWords = 8;

    public async Task<IReadOnlyList<FoundAgency>> FindAsync(string text, bool withGroups, AccessScope scope, CancellationToken cancellation)
    {
        var folded = Folding.Fold(text);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        var groups = withGroups ? await GroupsAsync(words, cancellation) : [];
        return [.. groups.Take(Most / 4), .. await AgenciesAsync(folded, words, scope, cancellation)];
    }

    /// <summary>Those whose name goes on as typed come before those that merely hold the words.</summary>
    private Task<List<FoundAgency>> AgenciesAsync(string folded, List<string> words, AccessScope scope, CancellationToken cancellation)
    {
        var agencies = db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday).Within(scope, agency => agency.Path);
        foreach (var word in words)
            agencies = agencies.Where(agency => agency.SearchText.Contains(word));
        return agencies.OrderByDescending(agency => agency.SearchText.StartsWith(folded)).ThenByDescending(agency => agency.SearchText.Contains(folded))
            .ThenBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).Take(Most)
            .Select(agency => new FoundAgency(agency.AgencyId, null, agency.Name, agency.Parent!.ShortName)).ToListAsync(cancellation);
    }

    /// <summary>There are a few dozen groups at most, and their wordings are not folded in the database.</summary>
    private async Task<IEnumerable<FoundAgency>> GroupsAsync(List<string> words, CancellationToken cancellation)
    {
        var groups = await db.Set<AgencyGroup>().AsNoTracking().OrderBy(group => group.SortOrder).ThenBy(group => group.AgencyGroupId).ToListAsync(cancellation);
        return groups.Where(group => group.FoldedNames.Any(name => words.TrueForAll(word => name.Contains(word, StringComparison.Ordinal))))
            .Select(group => new FoundAgency(null, group.AgencyGroupId, group.Name, null));
    }
}
