using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies;
using Loa.Modules.Directives;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Log;

/// <summary>First the form of communication, then its few fields. A script that sends later what could not be sent posts to the same handler.</summary>
internal sealed class LogModel(LoaDbContext db, ActivityDesk desk, ActivityChoices choices, ActivityDuplicates duplicates, OfferedForms offered, AgencyScope scope, AgencyOptions options, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    private const int LatestShown = 5;

    [BindProperty(Name = "hinh-thuc", SupportsGet = true)]
    public CommunicationForm? Form { get; set; }

    [BindProperty(Name = "nhiem-vu", SupportsGet = true)]
    public Guid? TaskId { get; set; }

    /// <summary>An activity to log once more.</summary>
    [BindProperty(Name = "nhu", SupportsGet = true)]
    public Guid? LikeId { get; set; }

    /// <summary>Narrows the forms to choose from.</summary>
    [BindProperty(Name = "tim", SupportsGet = true)]
    public string? Query { get; set; }

    /// <summary>Made with the form: pressing twice, or sending again, logs once.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>The person has seen what looks the same, and means another.</summary>
    [BindProperty]
    public bool Anyway { get; set; }

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    public Guid? UserId => user.UserId;

    public bool HasAgency => user.AgencyId is not null;

    public IReadOnlyList<CommunicationForm> RecentForms { get; private set; } = [];

    public IReadOnlyList<LoggedBefore> Latest { get; private set; } = [];

    public IReadOnlyList<Suspect> Suspects { get; private set; } = [];

    public ActivityFormChoices Choices { get; private set; } = ActivityFormChoices.None;

    public IReadOnlyList<IGrouping<FormFamily, FormKind>> Families { get; private set; } = [];

    private DateOnly Today => calendar.VietnamToday;

    /// <summary>A steering document has a number, a date and an excerpt: it is recorded where these are asked for, and counts as an activity from there.</summary>
    public string HrefOf(CommunicationForm form) => form == CommunicationForm.Directive ? DirectiveLinks.NewFor(TaskId) : ActivityLinks.LogForm(form, TaskId);

    public async Task<IActionResult> OnGetAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        NewId = Guid.CreateVersion7();
        if (LikeId is { } like)
        {
            if (await desk.FindAsync(like, Permissions.ActivitiesLog, cancellation) is not { } past)
            {
                return NotFound();
            }

            Input = await choices.AgainAsync(past, Today, cancellation);
        }
        else if (user.AgencyId is not { } own)
        {
            Form = null;
            return Page();
        }
        else if (Form == CommunicationForm.Directive)
        {
            return LocalRedirect(HrefOf(CommunicationForm.Directive));
        }
        else if (Form is { } form && Enum.IsDefined(form))
        {
            Input = new ActivityInput { Form = form, AgencyId = own, StartsOn = Today, Tasks = TaskId is { } task ? [task] : [] };
        }
        else
        {
            Form = null;
            var forms = await offered.ShownAsync(cancellation);
            Families = [.. forms.Where(kind => string.IsNullOrWhiteSpace(Query) || Folding.Fold(ActivityWords.Form(words, kind.Form)).Contains(Folding.Fold(Query), StringComparison.Ordinal)).GroupBy(kind => kind.Family)];
            RecentForms = [.. (await choices.RecentFormsAsync(own, cancellation)).Where(recent => forms.Any(kind => kind.Form == recent))];
            Latest = await choices.LatestAsync(own, LatestShown, cancellation);
            return Page();
        }

        Form = Input.Form;
        await LoadAsync();
        return Page();
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

        if (await desk.FindAsync(NewId, Permissions.ActivitiesLog, cancellation) is { } logged)
        {
            return Logged(logged);
        }

        this.TellProblems(words, Input, Today);
        if (Input.AgencyId is not { } agencyId)
        {
            ModelState.TryAddModelError($"{nameof(Input)}.{nameof(Input.AgencyId)}", words["Hãy chọn cơ quan."]);
            return await this.AgainAsync(db, LoadAsync);
        }

        if (ModelState.IsValid && !Anyway)
        {
            Suspects = await duplicates.OfAsync(agencyId, Input.Form, Input.StartsOn!.Value, Input.Title!, cancellation);
        }

        if (ModelState.IsValid && Suspects.Count == 0)
        {
            (Input.Tasks, Input.Topics) = await choices.ServableAsync(agencyId, Input.Tasks, Input.Topics, cancellation);
            var activity = new Activity { ActivityId = NewId, AgencyId = agencyId, Title = "" };
            Input.ApplyTo(activity, Input.Kind.Asks(ActivityFields.Channel) ? await desk.ChannelAsync(agencyId, Input.Channel, cancellation) : null);
            await desk.LogAsync(activity, cancellation);
            if (await this.TrySaveAsync(db, words["Hoạt động này vừa được ghi ở một cửa sổ khác."]))
            {
                return Logged(activity);
            }

            if (await desk.FindAsync(NewId, Permissions.ActivitiesLog, cancellation) is { } same)
            {
                return Logged(same);
            }
        }

        return await this.AgainAsync(db, LoadAsync);
    }

    /// <summary>On to the evidence. A script is told where that is instead of being led there, and can tell it from being led to the sign-in.</summary>
    private IActionResult Logged(Activity activity)
    {
        var said = activity.State == ActivityState.Unconfirmed ? words["Đã ghi; hoạt động được tính khi người thứ hai xác nhận."] : words["Đã ghi hoạt động."];
        var done = this.Done(said, ActivityLinks.Evidence(activity.ActivityId));
        if (Request.Headers.XRequestedWith != "offline")
        {
            return done;
        }

        Response.Headers.Location = done.Url;
        return StatusCode(StatusCodes.Status201Created);
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var agencies = await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation);
        Choices = Input.AgencyId is { } agencyId ? await choices.ForAsync(agencyId, Input, agencies, cancellation) : ActivityFormChoices.None with { Agencies = agencies };
    }
}
