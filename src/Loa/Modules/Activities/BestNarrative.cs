using Loa.Data;
using Loa.Platform;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>The activities that reached most people.</summary>
internal sealed class BestNarrative(LoaDbContext db) : INarrative
{
    private const int Most = 3;

    public string Key => "activities.best";

    public string Title => "Hoạt động nổi bật nhất";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (agencies, from, to) = (ask.Agencies.ToArray(), ask.From, ask.To);
        var counted = db.Set<Activity>().AsNoTracking().Where(activity => EF.Parameter(agencies).Contains(activity.AgencyId) && activity.StartsOn >= from && activity.StartsOn <= to && activity.State == ActivityState.Counted && activity.People > 0);
        // Of each agency a few rows, however much was done; of all together where one text tells of them all.
        var best = ask.Names is not null ? counted.OrderByDescending(activity => activity.People).ThenBy(activity => activity.ActivityId).Take(Most)
            : counted.Select(activity => activity.AgencyId).Distinct().SelectMany(agency => counted.Where(activity => activity.AgencyId == agency).OrderByDescending(activity => activity.People).ThenBy(activity => activity.ActivityId).Take(Most));
        var rows = await best
            .Select(activity => new { activity.AgencyId, activity.Title, activity.StartsOn, activity.People, activity.ActivityId }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => ask.Voices[row.AgencyId]).ToDictionary(voice => voice.Key, voice => Prose.List("Những hoạt động có quy mô lớn nhất:",
            [.. voice.OrderByDescending(row => row.People).ThenBy(row => row.ActivityId).Take(Most).Select(row => $"{ask.Whose(row.AgencyId)}{Prose.Line(row.Title)}, ngày {Formats.Date(row.StartsOn)}, {Formats.Number((long)row.People!.Value)} lượt người")], count => $"{count} hoạt động khác"));
    }
}
