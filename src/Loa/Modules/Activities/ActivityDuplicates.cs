using Loa.Data;
using Loa.Documents.Plans;
using Loa.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

internal sealed record Suspect(Guid ActivityId, string Title, DateOnly StartsOn);

/// <summary>
/// Finds what may have been logged already: of the same agency, day and form, with nearly the same title. People are asked about it and never
/// stopped, as two broadcasts a day with one title do happen.
/// </summary>
internal sealed class ActivityDuplicates(LoaDbContext db)
{
    /// <summary>The share of words (see <see cref="FoldedWords"/>) from which two titles are nearly the same.</summary>
    public const double NearlySame = 0.6;

    public async Task<IReadOnlyList<Suspect>> OfAsync(Guid agencyId, CommunicationForm form, DateOnly day, string title, CancellationToken cancellationToken) =>
        (await LoadAsync([agencyId], [day], cancellationToken)).Like(agencyId, form, day, title);

    /// <summary>What these agencies did on these days, withdrawn ones left out.</summary>
    public async Task<KnownActivities> LoadAsync(IReadOnlyCollection<Guid> agencies, IReadOnlyCollection<DateOnly> days, CancellationToken cancellationToken) => new(
        (await db.Set<Activity>().AsNoTracking()
            .Where(activity => agencies.Contains(activity.AgencyId) && days.Contains(activity.StartsOn) && activity.State != ActivityState.Withdrawn)
            .OrderBy(activity => activity.StartsOn).ThenBy(activity => activity.ActivityId)
            .Select(activity => new { activity.AgencyId, activity.Form, activity.StartsOn, activity.ActivityId, activity.Title }).ToListAsync(cancellationToken))
        .Select(row => (row.AgencyId, row.Form, new Suspect(row.ActivityId, row.Title, row.StartsOn))));
}

/// <summary>Activities to compare with.</summary>
internal sealed class KnownActivities(IEnumerable<(Guid AgencyId, CommunicationForm Form, Suspect Activity)> activities)
{
    private const int Shown = 5;

    private readonly ILookup<(Guid, CommunicationForm, DateOnly), (Suspect Activity, FoldedWords Words)> known =
        activities.ToLookup(row => (row.AgencyId, row.Form, row.Activity.StartsOn), row => (row.Activity, new FoldedWords(row.Activity.Title)));

    /// <summary>The likeliest first.</summary>
    public IReadOnlyList<Suspect> Like(Guid agencyId, CommunicationForm form, DateOnly day, string title)
    {
        var words = new FoldedWords(title);
        return [.. known[(agencyId, form, day)].Select(row => (row.Activity, Share: row.Words.Share(words))).Where(row => row.Share >= ActivityDuplicates.NearlySame)
            .OrderByDescending(row => row.Share).Select(row => row.Activity).Take(Shown)];
    }
}
