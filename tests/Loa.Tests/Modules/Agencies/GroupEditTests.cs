using System.Net;
using Loa.Modules.Agencies;
using Loa.Platform.Security;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Modules.Agencies;

public abstract class GroupEditTests(LoaHost host)
{
    private const string Form = "main form:has([name='Form.Name'])";

    [Fact]
    public async Task Group_AddedPreviewedEditedAndDeleted()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var code = TestData.Unique("nhom");
        var health = await host.AgencyIdAsync("tg-syt");
        var page = await browser.GetAsync(AgencyLinks.EditGroup);
        (string, string)[] typed = [("Form.Name", "Các cơ quan báo chí thử " + code), ("Form.Code", code), ("Form.Kinds", "Media"), ("Form.Levels", "Province")];

        var withMember = await page.SubmitAsync(Aimed(page, "Member"), [.. typed, ("Member", health.ToString()), ("loai", "them")]);
        withMember.TextOf("main")!.ShouldContain("Sở Y tế tỉnh Thanh Giang");
        var preview = await withMember.SubmitAsync(Aimed(withMember, "Preview"));
        preview.TextOf("#nghia-la")!.ShouldContain("Đài Phát thanh - Truyền hình tỉnh Thanh Giang");
        preview.TextOf("#nghia-la")!.ShouldContain("Sở Y tế tỉnh Thanh Giang");
        (await host.QueryAsync(db => db.Set<AgencyGroup>().AnyAsync(group => group.Code == code))).ShouldBeFalse("a preview keeps nothing");
        (await preview.SubmitAsync(preview.Form(Form))).Status.ShouldBe(HttpStatusCode.Redirect);

        var (first, second) = (await browser.GetAsync(AgencyLinks.Group(code)), await browser.GetAsync(AgencyLinks.Group(code)));
        (await first.SubmitAsync(first.Form(Form), ("Form.Phrases", "báo chí thử"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await second.SubmitAsync(second.Form(Form), ("Form.Phrases", "báo đài thử"));
        late.Status.ShouldBe(HttpStatusCode.BadRequest);
        late.TextOf(".error-summary")!.ShouldContain("Người khác vừa sửa nhóm này");
        (await GroupAsync(code))!.Phrases.ShouldBe("báo chí thử");
        (await GroupAsync(code))!.Members.ShouldHaveSingleItem().AgencyId.ShouldBe(health);

        var last = await browser.GetAsync(AgencyLinks.Group(code));
        (await last.SubmitAsync(last.Form("main form:has([name=confirm])"), ("confirm", "khác"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await GroupAsync(code)).ShouldNotBeNull();
        (await last.SubmitAsync(last.Form("main form:has([name=confirm])"), ("confirm", "Các cơ quan báo chí thử " + code))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await GroupAsync(code)).ShouldBeNull();
    }

    [Fact]
    public async Task Group_WithNoRuleAndNoMember_IsRefused()
    {
        using var browser = await host.BrowseAsAsync(Role.Administrator);
        var page = await browser.GetAsync(AgencyLinks.EditGroup);

        var answer = await page.SubmitAsync(page.Form(Form), ("Form.Name", "Nhóm trống"), ("Form.Code", TestData.Unique("trong")));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.TextOf(".error-summary")!.ShouldContain("Hãy chọn ít nhất một loại và một cấp");
    }

    [Fact]
    public async Task Group_ForTheOfficerOfAPart_DoesNotExist()
    {
        using var browser = await host.BrowseAsAsync(Role.ProgrammeOfficer);
        var code = await host.QueryAsync(db => db.Set<AgencyGroup>().Select(group => group.Code).FirstAsync());

        (await browser.GetAsync(AgencyLinks.EditGroup)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AgencyLinks.Group(code))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(AgencyLinks.Groups)).Document.QuerySelector($"main a[href='{AgencyLinks.Group(code)}']").ShouldBeNull();
    }

    [Fact]
    public async Task Agency_ShowsItsPeopleToThoseOfItsBranchOnly()
    {
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        var other = await host.CreateUserAsync(Role.Leader, "hsl");
        using var stranger = await host.BrowseAsAsync(other.Email!, TestData.Password);
        using var officer = await host.BrowseAsAsync(Role.ProgrammeOfficer);

        (await officer.GetAsync(AgencyLinks.Detail("tg-stp"))).TextOf("main")!.ShouldContain(person.DisplayName);
        (await stranger.GetAsync(AgencyLinks.Detail("tg-stp"))).TextOf("main")!.ShouldNotContain(person.DisplayName);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Aimed(TestPage page, string handler)
    {
        var form = page.Form(Form);
        form.SetAttribute("action", page.Document.QuerySelectorAll("main button[formaction]").Select(button => button.GetAttribute("formaction")!).First(action => action.Contains("handler=" + handler, StringComparison.Ordinal)));
        return form;
    }

    private Task<AgencyGroup?> GroupAsync(string code) => host.QueryAsync(db => db.Set<AgencyGroup>().Include(group => group.Members).FirstOrDefaultAsync(group => group.Code == code));
}

public sealed class GroupEditOnSqlite(SqliteHost host) : GroupEditTests(host), IClassFixture<SqliteHost>;

public sealed class GroupEditOnPostgres(PostgresHost host) : GroupEditTests(host), IClassFixture<PostgresHost>;
