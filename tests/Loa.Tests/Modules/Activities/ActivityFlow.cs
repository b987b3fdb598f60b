using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Activities;

internal static class ActivityFlow
{
    public static readonly DateOnly Day = new(2026, 3, 4);

    public static Activity New(Guid agencyId, CommunicationForm form = CommunicationForm.News, DateOnly? on = null, string title = "Tin về một cửa", int times = 1)
    {
        var activity = new Activity { ActivityId = Guid.CreateVersion7(), AgencyId = agencyId, Form = form, Title = title, Times = times };
        activity.HeldOn(on ?? Day, on ?? Day);
        return activity;
    }

    /// <summary>Saved as if by the program itself; <paramref name="loggedBy"/> says by whom.</summary>
    public static Task<Activity> LogActivityAsync(this LoaHost host, string agencyCode, Action<Activity>? change = null, Guid? loggedBy = null) => host.InScopeAsync(async services =>
    {
        var activity = New(await host.AgencyIdAsync(agencyCode));
        change?.Invoke(activity);
        await services.GetRequiredService<ActivityDesk>().LogAsync(activity, default);
        activity.LoggedById = loggedBy;
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return activity;
    });
}
