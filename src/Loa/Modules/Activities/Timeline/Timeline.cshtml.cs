using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities.Views;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Timeline;

internal sealed record TimelineEvent(
    Guid ActivityId, string Title, string? Description, CommunicationForm Form, bool IsIntegrated, DateOnly StartsOn, DateOnly EndsOn, string Agency, int Times, int? Minutes, int? People, int? Copies, string? Places, ActivityState State);

/// <summary>What was done, told day by day, the latest first.</summary>
internal sealed class TimelineModel(LoaDbContext db, ActivityRows rows, ActivityViewBar bar, CurrentUser user, IStringLocalizer words) : PageModel
{
    private const int Size = 50;
    private const int DescriptionMost = 240;

    [BindProperty(SupportsGet = true)]
    public ActivityFilter Filter { get; set; } = new();

    [BindProperty(Name = Platform.Ui.Paging.Parameter, SupportsGet = true)]
    public int? PageNumber { get; set; }

    public ViewBar Bar { get; private set; } = null!;

    public Paging Paging { get; private set; }

    public IReadOnlyList<TimelineEvent> Events { get; private set; } = [];

    public bool MayLog => user.Has(Permissions.ActivitiesLog);

    public async Task OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var set = await rows.AgenciesAsync(Filter, cancellation);
        Paging = await rows.PagingAsync(Filter, set, PageNumber, Size, cancellation);
        Events = await (
            from activity in rows.Of(Filter, set).OrderByDescending(activity => activity.StartsOn).ThenByDescending(activity => activity.ActivityId).Skip(Paging.Skip).Take(Size)
            join agency in db.Set<Agency>() on activity.AgencyId equals agency.AgencyId
            orderby activity.StartsOn descending, activity.ActivityId descending
            select new TimelineEvent(
                activity.ActivityId, activity.Title, activity.Description != null && activity.Description.Length > DescriptionMost ? string.Concat(activity.Description.Substring(0, DescriptionMost), "…") : activity.Description,
                activity.Form, activity.IsIntegrated, activity.StartsOn, activity.EndsOn, agency.ShortName, activity.Times, activity.Minutes, activity.People, activity.Copies, activity.Places, activity.State)).ToListAsync(cancellation);
        Bar = await bar.LoadAsync(Filter, ActivityTab.Timeline, cancellation);
    }

    /// <summary>"UBND xã A · Loa truyền thanh · 3 lần · 45 phút".</summary>
    public IEnumerable<string> Facts(TimelineEvent item)
    {
        yield return item.Agency;
        yield return ActivityWords.Form(words, item.Form);
        if (item.IsIntegrated)
            yield return words["lồng ghép"];
        if (item.Times > 1)
            yield return words["{0} lần", Formats.Number(item.Times)];
        if (item.Minutes is { } minutes)
            yield return words["{0} phút", Formats.Number((long)minutes * item.Times)];
        if (item.People is { } people)
            yield return words["{0} người", Formats.Number(people)];
        if (item.Copies is { } copies)
            yield return words["{0} bản", Formats.Number(copies)];
        if (item.Places is { } places)
            yield return places;
    }
}
