using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Directives;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Directives;

public abstract class DirectiveTests(LoaHost host)
{
    [Fact]
    public async Task Record_ADirective_CountsItAsAnActivity_AndWithdrawingTakesItOut()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var page = await browser.GetAsync(DirectiveLinks.New);
        (await page.SubmitAsync(page.Form("main form"), ("Form.Reference", "1201/STC-VP"), ("Form.IssuedOn", "5/2/2026"), ("Form.Excerpt", "tăng cường tuyên truyền cải cách hành chính"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var directive = await host.QueryAsync(db => db.Set<Directive>().SingleAsync(d => d.Reference == "1201/STC-VP"));
        var activity = await ActivityAsync(directive);
        (activity.Form, activity.StartsOn, activity.State).ShouldBe((CommunicationForm.Directive, new DateOnly(2026, 2, 5), ActivityState.Counted));
        activity.Title.ShouldBe("Công văn số 1201/STC-VP: tăng cường tuyên truyền cải cách hành chính");

        var detail = await browser.GetAsync(DirectiveLinks.Directive(directive.DirectiveId));
        (await detail.SubmitAsync(detail.Form("form[action*='handler=Publish']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        detail = await browser.GetAsync(DirectiveLinks.Directive(directive.DirectiveId));
        (await detail.SubmitAsync(detail.Form("form[action*='handler=Withdraw']"), ("Reason", "Ghi nhầm"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await ActivityAsync(directive)).State.ShouldBe(ActivityState.Withdrawn);
        (await host.QueryAsync(db => db.Set<Directive>().SingleAsync(d => d.DirectiveId == directive.DirectiveId))).PublishedAt.ShouldBeNull("what is taken back cannot stay public");
        (await browser.GetAsync(DirectiveLinks.List)).Document.QuerySelector($"a[href='{DirectiveLinks.Directive(directive.DirectiveId)}']").ShouldBeNull();
        (await browser.GetAsync($"{DirectiveLinks.List}?da-rut=true")).Document.QuerySelector($"a[href='{DirectiveLinks.Directive(directive.DirectiveId)}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Record_ANumberThatExists_IsAskedAndNotBlocked()
    {
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sct");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        async Task<TestPage> RecordAsync(params (string, string)[] more)
        {
            var page = await browser.GetAsync(DirectiveLinks.New);
            return await page.SubmitAsync(page.Form("main form"), [("Form.Reference", "77/SCT-VP"), ("Form.IssuedOn", "5/2/2026"), ("Form.Excerpt", "việc một"), .. more]);
        }

        (await RecordAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
        var asked = await RecordAsync();
        asked.Status.ShouldBe(HttpStatusCode.BadRequest);
        asked.TextOf("main")!.ShouldContain("Số này đã có");
        (await asked.SubmitAsync(asked.Form("main form"), ("TwinAccepted", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<Directive>().CountAsync(d => d.Reference == "77/SCT-VP"))).ShouldBe(2);
    }

    [Fact]
    public async Task Change_ADirective_ChangesWhatIsCounted()
    {
        var directive = await DirectiveFlow.RecordAsync(host, "tg-sxd");
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);
        var edit = await browser.GetAsync(DirectiveLinks.Edit(directive.DirectiveId));
        (await edit.SubmitAsync(edit.Form("main form"), ("Form.IssuedOn", "9/1/2026"), ("Form.Excerpt", "trích yếu mới"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var activity = await ActivityAsync(directive);
        (activity.StartsOn, activity.Title).ShouldBe((new DateOnly(2026, 1, 9), "Công văn số 12/UBND-NC: trích yếu mới"));
        var total = await host.QueryAsync(db => db.Set<ActivityTotal>().Where(t => t.AgencyId == directive.AgencyId && t.Form == CommunicationForm.Directive).GroupBy(t => t.Month).Where(month => month.Sum(t => t.Activities) != 0).Select(month => month.Key).ToListAsync());
        total.ShouldBe([202601]);
    }

    private Task<Activity> ActivityAsync(Directive directive) => host.QueryAsync(db => db.Set<Activity>().AsNoTracking().SingleAsync(a => a.ActivityId == directive.ActivityId));
}

internal static class DirectiveFlow
{
    public static Task<Directive> RecordAsync(LoaHost host, string agencyCode) => host.InScopeAsync(async services =>
    {
        var directive = new Directive { DirectiveId = Guid.CreateVersion7(), AgencyId = await host.AgencyIdAsync(agencyCode), Kind = "Công văn", IssuedOn = new DateOnly(2026, 3, 4), Excerpt = "tuyên truyền một cửa" };
        directive.Number("12/UBND-NC");
        await services.GetRequiredService<DirectiveDesk>().AddAsync(directive, [], default);
        await services.GetRequiredService<LoaDbContext>().SaveChangesAsync();
        return directive;
    });
}

public sealed class DirectivesOnSqlite(SqliteHost host) : DirectiveTests(host), IClassFixture<SqliteHost>;

public sealed class DirectivesOnPostgres(PostgresHost host) : DirectiveTests(host), IClassFixture<PostgresHost>;
