using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Modules.Reports.Outlines.Composing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>An outline of reports being drawn up and one in use, both with the usual sections.</summary>
internal sealed record SampleOutlines(Guid DraftId, Guid UsedId, Guid SectionId, Guid FigureId)
{
    public static async Task<SampleOutlines> CreateAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<LoaDbContext>();
        var desk = services.GetRequiredService<OutlineDesk>();
        var owner = await db.Set<Agency>().Where(agency => agency.Code == "tg").Select(agency => agency.AgencyId).SingleAsync();
        var (draft, used) = (New("Báo cáo kết quả tuyên truyền cải cách hành chính"), New("Báo cáo 6 tháng công tác tuyên truyền"));
        (used.State, used.PartOf, used.PartNumber) = (OutlineState.InUse, "Báo cáo công tác cải cách hành chính", "III.2");
        await db.SaveChangesAsync();
        return new SampleOutlines(draft.ReportOutlineId, used.ReportOutlineId, draft.Sections[1].OutlineSectionId, draft.Figures[1].OutlineFigureId);

        ReportOutline New(string title)
        {
            var outline = new ReportOutline { ReportOutlineId = Guid.CreateVersion7(), OwnerAgencyId = owner, Title = title };
            StandardOutline.Write(new OutlineWriter(outline, services.GetRequiredService<ReportPrefiller>().Find));
            desk.Start(outline);
            return outline;
        }
    }
}
