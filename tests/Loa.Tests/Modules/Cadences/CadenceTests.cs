using System.Net;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Agencies.Changes;
using Loa.Modules.Cadences;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Modules.Plans.Import.Drafts;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Loa.Tests.Modules.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Cadence = Loa.Modules.Cadences.Cadence;

namespace Loa.Tests.Modules.Cadences;

public abstract class CadenceTests(LoaHost host)
{
    private DateOnly Today => host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday;

    private DateOnly MonthsAgo(int months) => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-months);

    [Fact]
    public async Task Issue_MakesCadencesOfTheSentences_WithTheAgenciesTheyName()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.IssueWithAsync(officer,
        [
            Says("Sở Y tế mỗi tháng đăng ít nhất 02 tin, bài", 2, "P1M", [CommunicationForm.News, CommunicationForm.Article], "Sở Y tế"),
            Says("Mỗi ngày phát một lần, ít nhất 15 phút, vào giờ nhiều người theo dõi", 1, "P1D", [CommunicationForm.Broadcast]),
            Says("Tăng cường tuyên truyền trên mạng xã hội", null, null, [CommunicationForm.Social]),
        ]);

        var made = await host.QueryAsync(db => db.Set<Cadence>().Include(c => c.Forms).Include(c => c.Periods).Where(c => c.PlanId == plan.PlanId).OrderBy(c => c.Ordinal).ToListAsync());
        made.Count.ShouldBe(2);
        (made[0].Count, made[0].Every, made[0].Forms.Count, made[0].PrimeTimeOnly).ShouldBe((2, "P1M", 2, false));
        (made[1].Count, made[1].Every, made[1].PrimeTimeOnly).ShouldBe((7, "P1W", true), "a daily promise is counted by the week");
        made[0].Periods.ShouldAllBe(period => !period.Demanded, "the plan was put into force after its year was over");
        (await HoldersAsync(made[0])).ShouldBe([await host.AgencyIdAsync("tg-syt")]);
        (await HoldersAsync(made[1])).ShouldBeEmpty("whom a sentence does not name the issuer decides");

        var page = await officer.GetAsync(CadenceLinks.OfPlan(plan.PlanId));
        page.TextOf("main")!.ShouldContain("Tăng cường tuyên truyền trên mạng xã hội");
        page.TextOf("main")!.ShouldContain("Chưa giao cho cơ quan nào");
        var edit = await officer.GetAsync(CadenceLinks.Edit(plan.PlanId, made[1].CadenceId));
        (await edit.SubmitAsync(edit.Form("form[action*='handler=Give']"), ("them", CadenceReach.SuggestedTarget))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await HoldersAsync(made[1])).ShouldContain(await host.AgencyIdAsync("tg-ptth"), "what is broadcast is suggested to the broadcaster");
    }

    [Fact]
    public async Task NewEdition_TakesCadencesOver_WithWhatWasCountedAndExplained()
    {
        using var officer = await host.OfficerAsync();
        var (agency, text) = (await host.AgencyIdAsync("tg-sct"), "Sở Công Thương mỗi quý tổ chức ít nhất một đối thoại");
        var old = await host.IssueWithAsync(officer, [Says(text, 1, "P3M", [CommunicationForm.Dialogue], "Sở Công Thương"), Says("Sở Công Thương mỗi năm một hội thi", 1, "P1Y", [CommunicationForm.LiveContest], "Sở Công Thương")]);
        var kept = await host.QueryAsync(db => db.Set<Cadence>().AsNoTracking().SingleAsync(c => c.PlanId == old.PlanId && c.Ordinal == 1));
        var added = await host.DefineAsync(old.PlanId, c => c.Text = "Thêm tay");
        await host.LogActivityAsync("tg-sct", activity => { activity.Form = CommunicationForm.Dialogue; activity.HeldOn(kept.From.AddDays(3), kept.From.AddDays(3)); });
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<LoaDbContext>();
            db.Add(new CadenceCause { CadenceId = kept.CadenceId, AgencyId = agency, From = kept.From, To = kept.From.AddDays(80), Text = "Trùng đợt bầu cử" });
            await db.SaveChangesAsync();
        });

        var plan = await host.IssueWithAsync(officer, [Says(text, 1, "P3M", [CommunicationForm.Dialogue], "Sở Công Thương", "Sở Y tế")], old.PlanId);

        var now = await host.QueryAsync(db => db.Set<Cadence>().AsNoTracking().Where(c => c.PlanId == plan.PlanId).ToListAsync());
        now.Select(c => c.CadenceId).ShouldBe([kept.CadenceId, added.CadenceId], ignoreOrder: true);
        (await HoldersAsync(kept)).ShouldContain(await host.AgencyIdAsync("tg-syt"));
        (await host.TimesAsync(kept, agency, 1)).ShouldBe(1);
        (await host.QueryAsync(db => db.Set<CadenceCause>().CountAsync(cause => cause.CadenceId == kept.CadenceId))).ShouldBe(1);
        (await host.QueryAsync(db => db.Set<Cadence>().CountAsync(c => c.PlanId == old.PlanId))).ShouldBe(1, "what the new edition no longer says stays with the old one");
        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Edit_ChangesWhatCounts_AndRefusesWhatCannotBe()
    {
        using var officer = await host.OfficerAsync();
        var plan = await host.PlanAsync(officer);
        var page = await officer.GetAsync(CadenceLinks.Add(plan.PlanId));
        var refused = await page.SubmitAsync(page.Form("main form.card"), ("Input.Text", ""), ("Input.Count", "0"), ("Input.To", "1/1/2000"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.TextOf(".error-summary")!.ShouldContain("ít nhất một hình thức");

        var saved = await refused.SubmitAsync(refused.Form("main form.card"), ("Input.Text", "Mỗi tháng một bài"), ("Input.Count", "1"), ("Input.Forms", "Article"), ("Input.From", Typed(MonthsAgo(3))), ("Input.To", Typed(MonthsAgo(-3))), ("Input.DemandFrom", Typed(MonthsAgo(3))));
        saved.Status.ShouldBe(HttpStatusCode.Redirect, saved.TextOf(".error-summary"));
        var id = Guid.Parse(saved.Location!.Split('/')[^1]);
        var edit = await officer.GetAsync(saved.Location!);
        (await edit.SubmitAsync(edit.Form("form[action*='handler=Give']"), ("Target", AgencyTarget.Of(await host.AgencyIdAsync("tg-syt"), null)), ("them", "mot"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var holder = await host.QueryAsync(db => db.Set<CadenceAgency>().SingleAsync(h => h.CadenceId == id));
        holder.From.ShouldBe(MonthsAgo(0), "who is asked now owes the present period, not those before");
        var article = await host.LogActivityAsync("tg-syt", activity => { activity.Form = CommunicationForm.Article; activity.HeldOn(MonthsAgo(1), MonthsAgo(1)); });
        (await host.QueryAsync(db => db.Set<CadenceCount>().Where(c => c.CadenceId == id).SumAsync(c => c.Times))).ShouldBe(1);

        var mine = await officer.GetAsync(CadenceLinks.Edit(plan.PlanId, id));
        (await mine.SubmitAsync(mine.Form("main form.card"), ("Input.Forms", "News"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<CadenceCount>().Where(c => c.CadenceId == id).SumAsync(c => c.Times))).ShouldBe(0, "articles no longer count");
        (await mine.SubmitAsync(mine.Form("main form.card"), ("Input.Count", "4"))).Status.ShouldBe(HttpStatusCode.BadRequest, "somebody changed it since");

        var last = await officer.GetAsync(CadenceLinks.Edit(plan.PlanId, id));
        (await last.SubmitAsync(last.Form("form[action*='handler=Remove']"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.QueryAsync(db => db.Set<CadenceCount>().AnyAsync(c => c.CadenceId == id))).ShouldBeFalse();
        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
        article.State.ShouldBe(ActivityState.Counted);
    }

    [Fact]
    public async Task MissedPeriod_IsExplainedByTheAgency_AndSeenByTheIssuer()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.PlanAsync(issuer);
        var agency = await host.AgencyIdAsync("tg-stp");
        var cadence = await host.DefineAsync(plan.PlanId, Recent, agency, await host.AgencyIdAsync("tg-syt"));
        await host.LogActivityAsync("tg-stp", activity => { activity.Times = 2; activity.HeldOn(MonthsAgo(3), MonthsAgo(3)); });
        var officer = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(officer.Email!, TestData.Password);

        (await browser.GetAsync(CadenceLinks.Mine)).TextOf("main")!.ShouldContain("Ghi nguyên nhân (");
        var missed = await browser.GetAsync(CadenceLinks.Item(cadence.CadenceId, agency, 3));
        missed.TextOf("#ky")!.ShouldContain("Không đạt");
        missed.TextOf("#ky")!.ShouldContain($"hạn ghi bổ sung đến {Loa.Platform.Formats.Date(MonthsAgo(1).AddDays(4))}");
        (await missed.SubmitAsync(missed.Form("#ky form"), ("Text", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await missed.SubmitAsync(missed.Form("#ky form"), ("Text", "Mất điện kéo dài"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(CadenceLinks.Item(cadence.CadenceId, agency, 2))).TextOf("#ky")!.ShouldContain("2/2 lần");
        (await issuer.GetAsync(CadenceLinks.Item(cadence.CadenceId, agency, 3))).TextOf("#ky")!.ShouldContain("Mất điện kéo dài");

        // Late logging turns it.
        await host.LogActivityAsync("tg-stp", activity => { activity.Times = 2; activity.HeldOn(MonthsAgo(2), MonthsAgo(2)); });
        (await browser.GetAsync(CadenceLinks.Item(cadence.CadenceId, agency, 3))).TextOf("#ky .status")!.ShouldBe("Đạt");

        // Another agency's part is nobody else's.
        (await browser.GetAsync(CadenceLinks.Item(cadence.CadenceId, await host.AgencyIdAsync("tg-syt"), 3))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(CadenceLinks.Of(await host.AgencyIdAsync("tg-syt")))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Board_ShowsTheWorstFirst_EachTheirPart_AndAgreesWithTheJudgement()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.PlanAsync(issuer);
        var (good, bad) = (await host.AgencyIdAsync("tg-sxd"), await host.AgencyIdAsync("tg-stc"));
        var cadence = await host.DefineAsync(plan.PlanId, Recent, good, bad);
        for (var month = 0; month <= 4; month++)
        {
            await host.LogActivityAsync("tg-sxd", activity => { activity.Times = 2; activity.HeldOn(MonthsAgo(month), MonthsAgo(month)); });
        }

        var (page, lines) = (await issuer.GetAsync(CadenceLinks.Board(plan.PlanId)), await LinesAsync(plan.PlanId));
        lines.Select(line => line.AgencyId).ShouldBe([bad, good]);
        foreach (var line in lines)
        {
            var held = (await host.InScopeAsync(services => services.GetRequiredService<CadenceReading>().OneAsync(cadence.CadenceId, line.AgencyId, Today, default))).ShouldNotBeNull();
            (line.Missed, line.AtRisk, line.Met).ShouldBe((held.CountOf(CadenceState.Missed), held.CountOf(CadenceState.AtRisk), held.CountOf(CadenceState.Met)));
            line.Demanded.ShouldBe(held.Periods.Count(standing => standing.State != CadenceState.NotDemanded && standing.Period.From <= Today));
        }

        page.Document.QuerySelectorAll("table.board tbody tr").Length.ShouldBe(2);
        (await issuer.GetAsync(CadenceLinks.Board(plan.PlanId) + "?loc=Missed")).Document.QuerySelectorAll("table.board tbody tr").Length.ShouldBe(1);
        (await issuer.GetAsync(CadenceLinks.Board(plan.PlanId) + "?handler=Export")).Status.ShouldBe(HttpStatusCode.OK);
        var own = await host.CreateUserAsync(Role.UnitOfficer, "tg-sxd");
        using var browser = await host.BrowseAsAsync(own.Email!, TestData.Password);
        var part = await browser.GetAsync(CadenceLinks.Board(plan.PlanId));
        part.Document.QuerySelectorAll("table.board tbody tr").Length.ShouldBe(1);
        part.Document.QuerySelector($"a[href='{CadenceLinks.Item(cadence.CadenceId, good)}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Round_TellsAnAgencyOnceOfWhatItMissed()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.PlanAsync(issuer);
        var agency = await host.CreateAgencyAsync("Sở Nhắc định mức");
        var doer = await host.CreateUserAsync(Role.UnitOfficer, agency.Code);
        // Its only period has its last day for late logging yesterday, by the moved clock.
        var time = (MovingTime)host.Services.GetRequiredService<TimeProvider>();
        var tomorrow = Today.AddDays(1);
        var cadence = await host.DefineAsync(plan.PlanId, c => (c.Every, c.GraceDays, c.From, c.To) = ("P1W", 2, tomorrow.AddDays(-30), tomorrow.AddDays(-3)), agency.AgencyId);
        await host.QueryAsync(db => db.Set<CadencePeriod>().Where(period => period.CadenceId == cadence.CadenceId).ExecuteUpdateAsync(set => set.SetProperty(period => period.Demanded, period => period.ClosesOn == tomorrow.AddDays(-1))));
        time.Advance(tomorrow.ToDateTime(new TimeOnly(9, 0)) - host.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamNow);

        await RoundAsync();
        await host.QueryAsync(db => db.Set<CadenceRound>().ExecuteDeleteAsync());
        await RoundAsync();

        var told = await host.QueryAsync(db => db.Set<Notification>().Where(n => n.UserId == doer.Id && n.Kind == MissedCadences.Kind).ToListAsync());
        told.ShouldHaveSingleItem().Title.ShouldContain("định mức không đạt");
    }

    [Fact]
    public async Task Reorganisation_PassesThePromiseOn_AndTakesItBack()
    {
        using var issuer = await host.OfficerAsync();
        var plan = await host.PlanAsync(issuer);
        var (ended, heir) = (await host.CreateAgencyAsync("Sở Cũ"), await host.CreateAgencyAsync("Sở Kế thừa"));
        var cadence = await host.DefineAsync(plan.PlanId, Recent, ended.AgencyId);
        var day = Today.AddDays(-1);
        await host.LogActivityAsync(heir.Code, activity => activity.HeldOn(day, day));

        var change = await host.InScopeAsync(services => services.GetRequiredService<Reorganiser>().RecordAsync(AgencyChangeKind.Merge, day, "Nghị quyết số 9/NQ-HĐND", null,
            (tree, recorded) => Operations.Merge(tree, recorded, [ended.AgencyId], heir.AgencyId)));
        var holders = await host.QueryAsync(db => db.Set<CadenceAgency>().Where(h => h.CadenceId == cadence.CadenceId).ToDictionaryAsync(h => h.AgencyId));
        (holders[ended.AgencyId].To, holders[heir.AgencyId].From).ShouldBe((day.AddDays(-1), day));
        (await host.QueryAsync(db => db.Set<CadenceCount>().Where(c => c.CadenceId == cadence.CadenceId && c.AgencyId == heir.AgencyId).SumAsync(c => c.Times))).ShouldBe(1);

        await host.InScopeAsync(async services =>
        {
            var recorded = await services.GetRequiredService<LoaDbContext>().Set<AgencyChange>().Include(c => c.Parts).SingleAsync(c => c.AgencyChangeId == change.AgencyChangeId);
            await services.GetRequiredService<Reorganiser>().TakeBackAsync(recorded, "Ghi nhầm", default);
        });
        (await host.QueryAsync(db => db.Set<CadenceAgency>().Where(h => h.CadenceId == cadence.CadenceId).ToListAsync())).ShouldHaveSingleItem().To.ShouldBeNull();
        (await host.CadenceFaultsAsync()).ShouldBeEmpty();
    }

    private void Recent(Cadence cadence) => (cadence.From, cadence.To, cadence.DemandFrom) = (MonthsAgo(4), MonthsAgo(-4), MonthsAgo(4));

    private Task<List<BoardLine>> LinesAsync(Guid planId) => host.InScopeAsync(services =>
    {
        var board = services.GetRequiredService<CadenceBoard>();
        return board.Lines(board.Shown(planId, isIssuer: true), null).ToListAsync();
    });

    private Task<List<Guid>> HoldersAsync(Cadence cadence) => host.QueryAsync(db => db.Set<CadenceAgency>().Where(h => h.CadenceId == cadence.CadenceId).Select(h => h.AgencyId).ToListAsync());

    private Task RoundAsync() => host.InScopeAsync(services => services.GetServices<INotificationRound>().OfType<MissedCadences>().Single().RunAsync(default));

    private static string Typed(DateOnly day) => Loa.Platform.Formats.Date(day);

    private static DraftCadence Says(string text, int? count, string? per, List<CommunicationForm> forms, params string[] agencies) =>
        new() { Id = TestData.Unique("d"), Text = text, Count = count, Per = per is null ? null : CalendarInterval.Parse(per), Forms = forms, Agencies = [.. agencies], MinMinutes = text.Contains("15 phút", StringComparison.Ordinal) ? 15 : null };
}

public sealed class CadenceOnSqlite(CadenceOnSqlite.Host host) : CadenceTests(host), IClassFixture<CadenceOnSqlite.Host>
{
    public sealed class Host : SqliteHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}

public sealed class CadenceOnPostgres(CadenceOnPostgres.Host host) : CadenceTests(host), IClassFixture<CadenceOnPostgres.Host>
{
    public sealed class Host : PostgresHost
    {
        private protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<TimeProvider>(new MovingTime());
    }
}
