using System.Net;
using System.Text.Json;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import.Names;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Plans.Import;

public abstract class ReviewTests(LoaHost host)
{
    [Fact]
    public async Task Edit_WithScripts_SendsExactlyTheParagraphsThatAreMarkedOtherwise()
    {
        using var officer = await host.OfficerAsync();
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "411/KH-UBND" }.Write());
        var review = await officer.GetAsync(PlanLinks.Review(importId));
        var task = review.Document.QuerySelector(".item.task")!.Id!;
        officer.Headers.Add("HX-Request", "true");

        var answer = await PostActAsync(review, task, "Remove");

        var sent = answer.Document.QuerySelectorAll("p[hx-swap-oob][id^='p-']");
        sent.Length.ShouldBeInRange(3, 8, "the cells of one row of the annex");
        answer.Document.QuerySelector($"p .passage[data-items~='{task}']").ShouldBeNull();

        var restored = await PostActAsync(review, task, "Restore");
        restored.Document.QuerySelectorAll($"p[hx-swap-oob] .passage[data-items~='{task}']").Length.ShouldBeGreaterThan(3);
        officer.Headers.Remove("HX-Request");
        var whole = (await officer.GetAsync(PlanLinks.Review(importId))).Document;
        foreach (var paragraph in restored.Document.QuerySelectorAll("p[hx-swap-oob][id^='p-']"))
            paragraph.InnerHtml.ShouldBe(whole.GetElementById(paragraph.Id!)!.InnerHtml);
    }

    [Fact]
    public async Task Picker_ThousandsOfAgencies_AreAskedForAndNotCarried()
    {
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            var top = await db.FindAsync<Agency>(await host.AgencyIdAsync("tg"));
            db.AddRange(Enumerable.Range(0, 3000).Select(i => Agency.Create(TestData.Unique("m"), $"Trung tâm Thử nghiệm số {i}", $"TT thử {i}", AgencyKind.Other, AgencyLevel.Province, top)));
            await db.SaveChangesAsync();
        });
        using var officer = await host.OfficerAsync();
        var tasks = new[] { ("1", "Tổ chức hội nghị tập huấn", "Hội Người cao tuổi xứ khác", "", "Quý II/2024") };
        var importId = await host.ImportAsync(officer, new PlanDocx { Reference = "412/KH-UBND", Tasks = tasks }.Write());

        var review = await officer.GetAsync(PlanLinks.Review(importId));
        review.Document.QuerySelectorAll("#pick select[name=target] option").Length.ShouldBe(1);
        var source = review.Document.QuerySelector("#pick select[name=target]")!.GetAttribute("data-source")!;
        using var found = JsonDocument.Parse((await officer.GetAsync(source + "&q=thu+nghiem+so+2718")).Text);
        found.RootElement.EnumerateArray().First().GetProperty("text").GetString().ShouldBe("Trung tâm Thử nghiệm số 2718");
        (await officer.GetAsync(source + "&q=lien+quan")).Text.ShouldContain("\"g-");

        // Without scripts the same by two plain forms: find, then choose.
        var results = await review.SubmitAsync(review.Form("#pick form[role=search]"), ("tim-co-quan", "nghiệm thử 2718"));
        // The invented codes are searched too, and one of them may hold the same figures.
        var option = results.Document.QuerySelectorAll("#pick select[name=target] option").Single(o => o.TextContent.Contains("số 2718", StringComparison.Ordinal)).GetAttribute("value")!;
        var mapped = await results.SubmitAsync(results.Form("#pick form[method=post]"), ("target", option));
        mapped.Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(PlanLinks.Review(importId))).TextOf("#names").ShouldNotBeNull().ShouldContain("TT thử 2718");
    }

    [Fact]
    public async Task Name_MappedByManyAtOnce_LeavesOneRowAndNoError()
    {
        var owner = await host.AgencyIdAsync("tg");
        var target = AgencyTarget.Of(await host.AgencyIdAsync("tg-stp"), null);
        for (var round = 0; round < 5; round++)
        {
            var name = TestData.Unique("Hội đồng lạ ");

            var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => host.InScopeAsync(services =>
                services.GetRequiredService<DraftAgencies>().RememberAsync(owner, name, i % 2 == 0 ? target : AgencyTarget.Outside, CancellationToken.None))));

            saved.ShouldAllBe(done => done);
            (await host.QueryAsync(db => db.Set<AgencyMapping>().CountAsync(mapping => mapping.Text == name))).ShouldBe(1);
        }
    }

    private static async Task<TestPage> PostActAsync(TestPage review, string item, string act)
    {
        var form = review.Form($"#{item} form");
        form.SetAttribute("action", form.GetAttribute("action")!.Replace("handler=Item", "handler=Act", StringComparison.Ordinal));
        // Without a version nothing typed is taken along: the button alone.
        form.QuerySelector("[name=version]")?.Remove();
        var answer = await review.SubmitAsync(form, ("act", act));
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer;
    }
}

public sealed class ReviewsOnSqlite(SqliteHost host) : ReviewTests(host), IClassFixture<SqliteHost>;

public sealed class ReviewsOnPostgres(PostgresHost host) : ReviewTests(host), IClassFixture<PostgresHost>;
