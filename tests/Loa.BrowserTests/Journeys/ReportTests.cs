using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Reports;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>A report from its outline to the Word file: opened, filled and corrected by a unit, returned, sent again, accepted, rolled up, exported.</summary>
[Collection(BrowserRoom.Name)]
public sealed class ReportTests(Browser browser)
{
    private const string Province = "vanphong@thanhgiang.example";
    private const string Unit = "sotuphap@thanhgiang.example";

    [Fact]
    public async Task Report_FilledReturnedAcceptedAndRolledUp_BecomesAWordFile()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await browser.RunAsync(server, async page =>
        {
            await page.SignInAsync(Province);
            await page.GotoAsync(ReportLinks.NewOutline);
            await page.GetByLabel("Tên đề cương").FillAsync("Báo cáo tuyên truyền cải cách hành chính");
            await page.ClickButtonAsync("Soạn đề cương");
            await page.ClickButtonAsync("Đưa vào dùng ngay");
            await page.GotoAsync(ReportLinks.NewPeriod);
            await page.GetByLabel("Kỳ", new() { Exact = true }).FillAsync("quý 1/2026");
            await page.ClickButtonAsync("Mở kỳ");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đang nhận báo cáo", new() { Timeout = 60_000 });
            var period = new Uri(page.Url).AbsolutePath;
            await page.LookAsync("report-period-opened");

            await page.SignInAsync(Unit);
            await page.GotoAsync($"{ReportLinks.List}?xem=can-gui");
            await page.Locator("#reports a.cell-title").First.ClickAsync();
            var report = new Uri(page.Url).AbsolutePath;
            await page.GetByRole(AriaRole.Link, new() { Name = "Lập báo cáo" }).ClickAsync();
            // The plain field gives way to the editor a moment after the page is there.
            var text = page.Locator("[contenteditable=true]").Last;
            await text.ClickAsync();
            await page.Keyboard.PressAsync("Control+End");
            await page.Keyboard.InsertTextAsync(" Người dân nộp hồ sơ trực tuyến nhiều hơn.");
            await Assertions.Expect(page.Locator("[data-autosave-state]").Last).ToContainTextAsync("Đã lưu lúc");
            var entry = page.Locator(".figure-entry:has(.reason)").First;
            await entry.Locator("input.short").First.FillAsync("12");
            await entry.Locator("input.reason").FillAsync("Hai hội nghị chưa kịp ghi");
            await page.Locator("form:has(.reason)").First.GetByRole(AriaRole.Button, new() { Name = "Lưu số liệu" }).ClickAsync();
            await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Đã lưu số liệu");
            await page.LookAsync("report-filled");
            await SendAsync(page, report);

            await page.SignInAsync(Province);
            await page.GotoAsync(report);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Người dân nộp hồ sơ trực tuyến nhiều hơn.");
            await page.GetByText("Trả lại để sửa").ClickAsync();
            await page.GetByLabel("Lý do chung").FillAsync("Nêu thêm hạn chế");
            await page.ClickButtonAsync("Trả lại");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bị trả lại");

            await page.SignInAsync(Unit);
            await page.GotoAsync(report);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nêu thêm hạn chế");
            await SendAsync(page, report);

            await page.SignInAsync(Province);
            await page.GotoAsync(report);
            await page.ClickButtonAsync("Tiếp nhận");
            await page.GotoAsync(period);
            await page.GetByRole(AriaRole.Link, new() { Name = "Báo cáo tổng hợp" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Tổng hợp 1 báo cáo") }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Tổng hợp lần cuối");
            await page.LookAsync("report-rolled-up");
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Word, bản trình ký" }).ClickAsync());
            (await File.ReadAllBytesAsync(await download.PathAsync())).Take(2).ShouldBe("PK"u8.ToArray());
        }, null);
    }

    private static async Task SendAsync(IPage page, string report)
    {
        await page.GotoAsync(report);
        if (await page.GetByLabel("Tôi đã xem các cảnh báo và vẫn gửi").CountAsync() > 0)
        {
            await page.GetByLabel("Tôi đã xem các cảnh báo và vẫn gửi").CheckAsync();
        }

        await page.Locator("form[action*='handler=Send'] button").ClickAsync();
        await Assertions.Expect(page.Locator("main .status").First).ToHaveTextAsync("Đã gửi");
    }
}
