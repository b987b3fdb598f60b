using System.Runtime.CompilerServices;
using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Accounts;
using Loa.Modules.Activities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>An officer with a phone: logs an activity, a series, and one without a network.</summary>
[Collection(BrowserRoom.Name)]
public sealed class LoggingTests(Browser browser)
{
    private const string Officer = "sotuphap@thanhgiang.example";
    private const string Another = "soyte@thanhgiang.example";

    [Fact]
    public async Task Log_OnAPhone_ThenASeriesOfIt()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await RunAsync(server, async page =>
        {
            await page.SignInAsync(Officer);
            await page.GotoAsync(ActivityLinks.Log);
            await page.Locator("#tim").FillAsync("loa truyen");
            await Assertions.Expect(page.Locator("main a.tile:visible")).ToHaveCountAsync(1);
            await page.Locator("main a.tile:visible").ClickAsync();
            await page.GetByLabel("Tên hoặc nội dung").FillAsync("Hướng dẫn nộp hồ sơ trực tuyến");
            await page.GetByLabel("Số phút mỗi lần").FillAsync("15");
            await Assertions.Expect(page.GetByLabel("Kinh phí (đồng)")).ToBeHiddenAsync();
            await page.ClickButtonAsync("Ghi");
            await page.WaitForURLAsync("**/hoat-dong/*#minh-chung");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã ghi hoạt động.");
            await page.LookAsync("activity-logged");

            await page.GetByRole(AriaRole.Link, new() { Name = "Ghi cho nhiều ngày" }).ClickAsync();
            await page.GetByLabel("Từ ngày", new() { Exact = true }).FillAsync("6/1/2026");
            await page.GetByLabel("Đến ngày", new() { Exact = true }).FillAsync("31/3/2026");
            await page.ClickButtonAsync("Xem các ngày");
            await Assertions.Expect(page.Locator("[name=Days]")).ToHaveCountAsync(13);
            await page.LookAsync("activity-series-days");
            await page.ClickButtonAsync("Ghi các ngày đã đánh dấu");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã ghi 13 hoạt động.");
            (await CountAsync(server)).ShouldBe(14);
        });
    }

    [Fact]
    public async Task Log_WithoutANetwork_IsKeptAndSentOnce_AndNeverAsAnother()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await RunAsync(server, async page =>
        {
            await page.SignInAsync(Officer);
            await page.GotoAsync(ActivityLinks.LogForm(CommunicationForm.News));
            await page.GetByLabel("Tên hoặc nội dung").FillAsync("Tin ghi dở");
            await UntilAsync(page, "() => Object.keys(localStorage).some(key => key.includes('draft'))");
            await page.ReloadAsync();
            await Assertions.Expect(page.GetByLabel("Tên hoặc nội dung")).ToHaveValueAsync("Tin ghi dở");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã lấy lại bản đang ghi dở.");

            await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
            await UntilAsync(page, "async () => (await (await caches.open('loa-log-1')).keys()).some(request => request.url.includes('hinh-thuc=News'))");
            await page.Context.SetOfflineAsync(true);
            await page.ClickButtonAsync("Ghi");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chưa có mạng");
            await Assertions.Expect(page.Locator(".outbox")).ToContainTextAsync("Chưa gửi (1)");
            await page.GotoAsync(ActivityLinks.LogForm(CommunicationForm.News));
            await page.GetByLabel("Tên hoặc nội dung").FillAsync("Tin thứ hai lúc mất mạng");
            await page.ClickButtonAsync("Ghi");
            await Assertions.Expect(page.Locator(".outbox")).ToContainTextAsync("Chưa gửi (2)");
            (await CountAsync(server)).ShouldBe(0);

            await page.Context.SetOfflineAsync(false);
            await Assertions.Expect(page.Locator(".outbox")).ToBeHiddenAsync();
            (await CountAsync(server)).ShouldBe(2);
        });
    }

    [Fact]
    public async Task Unsent_IsNotSentUnderAnotherAccount_AndIsGoneAfterSigningOut()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await RunAsync(server, async page =>
        {
            await page.SignInAsync(Officer);
            await page.GotoAsync(ActivityLinks.LogForm(CommunicationForm.News));
            await page.GetByLabel("Tên hoặc nội dung").FillAsync("Tin của người trước");
            await page.Context.SetOfflineAsync(true);
            await page.ClickButtonAsync("Ghi");
            await Assertions.Expect(page.Locator(".outbox")).ToContainTextAsync("Chưa gửi (1)");
            await page.Context.SetOfflineAsync(false);

            // The session ends without signing out, and somebody else takes the phone. Whatever was sent at once is the first person's.
            var sent = await CountAsync(server);
            await page.SignInAsync(Another);
            await page.GotoAsync(ActivityLinks.List);
            await Assertions.Expect(page.Locator(".outbox")).ToBeHiddenAsync();
            (await CountAsync(server)).ShouldBeInRange(sent, 1);
            (await OfAsync(server, Another)).ShouldBe(0);

            page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
            await page.Locator(".bar .menu").Last.Locator("summary").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
            await page.WaitForURLAsync("**/dang-nhap**");
            (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('loa-unsent')).length")).ShouldBe(0);
            (await page.EvaluateAsync<int>("async () => { let pages = 0; for (const name of await caches.keys()) pages += (await (await caches.open(name)).keys()).filter(request => request.url.includes('/hoat-dong')).length; return pages; }")).ShouldBe(0);
        });
    }

    /// <summary>Asked from outside the page, whose security policy lets no text become a program.</summary>
    private static async Task UntilAsync(IPage page, string condition)
    {
        for (var tries = 0; tries < 150 && !await page.EvaluateAsync<bool>(condition); tries++)
        {
            await Task.Delay(100);
        }

        (await page.EvaluateAsync<bool>(condition)).ShouldBeTrue(condition);
    }

    private Task RunAsync(LoaServer server, Func<IPage, Task> test, [CallerMemberName] string name = "") =>
        browser.RunAsync(server, test, options => options.ViewportSize = new ViewportSize { Width = 360, Height = 740 }, name);

    private static async Task<int> CountAsync(LoaServer server)
    {
        await using var scope = server.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LoaDbContext>().Set<Activity>().CountAsync();
    }

    private static async Task<int> OfAsync(LoaServer server, string email)
    {
        await using var scope = server.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoaDbContext>();
        return await db.Set<Activity>().CountAsync(activity => db.Set<User>().Any(user => user.Id == activity.LoggedById && user.Email == email));
    }
}
