using Loa.Data;
using Loa.Modules.Plans;
using Loa.Platform.Figures;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>What was communicated: the topics of plans, those taken up most often first.</summary>
internal sealed class TopicsNarrative(LoaDbContext db) : INarrative
{
    private const int TopicsMost = 12;

    public string Key => "activities.topics";

    public string Title => "Nội dung đã tuyên truyền";

    public async Task<IReadOnlyDictionary<Guid, string>> WriteAsync(NarrativeAsk ask, CancellationToken cancellationToken)
    {
        var (agencies, first, last) = (ask.Agencies.ToArray(), ask.From, ask.To);
        var about =
            from topic in db.Set<ActivityTopic>().AsNoTracking()
            join activity in db.Set<Activity>() on topic.ActivityId equals activity.ActivityId
            where EF.Parameter(agencies).Contains(activity.AgencyId) && activity.StartsOn >= first && activity.StartsOn <= last && activity.State == ActivityState.Counted
            select new { activity.AgencyId, topic.PlanTextId };
        // Where one text tells of them all, whose they were is not asked.
        var anyone = agencies.FirstOrDefault();
        var rows = ask.Names is null
            ? await about.GroupBy(topic => topic).Select(taken => new { taken.Key.AgencyId, taken.Key.PlanTextId, Activities = taken.Count() }).ToListAsync(cancellationToken)
            : await about.GroupBy(topic => topic.PlanTextId).Select(taken => new { AgencyId = anyone, PlanTextId = taken.Key, Activities = taken.Count() }).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.PlanTextId).Distinct().ToList();
        var texts = await db.Set<PlanText>().Where(text => ids.Contains(text.PlanTextId)).ToDictionaryAsync(text => text.PlanTextId, text => text.Text, cancellationToken);
        return rows.GroupBy(row => ask.Voices[row.AgencyId]).ToDictionary(voice => voice.Key, voice =>
        {
            var topics = voice.GroupBy(row => row.PlanTextId).Select(topic => (Text: Prose.Line(texts[topic.Key]), Activities: topic.Sum(row => row.Activities))).OrderByDescending(topic => topic.Activities).ThenBy(topic => topic.Text, StringComparer.Ordinal).ToList();
            return Prose.List("Các nội dung đã tuyên truyền:", [.. topics.Take(TopicsMost).Select(topic => $"{topic.Text} ({Prose.Count(topic.Activities)} hoạt động)")], count => $"{count} nội dung khác", topics.Count);
        });
    }
}
