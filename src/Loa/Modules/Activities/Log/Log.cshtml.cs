using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Log;

/// <summary>First the form of communication, then its few fields.</summary>
internal sealed class LogModel(LoaDbContext db, ActivityDesk desk, ActivityChoices choices, AgencyScope scope, AgencyOptions options, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "hinh-thuc", SupportsGet = true)]
    public CommunicationForm? Form { get; set; }

    [BindProperty(Name = "nhiem-vu", SupportsGet = true)]
    public Guid? TaskId { get; set; }

    /// <summary>Made with the form: pressing twice logs once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    public IReadOnlyList<CommunicationForm> RecentForms { get; private set; } = [];

    public ActivityFormChoices Choices { get; private set; } = ActivityFormChoices.None;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Form is not { } form || !Enum.IsDefined(form))
        {
            Form = null;
            RecentForms = user.AgencyId is { } own ? await choices.RecentFormsAsync(own, HttpContext.RequestAborted) : [];
            return Page();
        }

        NewId = Guid.CreateVersion7();
        Input = new ActivityInput { Form = form, AgencyId = user.AgencyId, StartsOn = calendar.VietnamToday, Tasks = TaskId is { } task ? [task] : [] };
        return await FormAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Form = Input.Form;
        if (!Enum.IsDefined(Input.Form) || NewId == Guid.Empty)
        {
            return NotFound();
        }

        Input.AgencyId ??= user.AgencyId;
        if (Input.AgencyId is { } chosen && !await scope.CoversAsync(Permissions.ActivitiesLog, chosen, cancellation))
        {
            return NotFound();
        }

        if (await desk.FindAsync(NewId, Permissions.ActivitiesLog, cancellation) is not null)
        {
            return LocalRedirect(ActivityLinks.Activity(NewId));
        }

        foreach (var (field, problem) in Input.Problems(calendar.VietnamToday))
        {
            ModelState.TryAddModelError($"{nameof(Input)}.{field}", words[problem]);
        }

        if (Input.AgencyId is not { } agencyId)
        {
            ModelState.TryAddModelError($"{nameof(Input)}.{nameof(Input.AgencyId)}", words["Hãy chọn cơ quan."]);
            return await this.AgainAsync(db, LoadAsync);
        }

        if (ModelState.IsValid)
        {
            (Input.Tasks, Input.Topics) = await choices.ServableAsync(agencyId, Input.Tasks, Input.Topics, cancellation);
            var activity = new Activity { ActivityId = NewId, AgencyId = agencyId, Title = "" };
            Input.ApplyTo(activity, Input.Kind.Asks(ActivityFields.Channel) ? await desk.ChannelAsync(agencyId, Input.Channel, cancellation) : null);
            await desk.LogAsync(activity, cancellation);
            if (await this.TrySaveAsync(db, words["Hoạt động này vừa được ghi ở một cửa sổ khác."]))
            {
                return this.Done(activity.State == ActivityState.Unconfirmed ? words["Đã ghi; hoạt động được tính khi người thứ hai xác nhận."] : words["Đã ghi hoạt động."], ActivityLinks.Activity(activity.ActivityId));
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    private async Task<IActionResult> FormAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation);
        Choices = Input.AgencyId is { } agencyId
            ? new ActivityFormChoices(agencies, await choices.ChannelsAsync(agencyId, Input.Form, cancellation), await choices.TasksAsync(agencyId, cancellation), await choices.TopicsAsync(agencyId, cancellation))
            : ActivityFormChoices.None with { Agencies = agencies };
    }
}

/// <summary>What the fields of an activity offer.</summary>
internal sealed record ActivityFormChoices(IReadOnlyList<PickerOption> Agencies, IReadOnlyList<string> Channels, IReadOnlyList<ServedChoice> Tasks, IReadOnlyList<ServedChoice> Topics)
{
    public static readonly ActivityFormChoices None = new([], [], [], []);

    public static IEnumerable<SelectListItem> Methods(IStringLocalizer words) => Enum.GetValues<ReachMethod>().Select(method => new SelectListItem(words[ActivityWords.Of(method)], method.ToString())).Prepend(new SelectListItem("", ""));

    public static IEnumerable<SelectListItem> Sources(IStringLocalizer words) => Enum.GetValues<FundingSource>().Select(source => new SelectListItem(words[ActivityWords.Of(source)], source.ToString())).Prepend(new SelectListItem("", ""));
}
