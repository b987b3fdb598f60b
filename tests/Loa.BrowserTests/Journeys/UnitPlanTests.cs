using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Accounts.Demo;
using Loa.Modules.Plans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

[Collection(BrowserRoom.Name)]
public sealed class UnitPlanTests(Browser browser)
{
    [Fact]
    public async Task UnitPlan_FromTheWorkThatWasGivenToItsText_SavesItselfAndSaysWhatIsLeft()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await using var scope = server.App.Services.CreateAsyncScope();
        var parent = (await SamplePlans.CreateAsync(scope.ServiceProvider)).PlanId;
        await browser.RunAsync(server, async page =>
        {
            var signIn = new SignInPage(page);
            await signIn.OpenAsync();
            await signIn.SignInAsync("soyte@thanhgiang.example", DemoAccounts.Password);
            await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
            await page.GotoAsync("/viec");
            await page.Locator($"a[href='{PlanLinks.StartUnitPlan(parent)}']").First.ClickAsync();
            await page.GetByLabel("2. Đăng tin, bài về cải cách hành chính trên Cổng Thông tin điện tử tỉnh").UncheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu soạn" }).ClickAsync();
            await Assertions.Expect(page.Locator(".review.written.live")).ToBeVisibleAsync();

            // What was left out comes with one click; the page stays where it is.
            var import = new ImportPages(page);
            await Assertions.Expect(import.Tasks).ToHaveCountAsync(1);
            await page.Locator(".missing li button").ClickAsync();
            await Assertions.Expect(import.Tasks).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator(".missing")).ToHaveCountAsync(0);
            await Assertions.Expect(import.Tab("nhiem-vu").Locator(".count")).ToHaveTextAsync("2");

            // A day behind the parent's is said as soon as it is typed, and the sum follows.
            var first = import.Tasks.First;
            await first.Locator("[name='f-to']").FillAsync("15/8/2024");
            await first.Locator("[name='f-estimate']").FillAsync("1500000");
            await first.Locator("[name='f-inCharge']").FillAsync("Phan Ngọc Lam");
            await first.Locator("[name='f-content']").FocusAsync();
            await Assertions.Expect(first.Locator(".clause")).ToContainTextAsync("Hạn ở sau hạn của kế hoạch cấp trên");
            await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("Tổng dự toán 1.500.000 đồng");

            // A task of one's own, and the text of it all.
            await page.GetByRole(AriaRole.Button, new() { Name = "Thêm nhiệm vụ", Exact = true }).ClickAsync();
            await Assertions.Expect(import.Tasks).ToHaveCountAsync(3);
            await import.Tasks.Last.Locator("[name='f-content']").FillAsync("Phát tờ gấp tại Trung tâm Kiểm soát bệnh tật");
            await import.Tasks.Last.Locator("[name='f-when']").FocusAsync();
            await Assertions.Expect(import.Saved).ToContainTextAsync("Đã lưu lúc");
            await page.GetByRole(AriaRole.Link, new() { Name = "Xem văn bản" }).Last.ClickAsync();
            await Assertions.Expect(page.Locator(".doc")).ToContainTextAsync("Phát tờ gấp tại Trung tâm Kiểm soát bệnh tật");
            await Assertions.Expect(page.Locator(".checks")).ToContainTextAsync("không có sai lệch");

            // A gap leads to its field.
            await page.GetByRole(AriaRole.Link, new() { Name = "2 nhiệm vụ chưa có người phụ trách" }).ClickAsync();
            await Assertions.Expect(import.Tasks.Nth(1)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-current"));
        });
    }
}
