using System.Net;
using Loa.Data;
using Loa.Modules.Accounts;
using Loa.Modules.Agencies;
using Loa.Modules.Circulations;
using Loa.Modules.Notifications;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Audit;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Tests.Modules.Circulations;

public abstract class CirculationTests(LoaHost host)
{
    [Fact]
    public async Task Send_ADocument_ReachesExactlyThePeopleOfTheChosenAgencies()
    {
        var (one, two) = (await host.CreateAgencyAsync("Sở Nhận Một"), await host.CreateAgencyAsync("Sở Nhận Hai"));
        var below = await host.CreateAgencyAsync("Phòng Bên Dưới", AgencyKind.Division, AgencyLevel.Province, one.Code);
        var first = await host.CreateUserAsync(Role.UnitOfficer, one.Code);
        var both = await host.CreateUserAsync(Role.Leader, one.Code);
        await host.GrantAsync(both, Role.UnitOfficer, two.Code);
        var locked = await host.CreateUserAsync(Role.UnitOfficer, two.Code);
        await ChangeAsync(locked, person => person.IsDisabled = true);
        var under = await host.CreateUserAsync(Role.UnitOfficer, below.Code);
        using var sender = await host.OfficerAsync();

        (await sender.UploadAsync([], "rong.pdf")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var page = await sender.ComposeAsync(AgencyTarget.Of(one.AgencyId, null), AgencyTarget.Of(two.AgencyId, null));
        page.TextOf("#noi-nhan")!.ShouldContain("2 cơ quan, 3 người có tài khoản", customMessage: "a person of two agencies is counted in each of them here");
        (await page.PressAsync("", ("Title", ""), ("ReadBy", "01/01/2020"))).Document.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        var sent = await host.SentAsync(await page.PressAsync("", ("Title", "Công văn cải cách hành chính"), ("ReadBy", "31/12/2099")));
        // The button pressed twice.
        (await page.PressAsync("", ("Title", "Công văn cải cách hành chính"))).Location.ShouldBe(CirculationLinks.Follow(sent.CirculationId));

        (await RecipientsAsync(sent)).Select(r => (r.UserId, r.AgencyId)).ShouldBe([(first.Id, one.AgencyId), (both.Id, one.AgencyId)], ignoreOrder: true);
        (await RecipientsAsync(sent)).ShouldNotContain(r => r.UserId == under.Id || r.UserId == locked.Id);
        (await host.QueryAsync(db => db.Set<Notification>().CountAsync(n => n.Kind == CirculationDesk.Kind && n.UserId == both.Id))).ShouldBe(1);
        var fresh = await sender.ComposeAsync(AgencyTarget.Of(two.AgencyId, null));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fresh.PressAsync("", ("Title", "Bấm nhiều lần"))))).Select(answer => (answer.Status, answer.Location)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.Redirect);
        using var reader = await host.BrowseAsAsync(first.Email!, TestData.Password);
        var inbox = await reader.GetAsync(CirculationLinks.Inbox);
        inbox.TextOf("#readings")!.ShouldContain("Công văn cải cách hành chính");
        inbox.TextOf(".rail .count").ShouldBe("1");
        var whole = await (await sender.ComposeAsync()).PressAsync("Add", ("Target", AgencyTarget.Of(one.AgencyId, null)), ("them", "ca-duoi"));
        whole.TextOf("#noi-nhan")!.ShouldContain("2 cơ quan, 3 người", customMessage: "the agency and the one below it");
    }

    [Fact]
    public async Task Acknowledge_OnlyAfterOpening_CountsOnceHoweverOftenItIsSaid()
    {
        var agency = await host.CreateAgencyAsync("Sở Đọc");
        var person = await host.CreateUserAsync(Role.UnitOfficer, agency.Code);
        await host.CreateUserAsync(Role.UnitOfficer, agency.Code);
        using var sender = await host.OfficerAsync();
        var sent = await host.SendAsync(sender, "Văn bản để đọc", agency);
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var address = CirculationLinks.Reading(sent.CirculationId);
        var page = await browser.GetAsync(address);

        (await page.SubmitAsync(page.Form("main form#xac-nhan"))).Status.ShouldBe(HttpStatusCode.BadRequest, "not opened yet");
        var shown = await browser.GetAsync(CirculationLinks.Open(sent.CirculationId, inPlace: true));
        (shown.Header("Content-Type"), shown.Header("Content-Disposition")!.Split(';')[0]).ShouldBe(("application/pdf", "inline"));
        shown.Header("Content-Security-Policy")!.ShouldContain("default-src 'none'");
        (await browser.GetAsync(CirculationLinks.Open(sent.CirculationId))).Header("Content-Disposition")!.ShouldStartWith("attachment");
        (await RecipientsAsync(sent)).ShouldAllBe(r => r.AcknowledgedAt == null, "opening alone does not count");
        var answers = await Task.WhenAll(page.SubmitAsync(page.Form("main form#xac-nhan")), page.SubmitAsync(page.Form("main form#xac-nhan")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        (await RecipientsAsync(sent)).Count(r => r.AcknowledgedAt != null).ShouldBe(1);
        (await host.QueryAsync(db => db.Set<AuditChange>().CountAsync(c => c.SubjectId == sent.CirculationId && c.EntityType == nameof(CirculationRecipient)))).ShouldBe(1);
        (await browser.GetAsync(address)).Document.QuerySelector("form#xac-nhan").ShouldBeNull();
        (await browser.GetAsync(CirculationLinks.Inbox)).Document.QuerySelector(".rail .count").ShouldBeNull();
        (await sender.GetAsync(CirculationLinks.Follow(sent.CirculationId))).TextOf(".stats")!.ShouldContain("1/2 (50%)");
    }

    [Fact]
    public async Task Share_PeopleLeaveAndJoinAndAreToldDirectly_StaysWithinTheWhole()
    {
        var agency = await host.CreateAgencyAsync("Sở Có Người Đi");
        await SetHeadcountAsync(agency, 5);
        var (read, leaves) = (await host.CreateUserAsync(Role.UnitOfficer, agency.Code), await host.CreateUserAsync(Role.UnitOfficer, agency.Code));
        using var sender = await host.OfficerAsync();
        var sent = await host.SendAsync(sender, "Văn bản có người đi, người đến", agency);
        using var browser = await host.BrowseAsAsync(read.Email!, TestData.Password);
        await browser.ReadAsync(sent);
        var follow = CirculationLinks.Follow(sent.CirculationId);
        (await sender.GetAsync(follow)).TextOf(".stats")!.ShouldContain("1/2 (50%)");

        await host.QueryAsync(db => db.Set<RoleGrant>().Where(grant => grant.UserId == leaves.Id).ExecuteDeleteAsync());
        (await sender.GetAsync(follow)).TextOf(".stats")!.ShouldContain("1/1 (100%)", customMessage: "who left without having read is no longer asked");
        await ChangeAsync(read, person => person.IsDisabled = true);
        (await sender.GetAsync(follow)).TextOf(".stats")!.ShouldContain("1/1 (100%)", customMessage: "who read it was staff then");
        var joined = await host.CreateUserAsync(Role.UnitOfficer, agency.Code);
        var page = await sender.GetAsync(follow);
        page.TextOf("main")!.ShouldContain("1 người mới đến chưa được hỏi");
        await Redirects(page.SubmitAsync(Form(page, "AddJoined")));
        (await sender.GetAsync(follow)).TextOf(".stats")!.ShouldContain("1/2 (50%)");

        using var officer = await host.BrowseAsAsync(joined.Email!, TestData.Password);
        var part = await officer.GetAsync(CirculationLinks.Agency(sent.CirculationId, agency.AgencyId));
        (await part.SubmitAsync(Form(part, "Record"), ("Number", "0"), ("HeldOn", "01/01/2020"))).Document.QuerySelectorAll(".error-summary li").Length.ShouldBe(2);
        var today = Formats.Date(host.Services.GetRequiredService<Calendar>().VietnamToday);
        await Redirects(part.SubmitAsync(Form(part, "Record"), ("Number", "3"), ("HeldOn", today), ("Form", "Posting"), ("Note", "Bảng tin tầng một")));
        (await officer.GetAsync(follow)).TextOf(".stats")!.ShouldContain("4/5 (80%)");
        await Redirects(part.SubmitAsync(Form(part, "Record"), ("Number", "30"), ("HeldOn", today)));
        part = await officer.GetAsync(CirculationLinks.Agency(sent.CirculationId, agency.AgencyId));
        part.TextOf(".stats")!.ShouldContain("5/5 (100%)");
        part.TextOf(".notice.warning").ShouldNotBeNull("more than there are is said, not hidden");
        await Redirects(part.SubmitAsync(Form(part, "TakeBack")));
        (await officer.GetAsync(follow)).TextOf(".stats")!.ShouldContain("4/5 (80%)");
    }

    [Fact]
    public async Task Sender_RemindsExtendsAnswersAndWithdraws()
    {
        var agency = await host.CreateAgencyAsync("Sở Được Nhắc");
        var person = await host.CreateUserAsync(Role.UnitOfficer, agency.Code);
        using var sender = await host.OfficerAsync();
        var sent = await host.SendAsync(sender, "Văn bản được nhắc", agency);
        using var reader = await host.BrowseAsAsync(person.Email!, TestData.Password);
        var follow = CirculationLinks.Follow(sent.CirculationId);
        var reading = await reader.GetAsync(CirculationLinks.Reading(sent.CirculationId));
        await Redirects(reading.SubmitAsync(Form(reading, "Remark"), ("Text", "Áp dụng từ ngày nào?")));

        var page = await sender.GetAsync(follow);
        await Redirects(page.SubmitAsync(Form(page, "Remind")));
        await Redirects(page.SubmitAsync(Form(page, "Remind")));
        await Redirects(page.SubmitAsync(Form(page, "Answer"), ("Text", "Từ ngày ký.")));
        (await page.SubmitAsync(Form(page, "Extend"), ("ReadBy", "01/01/2020"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Redirects(page.SubmitAsync(Form(page, "Extend"), ("ReadBy", "31/12/2099")));
        (await page.SubmitAsync(Form(page, "Extend"), ("ReadBy", "30/12/2099"))).TextOf(".error-summary")!.ShouldContain("Người khác vừa thay đổi");

        (await NotificationsAsync(person, "/remind/")).ShouldBe(1, "at most once a day");
        (await NotificationsAsync(person, "/extended/")).ShouldBe(1);
        (await reader.GetAsync(CirculationLinks.Reading(sent.CirculationId))).TextOf("#trao-doi")!.ShouldContain("Từ ngày ký.");
        (await sender.GetAsync($"{CirculationLinks.People(sent.CirculationId)}?trang-thai=chua-doc")).TextOf("#people")!.ShouldContain("Người Kiểm Thử");
        foreach (var export in new[] { $"{follow}?handler=Export", $"{CirculationLinks.People(sent.CirculationId)}?handler=Export" })
        {
            var sheet = await sender.GetAsync(export);
            (sheet.Status, sheet.Header("Content-Disposition")!.Contains(".xlsx", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.OK, true));
        }

        foreach (var sort in new[] { "ten", "-ty-le", "truc-tiep", "con-lai" })
        {
            (await sender.GetAsync($"{follow}?sap-xep={sort}")).TextOf("#agencies tbody")!.ShouldContain("Sở Được Nhắc");
        }

        (await host.InScopeAsync(async services => await services.GetServices<ICalendarSource>().OfType<CirculationCalendarSource>().Single().ItemsAsync(person.Id, new DateOnly(2099, 12, 1), new DateOnly(2099, 12, 31), default).ToListAsync()))
            .ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2099, 12, 31));
        (await sender.GetAsync($"{follow}?handler=Export&dang=csv")).Text.ShouldContain("Sở Được Nhắc");
        page = await sender.GetAsync(follow);
        (await page.SubmitAsync(Form(page, "Withdraw"), ("Reason", " "))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Redirects(page.SubmitAsync(Form(page, "Withdraw"), ("Reason", "Gửi nhầm bản")));
        (await reader.GetAsync(CirculationLinks.Inbox)).Document.QuerySelector($"a[href='{CirculationLinks.Reading(sent.CirculationId)}']").ShouldBeNull();
        (await reader.GetAsync(CirculationLinks.Reading(sent.CirculationId))).TextOf("main")!.ShouldContain("Gửi nhầm bản");
        (await reading.SubmitAsync(reading.Form("main form#xac-nhan"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync(CirculationLinks.Open(sent.CirculationId))).Status.ShouldBe(HttpStatusCode.NotFound, "it was taken back");
        (await sender.GetAsync(CirculationLinks.Open(sent.CirculationId))).Status.ShouldBe(HttpStatusCode.OK);
        (await page.SubmitAsync(Form(page, "Remind"))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ForeignAgencyOrWrongRole_SeesNothingAndDoesNothing()
    {
        var (one, two) = (await host.CreateAgencyAsync("Sở Trong Cuộc"), await host.CreateAgencyAsync("Sở Cùng Nhận"));
        var stranger = await host.CreateUserAsync(Role.ProgrammeOfficer, (await host.CreateAgencyAsync("Sở Ngoài Cuộc")).Code);
        var leader = await host.CreateUserAsync(Role.Leader, one.Code);
        await host.CreateUserAsync(Role.UnitOfficer, two.Code);
        using var sender = await host.OfficerAsync();
        var sent = await host.SendAsync(sender, "Văn bản không phải của ai cũng được", one, two);
        using var foreign = await host.BrowseAsAsync(stranger.Email!, TestData.Password);
        using var browser = await host.BrowseAsAsync(leader.Email!, TestData.Password);

        foreach (var address in new[] { CirculationLinks.Reading(sent.CirculationId), CirculationLinks.Open(sent.CirculationId), CirculationLinks.Follow(sent.CirculationId), CirculationLinks.People(sent.CirculationId), CirculationLinks.Agency(sent.CirculationId, one.AgencyId) })
        {
            (await foreign.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        var refused = await (await foreign.ComposeAsync(AgencyTarget.Of(one.AgencyId, null))).PressAsync("", ("Title", "Ngoài phạm vi"));
        (refused.Status, refused.TextOf(".error-summary")!.Contains("Hãy chọn cơ quan nhận", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
        (await browser.GetAsync(CirculationLinks.Send)).Status.ShouldBe(HttpStatusCode.NotFound, "a leader does not send");
        var own = await browser.GetAsync(CirculationLinks.Follow(sent.CirculationId));
        own.TextOf(".stats")!.ShouldContain("0/1 (0%)", customMessage: "a leader sees their own part");
        own.TextOf("#agencies")!.ShouldNotContain("Sở Cùng Nhận");
        (await browser.GetAsync($"{CirculationLinks.People(sent.CirculationId)}")).Document.QuerySelectorAll("#people tbody tr").Length.ShouldBe(1);
        (await browser.GetAsync(CirculationLinks.Agency(sent.CirculationId, two.AgencyId))).Status.ShouldBe(HttpStatusCode.NotFound);
        var part = await browser.GetAsync(CirculationLinks.Agency(sent.CirculationId, one.AgencyId));
        part.Document.QuerySelector("form[action*='handler=Record']").ShouldBeNull("a leader reads, and records nothing");
        var token = own.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in new[] { $"{CirculationLinks.Follow(sent.CirculationId)}?handler=Withdraw", $"{CirculationLinks.Follow(sent.CirculationId)}?handler=Remind", $"{CirculationLinks.Agency(sent.CirculationId, one.AgencyId)}?handler=Record" })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Reason", "x"), new("Number", "1")]);
            (await browser.PostAsync(address, form)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    [Fact]
    public async Task Send_APlan_AsksThoseWhoHaveWorkInItAndLeadsToThePlan()
    {
        using var sender = await host.OfficerAsync();
        var plan = await host.IssueAsync(sender, await host.ImportAsync(sender, new PlanDocx { Reference = $"{Random.Shared.Next(1000, 9000)}/KH-UBND" }.Write(), $"{TestData.Unique("kh")}.docx"));
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tg-stc");
        var start = (await sender.GetAsync(PlanLinks.Plan(plan.PlanId))).Document.QuerySelector("a[href^='/quan-triet/gui']")!.GetAttribute("href")!;

        var page = await (await sender.GetAsync(start)).AddAsync(CirculationReach.PlanTarget);
        var sent = await host.SentAsync(await page.PressAsync(""));

        sent.PlanId.ShouldBe(plan.PlanId);
        // Who issues for one of those agencies may pass the plan on to it, and not to everybody else who works on it.
        var stranger = await host.CreateUserAsync(Role.ProgrammeOfficer, "tg-stc");
        using var foreign = await host.BrowseAsAsync(stranger.Email!, TestData.Password);
        var narrow = await (await foreign.GetAsync(start)).AddAsync(CirculationReach.PlanTarget, AgencyTarget.Of(await host.AgencyIdAsync("tg-sxd"), null));
        (await narrow.PressAsync("")).Status.ShouldBe(HttpStatusCode.BadRequest, "the Department of Construction is not theirs");
        var passed = await host.SentAsync(await (await (await foreign.GetAsync(start)).AddAsync(CirculationReach.PlanTarget)).PressAsync(""));
        var finance = await host.AgencyIdAsync("tg-stc");
        (await host.QueryAsync(db => db.Set<CirculationAgency>().Where(a => a.CirculationId == passed.CirculationId).Select(a => a.AgencyId).ToListAsync())).ShouldBe([finance]);
        var holders = plan.Tasks.SelectMany(task => task.Assignments).Select(work => work.HolderAgencyId).Distinct().Count();
        (await host.QueryAsync(db => db.Set<CirculationAgency>().CountAsync(a => a.CirculationId == sent.CirculationId))).ShouldBe(holders);
        using var reader = await host.BrowseAsAsync(person.Email!, TestData.Password);
        (await reader.GetAsync(CirculationLinks.Open(sent.CirculationId))).Location.ShouldBe(PlanLinks.Plan(plan.PlanId));
        await reader.ReadAsync(sent);
        (await reader.GetAsync($"{CirculationLinks.Inbox}?xem=da-doc")).Document.QuerySelector($"a[href='{CirculationLinks.Reading(sent.CirculationId)}']").ShouldNotBeNull();
        (await sender.GetAsync(CirculationLinks.Sent)).Document.QuerySelector($"a[href='{CirculationLinks.Follow(sent.CirculationId)}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, 0, "–")]
    [InlineData(999, 1000, "999/1.000 (99,9%)")]
    [InlineData(9999, 10000, "9.999/10.000 (99,9%)")]
    [InlineData(7, 5, "5/5 (100%)")]
    public void Share_NeverSaysMoreThanThereIs(long part, long whole, string text) => new Share(part, whole).ToString().ShouldBe(text);

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(TestPage page, string handler) => page.Form($"main form[action*='handler={handler}']");

    private static async Task Redirects(Task<TestPage> answer) => (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf(".error-summary"));

    private Task<List<CirculationRecipient>> RecipientsAsync(Circulation circulation) =>
        host.QueryAsync(db => db.Set<CirculationRecipient>().AsNoTracking().Where(r => r.CirculationId == circulation.CirculationId).ToListAsync());

    private Task<int> NotificationsAsync(User person, string key) => host.QueryAsync(db => db.Set<Notification>().CountAsync(n => n.UserId == person.Id && n.Key.Contains(key)));

    private Task ChangeAsync(User person, Action<User> change) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        change(await db.Set<User>().SingleAsync(user => user.Id == person.Id));
        await db.SaveChangesAsync();
    });

    private Task SetHeadcountAsync(Agency agency, int people) => host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<LoaDbContext>();
        db.Add(new AgencyHeadcount { AgencyId = agency.AgencyId, CountedOn = new DateOnly(2024, 1, 1), Count = people });
        db.Add(new AgencyHeadcount { AgencyId = agency.AgencyId, CountedOn = new DateOnly(2090, 1, 1), Count = 1 });
        await db.SaveChangesAsync();
    });
}

public sealed class CirculationOnSqlite(SqliteHost host) : CirculationTests(host), IClassFixture<SqliteHost>;

public sealed class CirculationOnPostgres(PostgresHost host) : CirculationTests(host), IClassFixture<PostgresHost>;
