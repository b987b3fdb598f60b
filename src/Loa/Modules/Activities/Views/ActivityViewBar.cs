using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Views;

internal enum ActivityTab
{
    Table = 1,
    Month = 2,
    Timeline = 3,
    Pictures = 4,
}

/// <summary>What stands above every view of activities: its tabs and its filters with their choices.</summary>
/// <param name="Task">The task whose activities are shown, in words.</param>
internal sealed record ViewBar(
    ActivityFilter Filter, ActivityTab Tab, IReadOnlyList<PickerOption> Agencies, IReadOnlyList<SelectListItem> Forms, IReadOnlyList<SelectListItem> States, IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> Spans,
    IReadOnlyList<SelectListItem> Topics, IReadOnlyList<SelectListItem> Channels, string? Task)
{
    /// <summary>The filters without the days, which a calendar sets itself.</summary>
    public bool HasDays => Tab != ActivityTab.Month;

    public string AddressOf(ActivityTab tab) => tab switch
    {
        ActivityTab.Month => ActivityLinks.Month,
        ActivityTab.Timeline => ActivityLinks.Timeline,
        ActivityTab.Pictures => ActivityLinks.Pictures,
        _ => ActivityLinks.List,
    } + Filter.ToQuery();
}

internal sealed class ActivityViewBar(LoaDbContext db, ActivityChoices choices, AgencyOptions options, CurrentUser user, IStringLocalizer words)
{
    private const int ChoicesMost = 100;
    private const int WordsMost = 90;

    public async Task<ViewBar> LoadAsync(ActivityFilter filter, ActivityTab tab, CancellationToken cancellationToken)
    {
        // Topics and outlets are those of one agency: the chosen one, else the person's own.
        var agency = filter.AgencyId ?? user.AgencyId;
        return new ViewBar(
            filter, tab, await options.WithinAsync(user.Scope(Permissions.ActivitiesRead), cancellationToken),
            [new(words["Mọi hình thức"], ""), .. FormCatalogue.Kinds.Select(kind => new SelectListItem(ActivityWords.Form(words, kind.Form), kind.Form.ToString()))],
            [new(words["Được tính và chờ xác nhận"], ""), .. Enum.GetValues<ActivityState>().Select(state => new SelectListItem(words[ActivityWords.Of(state)], state.ToString()))],
            [new(words["Riêng và lồng ghép"], ""), new(words["Riêng"], "false"), new(words["Lồng ghép"], "true")],
            [new(words["Mọi thời gian"], ""), .. Enum.GetValues<MovingSpan>().Select(span => new SelectListItem(words[ActivityWords.Of(span)], span.ToString()))],
            await TopicsAsync(agency, filter.TopicId, cancellationToken), await ChannelsAsync(agency, filter.ChannelId, cancellationToken),
            filter.TaskId is null ? null : await db.Set<PlanTask>().Where(task => task.PlanTaskId == filter.TaskId).Select(task => task.Content).FirstOrDefaultAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<SelectListItem>> TopicsAsync(Guid? agencyId, Guid? chosen, CancellationToken cancellationToken)
    {
        var topics = agencyId is { } id ? (await choices.TopicsAsync(id, [], cancellationToken)).Take(ChoicesMost).Select(topic => (topic.Id, topic.Text)).ToList() : [];
        if (chosen is { } topicId && !topics.Exists(topic => topic.Id == topicId) && await db.Set<PlanText>().Where(text => text.PlanTextId == topicId && text.Kind == PlanTextKind.Topic).Select(text => text.Text).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            topics.Insert(0, (topicId, other));
        }

        return topics.Count == 0 ? [] : [new(words["Mọi nội dung"], ""), .. topics.Select(topic => new SelectListItem(Cut(topic.Text), topic.Id.ToString()))];
    }

    private async Task<IReadOnlyList<SelectListItem>> ChannelsAsync(Guid? agencyId, Guid? chosen, CancellationToken cancellationToken)
    {
        var channels = await db.Set<Channel>().AsNoTracking().Where(channel => channel.AgencyId == agencyId || channel.ChannelId == chosen).OrderBy(channel => channel.Folded).ThenBy(channel => channel.ChannelId).Take(ChoicesMost)
            .Select(channel => new { channel.ChannelId, channel.Name }).ToListAsync(cancellationToken);
        return channels.Count == 0 ? [] : [new(words["Mọi kênh"], ""), .. channels.Select(channel => new SelectListItem(channel.Name, channel.ChannelId.ToString()))];
    }

    private static string Cut(string text) => text.Length > WordsMost ? text[..WordsMost] + "…" : text;
}
