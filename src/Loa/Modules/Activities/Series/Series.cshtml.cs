using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Security;
using Loa.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.Series;

/// <param name="Taken">What may have been logged for the day already.</param>
internal sealed record SeriesDay(DateOnly Day, SpecialDay? Special, IReadOnlyList<Suspect> Taken, bool IsTicked);

/// <summary>One activity on many days: from the form or a logged one, first the days with ticks, then all of them in one transaction.</summary>
internal sealed class SeriesModel(
    LoaDbContext db, ActivityDesk desk, ActivityChoices choices, ActivityDuplicates duplicates, AgencyScope scope, AgencyOptions options, CalendarDays calendarDays, CurrentUser user, Calendar calendar, IStringLocalizer words) : PageModel
{
    [BindProperty(Name = "nhu", SupportsGet = true)]
    public Guid? LikeId { get; set; }

    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    [BindProperty]
    public SeriesRhythm Rhythm { get; set; } = SeriesRhythm.Weekly;

    [BindProperty]
    public List<DayOfWeek> Weekdays { get; set; } = [];

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    /// <summary>The days that are ticked.</summary>
    [BindProperty]
    public List<DateOnly> Days { get; set; } = [];

    /// <summary>Null before they were asked for.</summary>
    public IReadOnlyList<SeriesDay>? Preview { get; private set; }

    public ActivityFormChoices Choices { get; private set; } = ActivityFormChoices.None;

    public IEnumerable<SelectListItem> Rhythms =>
    [
        new(words["Mỗi tuần một lần"], nameof(SeriesRhythm.Weekly)), new(words["Mỗi tháng một lần"], nameof(SeriesRhythm.Monthly)), new(words["Những thứ đã chọn trong tuần"], nameof(SeriesRhythm.Weekdays)),
    ];

    private DateOnly Today => calendar.VietnamToday;

    public async Task<IActionResult> OnGetAsync()
    {
        if (LikeId is not { } like || await desk.FindAsync(like, Permissions.ActivitiesLog, HttpContext.RequestAborted) is not { } past)
        {
            return NotFound();
        }

        Input = await choices.AgainAsync(past, past.StartsOn, HttpContext.RequestAborted);
        (NewId, From, To) = (Guid.CreateVersion7(), past.StartsOn.AddDays(7) is var next && next <= Today ? next : past.StartsOn, Today);
        await LoadAsync();
        return Page();
    }

    /// <summary>From the form of one activity: what was typed there comes along.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await MayAsync())
        {
            return NotFound();
        }

        // What is wrong is said when the days are asked for; what was typed stays as it is.
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }

        (From, To) = (Input.StartsOn, Today);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync()
    {
        if (!await MayAsync())
        {
            return NotFound();
        }

        if (!Judge())
        {
            return await this.AgainAsync(db, LoadAsync);
        }

        var days = SeriesDays.Between(From!.Value, To!.Value, Rhythm, Weekdays);
        if (days.Count is 0 or > SeriesDays.Most)
        {
            ModelState.AddModelError(nameof(To), days.Count == 0 ? words["Không có ngày nào theo nhịp này trong khoảng đã chọn."] : words["Nhiều nhất {0} ngày một lần; hãy chia thành nhiều loạt.", SeriesDays.Most]);
            return await this.AgainAsync(db, LoadAsync);
        }

        Preview = await DaysAsync(days, null);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostWriteAsync()
    {
        if (!await MayAsync())
        {
            return NotFound();
        }

        var cancellation = HttpContext.RequestAborted;
        var days = Days.Distinct().Order().ToList();
        if (Judge() && (days.Count is 0 or > SeriesDays.Most))
        {
            ModelState.AddModelError(nameof(Days), days.Count == 0 ? words["Hãy đánh dấu ít nhất một ngày."] : words["Nhiều nhất {0} ngày một lần; hãy chia thành nhiều loạt.", SeriesDays.Most]);
        }

        if (days.Exists(day => day > Today))
        {
            ModelState.AddModelError(nameof(Days), words["Có ngày chưa tới; chỉ ghi việc đã làm."]);
        }

        if (ModelState.IsValid)
        {
            var done = words["Đã ghi {0} hoạt động.", Formats.Number(days.Count)];
            var address = ActivityLinks.Between(Input.Form, days[0], days[^1]);
            var ids = days.ConvertAll(day => SeriesDays.IdOf(NewId, day));
            if (await WrittenAsync(ids))
            {
                return this.Done(done, address);
            }

            await desk.LogAllAsync(await BuildAsync(days, cancellation), "Ghi loạt hoạt động", null, cancellation);
            if (await this.TrySaveAsync(db, words["Loạt này vừa được ghi ở một cửa sổ khác."]) || await WrittenAsync(ids))
            {
                return this.Done(done, address);
            }
        }

        var offered = From is { } from && To is { } to ? SeriesDays.Between(from, to, Rhythm, Weekdays).Take(SeriesDays.Most) : [];
        Preview = await DaysAsync([.. offered.Union(days).Order()], days);
        return await this.AgainAsync(db, LoadAsync);
    }

    private Task<bool> WrittenAsync(List<Guid> ids) => db.Set<Activity>().AnyAsync(activity => ids.Contains(activity.ActivityId), HttpContext.RequestAborted);

    private async Task<bool> MayAsync()
    {
        Input.AgencyId ??= user.AgencyId;
        NewId = NewId == Guid.Empty ? Guid.CreateVersion7() : NewId;
        return Enum.IsDefined(Input.Form) && Enum.IsDefined(Rhythm) && Input.AgencyId is { } agencyId && await scope.CoversAsync(Permissions.ActivitiesLog, agencyId, HttpContext.RequestAborted);
    }

    private bool Judge()
    {
        // The day of the form is not asked here; each day of the series is one.
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.StartsOn)}");
        (Input.StartsOn, Input.EndsOn) = (From ?? Today, null);
        this.TellProblems(words, Input, DateOnly.MaxValue);
        if (From is not { } from)
            ModelState.TryAddModelError(nameof(From), words["Hãy ghi ngày đầu của loạt."]);
        else if (from > Today)
            ModelState.TryAddModelError(nameof(From), words["Ngày này chưa tới; chỉ ghi việc đã làm."]);
        if (To is not { } to)
            ModelState.TryAddModelError(nameof(To), words["Hãy ghi ngày cuối của loạt."]);
        else if (to > Today)
            ModelState.TryAddModelError(nameof(To), words["Ngày này chưa tới; chỉ ghi việc đã làm."]);
        else if (to < From)
            ModelState.TryAddModelError(nameof(To), words["Ngày kết thúc phải từ ngày bắt đầu trở đi."]);
        if (Rhythm == SeriesRhythm.Weekdays && Weekdays.Count == 0)
            ModelState.TryAddModelError(nameof(Weekdays), words["Hãy chọn ít nhất một thứ trong tuần."]);
        return ModelState.IsValid;
    }

    private async Task<List<Activity>> BuildAsync(List<DateOnly> days, CancellationToken cancellation)
    {
        var agencyId = Input.AgencyId!.Value;
        (Input.Tasks, Input.Topics) = await choices.ServableAsync(agencyId, Input.Tasks, Input.Topics, cancellation);
        var channel = Input.Kind.Asks(ActivityFields.Channel) ? await desk.ChannelAsync(agencyId, Input.Channel, cancellation) : null;
        return days.ConvertAll(day =>
        {
            var activity = new Activity { ActivityId = SeriesDays.IdOf(NewId, day), AgencyId = agencyId, Title = "" };
            Input.StartsOn = day;
            Input.ApplyTo(activity, channel);
            return activity;
        });
    }

    /// <param name="ticked">Null: all but those that may be logged already, and holidays where people would have had to meet.</param>
    private async Task<List<SeriesDay>> DaysAsync(IReadOnlyList<DateOnly> days, List<DateOnly>? ticked)
    {
        var agencyId = Input.AgencyId!.Value;
        var working = await calendarDays.LoadAsync(HttpContext.RequestAborted);
        var known = await duplicates.LoadAsync([agencyId], days, HttpContext.RequestAborted);
        var meets = Input.Kind.Family == FormFamily.Gathering;
        return [.. days.Select(day =>
        {
            var (special, taken) = (working.Of(day).Special, known.Like(agencyId, Input.Form, day, Input.Title ?? ""));
            return new SeriesDay(day, special, taken, ticked?.Contains(day) ?? (taken.Count == 0 && !(meets && special is { IsOff: true })));
        })];
    }

    private async Task LoadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        Choices = await choices.ForAsync(Input.AgencyId!.Value, Input, await options.WithinAsync(user.Scope(Permissions.ActivitiesLog), cancellation), cancellation);
    }
}
