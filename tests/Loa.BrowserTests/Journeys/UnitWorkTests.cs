using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Tasks;
using Loa.Tests.Modules.Plans;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>What a department does with a task it was given, and how the province answers.</summary>
[Collection(BrowserRoom.Name)]
public sealed class UnitWorkTests(Browser browser)
{
    private const string Province = "vanphong@thanhgiang.example";
    private const string Department = "sotuphap@thanhgiang.example";

    private static readonly PlanDocx Given = new()
    {
        Tasks = [("1", "Biên soạn tờ gấp hỏi đáp về thủ tục hành chính", "Sở Tư pháp", "Sở Nội vụ", "Trước ngày 30/11/2024")],
    };

    [Fact]
    public async Task Extension_AskedAndGranted_AndADifficultyAnswered()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await browser.RunAsync(server, async page =>
        {
            await page.SignInAsync(Province);
            await page.IssueAsync(Given);

            await page.SignInAsync(Department);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Biên soạn tờ gấp");
            await page.Locator("main a", new() { HasText = "Biên soạn tờ gấp" }).First.ClickAsync();
            await AskAsync(page);
            await RaiseAsync(page);

            await page.SignInAsync(Province);
            await page.GotoAsync(WorkLinks.Extensions);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nhà in giao muộn");
            await page.ClickButtonAsync("Cho gia hạn");
            await page.GotoAsync(WorkLinks.Difficulties);
            await page.Locator("main a", new() { HasText = "Chưa có kinh phí in" }).First.ClickAsync();
            await page.GetByLabel("Trả lời, hoặc lý do chuyển").FillAsync("Bố trí từ nguồn chi thường xuyên.");
            await page.ClickButtonAsync("Trả lời");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bố trí từ nguồn chi thường xuyên.");

            await page.SignInAsync(Department);
            await page.Locator("main a", new() { HasText = "Biên soạn tờ gấp" }).First.ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("15/12/2024");
            await page.GotoAsync(WorkLinks.Difficulties);
            await page.Locator("main a", new() { HasText = "Chưa có kinh phí in" }).First.ClickAsync();
            await page.ClickButtonAsync("Đã giải quyết");
            await Assertions.Expect(page.Locator("main .plan-line")).ToContainTextAsync("Đã giải quyết");
        });
    }

    private static async Task AskAsync(IPage page)
    {
        await page.Locator("summary", new() { HasText = "Xin gia hạn" }).ClickAsync();
        await page.GetByLabel("Xin lùi đến ngày").FillAsync("15/12/2024");
        await page.Locator("form[action*=Extend] textarea").FillAsync("Nhà in giao muộn.");
        await page.ClickButtonAsync("Gửi cơ quan ban hành");
        await Assertions.Expect(page.Locator("#flashes")).ToContainTextAsync("Đã gửi đề nghị gia hạn");
    }

    private static async Task RaiseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Nêu khó khăn, vướng mắc" }).ClickAsync();
        await page.GetByLabel("Khó khăn, vướng mắc và đề xuất").FillAsync("Chưa có kinh phí in tờ gấp.");
        await page.ClickButtonAsync("Gửi");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chưa có kinh phí in tờ gấp.");
    }
}
