using Loa.Documents.Plans;
using Loa.Modules.Activities;

namespace Loa.Benchmarks.Activities;

#pragma warning disable CA5394 // Only spreads the rows.

/// <summary>Activities as agencies log them: two in three on the air or in print, the rest meetings; one in twelve integrated.</summary>
internal sealed class ActivityRows(int seed)
{
    private static readonly CommunicationForm[] Forms = [CommunicationForm.Loudspeaker, CommunicationForm.News, CommunicationForm.Broadcast, CommunicationForm.Portal, CommunicationForm.Social, CommunicationForm.Article, CommunicationForm.Conference, CommunicationForm.HamletMeeting, CommunicationForm.Meeting];
    private readonly Random random = new(seed);

    public Activity Next(Guid agencyId, DateOnly day)
    {
        var form = Forms[random.Next(Forms.Length)];
        var kind = FormCatalogue.Of(form);
        var activity = new Activity
        {
            ActivityId = Guid.CreateVersion7(),
            AgencyId = agencyId,
            Form = form,
            Title = $"Tuyên truyền cải cách hành chính, nội dung {random.Next(1000)}",
            Times = 1 + random.Next(4),
            Minutes = kind.Asks(ActivityFields.Minutes) ? 10 + random.Next(40) : null,
            People = kind.Family == FormFamily.Gathering ? 20 + random.Next(200) : null,
            IsIntegrated = random.Next(12) == 0,
            Revision = 1,
        };
        activity.PeopleBy = activity.People is null ? null : ReachMethod.Headcount;
        activity.HeldOn(day, day);
        activity.RefreshSearchText();
        return activity;
    }
}
