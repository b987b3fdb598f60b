using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.WorkCalendar.Year;

/// <summary>One year's days off and make-up days, a deadline tried out, and the reporting periods: all from the table the program computes with.</summary>
internal sealed class YearModel(CalendarDays calendarDays, Calendar calendar, CurrentUser user, IStringLocalizer words) : PageModel
{
    /// <summary>The years for which the lunar reckoning is trusted.</summary>
    private const int FirstYear = 1970;
    private const int LastYear = 2150;

    [BindProperty(Name = "nam", SupportsGet = true)]
    public int? WantedYear { get; set; }

    [BindProperty(Name = "tu", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "so", SupportsGet = true)]
    public int Count { get; set; } = 3;

    [BindProperty(Name = "don-vi", SupportsGet = true)]
    public TermUnit Unit { get; set; } = TermUnit.WorkingDays;

    [BindProperty(Name = "gap-nghi", SupportsGet = true)]
    public OffDayPolicy WhenOff { get; set; } = OffDayPolicy.Next;

    /// <summary>A term of more years would leave the time the calendar knows.</summary>
    public int MaxCount => Unit == TermUnit.Years ? 100 : DeadlineRule.MaxCount;

    public int Year { get; private set; }

    public DateOnly Start => From ?? calendar.VietnamToday;

    public bool MayEdit => user.Has(Permissions.CalendarEdit);

    public bool MaySeeHistory => user.Has(Permissions.HistoryRead);

    public IReadOnlyList<SpecialDay> Days { get; private set; } = [];

    public bool IsProjected => Days.Any(day => day.Source == DaySource.Projected);

    public int WorkingDayCount { get; private set; }

    public IReadOnlyList<ReportingWindow> Windows { get; private set; } = [];

    public string? Explanation { get; private set; }

    public IEnumerable<SelectListItem> Units => Enum.GetValues<TermUnit>().Select(unit => new SelectListItem(words[CalendarWords.Unit(unit)], unit.ToString(), unit == Unit));

    public IEnumerable<SelectListItem> Policies => new[] { OffDayPolicy.Next, OffDayPolicy.Previous, OffDayPolicy.Keep }
        .Select(policy => new SelectListItem(words[CalendarWords.Policy(policy)], policy.ToString(), policy == WhenOff));

    public async Task OnGetAsync()
    {
        Year = Math.Clamp(WantedYear ?? calendar.VietnamToday.Year, FirstYear, LastYear);
        var days = await calendarDays.LoadAsync(HttpContext.RequestAborted);
        Days = days.Table.Of(Year);
        WorkingDayCount = days.Count(new DateOnly(Year - 1, 12, 31), new DateOnly(Year, 12, 31));
        Windows = [.. ReportingCutoffs.Of(Year, ReportingCutoffs.Decree09, days)];
        if (From is { } start)
        {
            Explain(start, days);
        }
    }

    private void Explain(DateOnly start, WorkingDays days)
    {
        if (Count < 1 || Count > MaxCount)
        {
            ModelState.AddModelError("so", words["Hãy nhập một số từ 1 đến {0}.", Formats.Number(MaxCount)]);
        }
        else if (start.Year is < FirstYear or > LastYear)
        {
            ModelState.AddModelError("tu", words["Hãy nhập một ngày từ năm {0} đến năm {1}.", FirstYear, LastYear]);
        }
        else if (ModelState.IsValid && Enum.IsDefined(Unit) && Enum.IsDefined(WhenOff))
        {
            Explanation = DeadlineWords.Explain(Deadlines.After(start, new DeadlineRule(Count, Unit, WhenOff), days), words);
        }
    }
}
