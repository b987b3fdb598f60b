using Loa.Modules.Activities;
using Loa.Platform;
using Loa.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Loa.Modules.Dashboards.AgencyYear;

/// <summary><c>&lt;vc:agency-year agency-id="…" path="…" /&gt;</c> on an agency's page: this year's communication of it and those below, for whoever may see it. Public because the framework finds only public ones.</summary>
public sealed class AgencyYearViewComponent(IServiceProvider services) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid agencyId, string path)
    {
        if (!services.GetRequiredService<CurrentUser>().Scope(Permissions.ActivitiesRead).Covers(path))
        {
            return Content("");
        }

        var cancellation = HttpContext.RequestAborted;
        var year = ActivityFilter.Of(MovingSpan.ThisYear, services.GetRequiredService<Calendar>().VietnamToday);
        var span = MonthSpan.Covering(year.Start, year.End);
        var set = await services.GetRequiredService<ActivityAgencies>().OfAsync(Permissions.ActivitiesRead, agencyId, alone: false, day: null, cancellation);
        var sums = await services.GetRequiredService<DashboardFigures>().FormsAsync(set, span, cancellation);
        return View("/Modules/Dashboards/AgencyYear/AgencyYear.cshtml", new YearOfAgency(agencyId, span, Overview.SumLine.Of(sums)));
    }
}

internal sealed record YearOfAgency(Guid AgencyId, MonthSpan Span, Overview.SumLine Sum)
{
    public string Rows(ActivityState state) => ActivityLinks.Rows(new ActivityFilter { AgencyId = AgencyId, From = Span.From, To = Span.To, State = state });
}
