using Loa.Data;
using Loa.Documents.Vietnamese;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Agencies;

/// <summary>What a picker offers for the words typed so far.</summary>
/// <param name="Note">Tells namesakes apart: the body above it.</param>
/// <param name="IsEmpty">A group that means nobody any more, such as the districts.</param>
internal sealed record FoundAgency(Guid? AgencyId, Guid? AgencyGroupId, string Name, string? Note, bool IsEmpty = false);

/// <summary>Looks agencies and groups up by any words of their names, in any order and without diacritics.</summary>
internal sealed class AgencySearch(LoaDbContext db, AgencyGroups agencyGroups, Calendar calendar)
{
    public const int Most = 20;
    private const int MostWords = 8;

    public async Task<IReadOnlyList<FoundAgency>> FindAsync(string text, bool withGroups, AccessScope scope, CancellationToken cancellation)
    {
        var folded = Folding.Fold(text);
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        var groups = withGroups ? await GroupsAsync(words, cancellation) : [];
        // A plan of the past may still mean a group of the past: it is offered, after everything that is there now.
        return [.. groups.Where(group => !group.IsEmpty).Take(Most / 4), .. await AgenciesAsync(folded, words, scope, cancellation), .. groups.Where(group => group.IsEmpty).Take(Most / 4)];
    }

    /// <summary>Those whose name goes on as typed come before those that merely hold the words.</summary>
    private Task<List<FoundAgency>> AgenciesAsync(string folded, List<string> words, AccessScope scope, CancellationToken cancellation)
    {
        var agencies = db.Set<Agency>().AsNoTracking().ExistingOn(calendar.VietnamToday).Within(scope, agency => agency.Path);
        foreach (var word in words)
            agencies = agencies.Where(agency => agency.SearchText.Contains(word));
        return agencies.OrderByDescending(agency => agency.SearchText.StartsWith(folded)).ThenByDescending(agency => agency.SearchText.Contains(folded))
            .ThenBy(agency => agency.Level).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.AgencyId).Take(Most)
            .Select(agency => new FoundAgency(agency.AgencyId, null, agency.Name, agency.Parent!.ShortName, false)).ToListAsync(cancellation);
    }

    /// <summary>There are a few dozen groups at most, and their wordings are not folded in the database.</summary>
    private async Task<IReadOnlyList<FoundAgency>> GroupsAsync(List<string> words, CancellationToken cancellation)
    {
        var groups = await agencyGroups.AllAsync(calendar.VietnamToday, cancellation);
        return [.. groups.Where(one => one.Group.FoldedNames.Any(name => words.TrueForAll(word => name.Contains(word, StringComparison.Ordinal))))
            .Select(one => new FoundAgency(null, one.Group.AgencyGroupId, one.Group.Name, null, one.IsEmpty))];
    }
}
