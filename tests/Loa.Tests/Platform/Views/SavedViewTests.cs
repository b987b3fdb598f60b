using System.Net;
using Loa.Modules.Tasks;
using Loa.Platform.Security;
using Loa.Platform.Views;
using Loa.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Loa.Tests.Platform.Views;

public abstract class SavedViewTests(LoaHost host)
{
    [Fact]
    public async Task View_SavedOpenedRenamedMadeDefaultAndDeleted_BelongsToOnePerson()
    {
        var person = await host.CreateUserAsync(Role.UnitOfficer, "tg-stp");
        using var browser = await host.BrowseAsAsync(person.Email!, TestData.Password);
        using var other = await host.BrowseAsAsync((await host.CreateUserAsync(Role.UnitOfficer, "tg-stp")).Email!, TestData.Password);

        var list = await browser.GetAsync($"{WorkLinks.MyWork}?vai-tro=Lead&trang=2&nhom=Overdue&la=x");
        (await SaveAsync(list, " ")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var saved = await SaveAsync(list, "Chủ trì, quá hạn");
        saved.Location.ShouldBe("/viec?nhom=Overdue&vai-tro=Lead", "in an order of its own, without page and strange parameters");
        (await SaveAsync(list, "Chủ trì, quá hạn")).TextOf(".error-summary")!.ShouldContain("Bạn đã có bộ lọc tên này");
        (await browser.GetAsync(saved.Location!)).TextOf(".saved-views [aria-current=page]").ShouldBe("Chủ trì, quá hạn");
        (await other.GetAsync(saved.Location!)).Document.QuerySelector(".saved-views nav").ShouldBeNull("another person's");

        var mine = await browser.GetAsync(SavedViewLinks.All);
        await Redirects(mine.SubmitAsync(Form(mine, "Rename"), ("Name", "Của tôi")));
        (await mine.SubmitAsync(Form(mine, "Rename"), ("Name", new string('a', SavedView.NameMaxLength + 1)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Redirects(mine.SubmitAsync(Form(mine, "Default")));
        (await browser.GetAsync(WorkLinks.MyWork)).Location.ShouldBe("/viec?nhom=Overdue&vai-tro=Lead");
        (await browser.GetAsync(WorkLinks.MyWorkViews.WholeHref)).Status.ShouldBe(HttpStatusCode.OK, "the whole list can still be had");
        await Redirects(SaveAsync(await browser.GetAsync($"{WorkLinks.MyWork}?phu-trach=toi"), "Việc tôi làm"));
        mine = await browser.GetAsync(SavedViewLinks.All);
        await Redirects(mine.SubmitAsync(mine.Form("main li:last-child form[action*='handler=Default']")));
        (await host.QueryAsync(db => db.Set<SavedView>().Where(view => view.UserId == person.Id && view.IsDefault).Select(view => view.Name).ToListAsync())).ShouldBe(["Việc tôi làm"]);

        var foreign = await other.GetAsync(SavedViewLinks.All);
        var token = foreign.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Rename", "Delete", "Default" })
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Id", mine.Document.QuerySelector("main [name=Id]")!.GetAttribute("value")!), new("Name", "x"), new("IsDefault", "true")]);
            (await other.PostAsync($"{SavedViewLinks.All}?handler={handler}", form)).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        for (var i = 2; i < SavedView.Most; i++)
        {
            await Redirects(SaveAsync(list, $"Bộ lọc {i}"));
        }

        (await SaveAsync(list, "Một cái nữa")).TextOf(".error-summary")!.ShouldContain("nhiều nhất 30");
        mine = await browser.GetAsync(SavedViewLinks.All);
        await Redirects(mine.SubmitAsync(Form(mine, "Delete")));
        (await host.QueryAsync(db => db.Set<SavedView>().CountAsync(view => view.UserId == person.Id))).ShouldBe(SavedView.Most - 1);
    }

    private static Task<TestPage> SaveAsync(TestPage list, string name) => list.SubmitAsync(list.Form("main .saved-views form"), ("Name", name));

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(TestPage page, string handler) => page.Form($"main form[action*='handler={handler}']");

    private static async Task Redirects(Task<TestPage> answer) => (await answer).Status.ShouldBe(HttpStatusCode.Redirect, (await answer).TextOf(".error-summary"));
}

public sealed class SavedViewsOnSqlite(SqliteHost host) : SavedViewTests(host), IClassFixture<SqliteHost>;

public sealed class SavedViewsOnPostgres(PostgresHost host) : SavedViewTests(host), IClassFixture<PostgresHost>;
