using Loa.Commands.Demo;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Reports in every state: the province's own, one sent twice, one returned, one being filled; a period that is over, one that is open, and one that will open.</summary>
internal sealed record SampleReports(Guid OverId, Guid OpenId, Guid PlannedId, Guid RootId, Guid SentTwiceId, Guid ReturnedId, Guid FillingId, Guid FigureId, Guid SectionId, Guid LineId)
{
    public static async Task<SampleReports> CreateAsync(IServiceProvider services, Guid planId)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var owner = await db.Set<Agency>().Where(agency => agency.Code == "tg").Select(agency => agency.AgencyId).SingleAsync();
        var asked = await db.Set<Agency>().Where(agency => agency.ParentId == owner && agency.ValidTo == null).OrderBy(agency => agency.Code).Take(9).Select(agency => agency.AgencyId).ToListAsync();
        await ActivatorUtilities.CreateInstance<DemoReports>(services).WriteAsync(planId, string.Join(' ', asked.Select(id => AgencyTarget.Of(id, null))), default);
        var outline = await db.Set<ReportOutline>().AsNoTracking().Include(o => o.Sections).Include(o => o.Figures).AsSplitQuery().SingleAsync(o => o.Title == DemoReports.Title);
        var periods = await db.Set<ReportingPeriod>().Where(period => period.ReportOutlineId == outline.ReportOutlineId && period.State != PeriodState.Planned).OrderByDescending(period => period.DueOn).Select(period => period.ReportingPeriodId).ToListAsync();
        var (open, over) = (periods[0], periods[1]);
        var reports = await db.Set<Report>().AsNoTracking().Where(report => report.ReportingPeriodId == over || report.ReportingPeriodId == open).ToListAsync();
        return new SampleReports(
            over, open, await db.Set<ReportingPeriod>().Where(period => period.State == PeriodState.Planned).Select(period => period.ReportingPeriodId).SingleAsync(), reports.Single(report => report.ReportingPeriodId == over && report.ParentReportId is null).ReportId, reports.First(report => report.Sendings == 2).ReportId,
            reports.First(report => report.State == ReportState.Returned).ReportId, reports.First(report => report.ReportingPeriodId == open && report.ParentReportId is not null).ReportId,
            outline.Figures.OrderBy(figure => figure.Ordinal).First(figure => figure.Unit == "hoạt động").FigureId, outline.Sections.OrderBy(part => part.Ordinal).Last().OutlineSectionId, outline.ReportOutlineId);
    }
}
