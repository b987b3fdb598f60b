using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Reports;
using Loa.Platform.Jobs;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Reports;

/// <summary>Outlines, periods and reports as tests want them.</summary>
internal static class ReportFlow
{
    public static readonly DateOnly From = new(2025, 12, 15);
    public static readonly DateOnly To = new(2026, 3, 14);

    /// <summary>A body with agencies below it that report to it, and officers for each.</summary>
    public static async Task<(Agency Owner, IReadOnlyList<Agency> Units)> CreateBodyAsync(this LoaHost host, int units = 2)
    {
        var owner = await host.CreateAgencyAsync($"UBND {TestData.Unique("huyen")}", AgencyKind.PeoplesCommittee, AgencyLevel.Province);
        var below = new List<Agency>();
        for (var i = 0; i < units; i++)
        {
            below.Add(await host.CreateAgencyAsync($"Đơn vị {i + 1} {TestData.Unique("dv")}", AgencyKind.Division, AgencyLevel.Province, owner.Code));
        }

        return (owner, below);
    }

    /// <summary>In use, with two sections: documents and activities; figures of each kind.</summary>
    public static Task<ReportOutline> CreateOutlineAsync(this LoaHost host, Guid ownerId, Action<ReportOutline>? change = null) => host.InScopeAsync(async services =>
    {
        var outline = new ReportOutline { ReportOutlineId = Guid.CreateVersion7(), OwnerAgencyId = ownerId, Title = TestData.Unique("Đề cương "), State = OutlineState.InUse };
        var documents = Section(outline, "Công tác chỉ đạo", "directives.list");
        var activities = Section(outline, "Nội dung, hình thức tuyên truyền", "activities.forms");
        Section(outline, "Đánh giá chung");
        var alone = outline.Add(activities, "Hội nghị", figure => (figure.Origin, figure.Source, figure.Forms, figure.Integrated) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.Activities), [CommunicationForm.Conference], false));
        var people = outline.Add(activities, "Lượt người dự hội nghị", figure => (figure.Origin, figure.Source, figure.Forms) = (FigureOrigin.Data, ActivityFigure.KeyOf(ActivityMeasure.People), [CommunicationForm.Conference]));
        var news = outline.Add(activities, "Tin, bài nhập tay", figure => figure.Unit = "tin, bài");
        outline.Add(activities, "Tổng số", figure => (figure.Origin, figure.Parts) = (FigureOrigin.Parts, [alone.FigureId, news.FigureId]));
        outline.Add(activities, "Người dự bình quân", figure => (figure.Origin, figure.Source, figure.Forms, figure.OverId, figure.IsShare, figure.RollUp) = (FigureOrigin.Data, people.Source, [CommunicationForm.Conference], alone.FigureId, true, RollUpRule.RatioOfSums));
        outline.Add(documents, "Số văn bản", figure => (figure.Origin, figure.Source) = (FigureOrigin.Data, "directives.issued"));
        change?.Invoke(outline);
        var db = services.GetRequiredService<LoaDbContext>();
        db.Add(outline);
        await db.SaveChangesAsync();
        return outline;
    });

    public static Loa.Modules.Reports.OutlineSection Section(ReportOutline outline, string title, params string[] narratives)
    {
        var section = new Loa.Modules.Reports.OutlineSection { OutlineSectionId = Guid.CreateVersion7(), SectionId = Guid.CreateVersion7(), ReportOutlineId = outline.ReportOutlineId, Ordinal = outline.Sections.Count + 1, Title = title, Guidance = "Nêu rõ.", Narratives = [.. narratives] };
        outline.Sections.Add(section);
        return section;
    }

    public static OutlineFigure Add(this ReportOutline outline, Loa.Modules.Reports.OutlineSection section, string name, Action<OutlineFigure>? change = null)
    {
        var figure = new OutlineFigure { OutlineFigureId = Guid.CreateVersion7(), FigureId = Guid.CreateVersion7(), ReportOutlineId = outline.ReportOutlineId, OutlineSectionId = section.OutlineSectionId, Ordinal = outline.Figures.Count + 1, Name = name };
        change?.Invoke(figure);
        outline.Figures.Add(figure);
        return figure;
    }

    public static OutlineFigure Figure(this ReportOutline outline, string name) => outline.Figures.Single(figure => figure.Name == name);

    public static ReportingPeriod Period(ReportOutline outline, Action<ReportingPeriod>? change = null)
    {
        var period = new ReportingPeriod
        {
            ReportingPeriodId = Guid.CreateVersion7(),
            OwnerAgencyId = outline.OwnerAgencyId,
            ReportOutlineId = outline.ReportOutlineId,
            Title = TestData.Unique("Quý I "),
            Every = "P3M",
            Year = 2026,
            Number = 1,
            From = From,
            To = To,
            TreeOn = To,
            DueOn = new DateOnly(2026, 3, 17),
            Target = AgencyTarget.OfSubtree(outline.OwnerAgencyId),
        };
        change?.Invoke(period);
        return period;
    }

    /// <summary>Opens it and waits for the job, which runs here.</summary>
    public static async Task<ReportingPeriod> OpenAsync(this LoaHost host, ReportOutline outline, Action<ReportingPeriod>? change = null)
    {
        var period = Period(outline, change);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(period);
            await db.SaveChangesAsync();
        });
        await host.RunOpeningAsync(period.ReportingPeriodId);
        return period;
    }

    public static Task RunOpeningAsync(this LoaHost host, Guid periodId, Func<int, string?, Task>? report = null, CancellationToken cancellation = default) => host.InScopeAsync(services =>
        services.GetRequiredService<OpenPeriodJob>().RunAsync(
            new JobRun(new Job { Kind = OpenPeriodJob.Kind, Payload = System.Text.Json.JsonSerializer.Serialize(new OpenPeriodJob.Order(periodId)) }, report ?? ((_, _) => Task.CompletedTask)), cancellation));

    public static Task<Report> ReportAsync(this LoaHost host, ReportingPeriod period, Guid agencyId) => host.QueryAsync(db => db.Set<Report>().AsNoTracking().SingleAsync(report => report.ReportingPeriodId == period.ReportingPeriodId && report.AgencyId == agencyId));

    public static Task<ReportFigure> FigureAsync(this LoaHost host, Report report, OutlineFigure figure) => host.QueryAsync(db => db.Set<ReportFigure>().AsNoTracking().SingleAsync(row => row.ReportId == report.ReportId && row.FigureId == figure.FigureId));

    public static async Task<TestBrowser> OfficerOfAsync(this LoaHost host, Agency agency, Role role = Role.UnitOfficer) => await host.BrowseAsAsync((await host.CreateUserAsync(role, agency.Code)).Email!, TestData.Password);

    /// <summary>Sends a report through its page.</summary>
    public static async Task SendAsync(this TestBrowser browser, Report report)
    {
        var page = await browser.GetAsync(ReportLinks.Report(report.ReportId));
        var sent = await page.SubmitAsync(page.Form("form[action*='handler=Send']"), ("DespiteWarnings", "true"));
        sent.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, sent.TextOf("main"));
    }

    public static async Task AcceptAsync(this TestBrowser browser, Report report)
    {
        var page = await browser.GetAsync(ReportLinks.Report(report.ReportId));
        var accepted = await page.SubmitAsync(page.Form("form[action*='handler=Accept']"));
        accepted.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, accepted.TextOf("main"));
    }

    /// <param name="expectNothing">No report below is accepted: the page offers nothing to roll up.</param>
    public static async Task RollUpAsync(this TestBrowser browser, Report report, bool expectNothing = false)
    {
        var page = await browser.GetAsync(ReportLinks.Report(report.ReportId));
        if (expectNothing)
        {
            page.Document.QuerySelector("form[action*='handler=RollUp']").ShouldBeNull();
            return;
        }

        var done = await page.SubmitAsync(page.Form("form[action*='handler=RollUp']"));
        done.Status.ShouldBe(System.Net.HttpStatusCode.Redirect, done.TextOf("main"));
    }
}
