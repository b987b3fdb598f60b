using System.Net;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Assessments;
using Loa.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Assessments;

internal static class AssessmentFlow
{
    public static readonly DateOnly From = new(2026, 1, 1);
    public static readonly DateOnly To = new(2026, 12, 31);

    /// <summary>A draft of the province's with these agencies and, unless said otherwise, one criterion: news, 5 points from one, 10 from three.</summary>
    public static Task<Assessment> CreateAssessmentAsync(this LoaHost host, IEnumerable<Agency> agencies, string ownerCode = "tg", Action<Assessment>? change = null) => host.InScopeAsync(async services =>
    {
        var assessment = new Assessment { AssessmentId = Guid.CreateVersion7(), OwnerAgencyId = await host.AgencyIdAsync(ownerCode), Title = $"Đánh giá {TestData.Unique("n")}", From = From, To = To };
        assessment.Criteria.Add(Criterion(assessment, "Số hoạt động", "activities.activities", "1: 5\n3: 10"));
        assessment.Agencies.AddRange(agencies.Select(agency => new AssessmentAgency { AssessmentId = assessment.AssessmentId, AgencyId = agency.AgencyId }));
        change?.Invoke(assessment);
        services.GetRequiredService<AssessmentDesk>().Start(assessment);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return assessment;
    });

    public static AssessmentCriterion Criterion(Assessment assessment, string name, string? figure, string? steps = null, int max = 1000) => new()
    {
        AssessmentCriterionId = Guid.CreateVersion7(),
        AssessmentId = assessment.AssessmentId,
        Ordinal = assessment.Criteria.Count + 1,
        Name = name,
        MaxPoints = max,
        Figure = figure,
        Steps = steps,
    };

    public static async Task PublishAsync(this TestBrowser browser, Assessment assessment, params (string Name, string Value)[] values)
    {
        var page = await browser.GetAsync(AssessmentLinks.Assessment(assessment.AssessmentId));
        var answer = await page.SubmitAsync(page.Form("form[action*='handler=Publish']"), values);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.TextOf("main"));
    }

    public static Task<Board> BoardAsync(this LoaHost host, Guid assessmentId) => host.InScopeAsync(async services =>
        await services.GetRequiredService<AssessmentBoard>().LoadAsync((await services.GetRequiredService<LoaDbContext>().FindAsync<Assessment>(assessmentId)).ShouldNotBeNull(), default));
}
