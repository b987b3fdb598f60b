using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Plans;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>A province's plan that departments answer: one with a plan written elsewhere, one not at all, until a letter from a real mail server reminds it; then the plan changes.</summary>
[Collection(BrowserRoom.Name)]
public sealed class CascadeTests(Browser browser)
{
    private const string Province = "vanphong@thanhgiang.example";
    private const string Justice = "sotuphap@thanhgiang.example";
    private const string Health = "soyte@thanhgiang.example";
    private const string Leaflet = "Biên soạn tờ gấp hỏi đáp về thủ tục hành chính";
    private const string Campaign = "Truyền thông về hồ sơ sức khỏe điện tử trong khám chữa bệnh";

    private static readonly (string, string)[] Demand = [("1. Sở Tư pháp, Sở Y tế", "Xây dựng và ban hành kế hoạch tuyên truyền của cơ quan, đơn vị mình trước ngày 15/02/2024.")];

    private static readonly PlanDocx Given = new()
    {
        Duties = Demand,
        Tasks = [("1", Leaflet, "Sở Tư pháp", "Sở Nội vụ", "Trước ngày 30/11/2024"), ("2", Campaign, "Sở Y tế", "Sở Nội vụ", "Quý III/2024")],
    };

    private static readonly PlanDocx Amended = new()
    {
        Reference = "88/KH-UBND",
        Duties = Demand,
        Tasks = [("1", Leaflet, "Sở Tư pháp", "Sở Nội vụ", "Trước ngày 15/12/2024"), ("2", "Tổ chức đối thoại với doanh nghiệp dược", "Sở Y tế", "Sở Công Thương", "Quý IV/2024")],
    };

    /// <summary>Its own words for the clause that it was given, and the province's plan among its bases.</summary>
    private static readonly PlanDocx Foreign = new()
    {
        Reference = "07/KH-STP",
        Subject = "Tuyên truyền cải cách hành chính năm 2024 của Sở Tư pháp",
        Bases = ["Căn cứ Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh Thanh Giang về tuyên truyền cải cách hành chính năm 2024;"],
        Duties = [],
        Tasks = [("1", "Biên soạn, in tờ gấp hỏi đáp thủ tục hành chính lĩnh vực tư pháp", "Sở Tư pháp", "", "Tháng 10/2024")],
    };

    [Fact]
    public async Task Plan_AnsweredRemindedAndAmended_IsFollowedToTheLastAgency()
    {
        var smtp = $"smtp://127.0.0.1:{MailServer.Shared.Port}?from=loa@kiem-thu.example&tls=none";
        await using var server = await (await LoaServer.StartAsync(demo: true, smtp: smtp)).WithProvinceAsync();
        await browser.RunAsync(server, async page =>
        {
            await page.SignInAsync(Health);
            await AskForLettersAsync(page);
            await page.SignInAsync(Province);
            await page.IssueAsync(Given);
            var plan = new Uri(page.Url).AbsolutePath;

            await page.SignInAsync(Justice);
            await AnswerAsync(page);

            await page.SignInAsync(Province);
            await page.GotoAsync(plan);
            await page.GetByRole(AriaRole.Link, new() { Name = "Kế hoạch của đơn vị: 1/3" }).ClickAsync();
            await RemindAsync(page);
            await LetterAsync(page);
            await AmendAsync(page, plan);

            await page.SignInAsync(Health);
            await page.GotoAsync("/thong-bao");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("15/KH-UBND");
        });
    }

    private static async Task AskForLettersAsync(IPage page)
    {
        await page.GotoAsync("/tai-khoan/thong-bao");
        await page.Locator("select[name='Modes[plan.uptake]']").SelectOptionAsync(new SelectOptionValue { Label = "Gửi ngay" });
        await page.ClickButtonAsync("Lưu");
        await Assertions.Expect(page.Locator("#flashes")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage page)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("loa-journey-").FullName, "ke-hoach-so.docx");
        await File.WriteAllBytesAsync(path, Foreign.Write());
        var import = new ImportPages(page);
        await import.ImportAsync(path);
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("15/KH-UBND");
        await page.Locator("#summary a", new() { HasText = "đối chiếu" }).ClickAsync();
        await Assertions.Expect(page.Locator(".match-table")).ToContainTextAsync(Leaflet);
        await page.Locator(".match-table select").First.SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.ClickButtonAsync("Lưu lựa chọn");
        await page.GetByRole(AriaRole.Link, new() { Name = "Về trang kiểm tra" }).ClickAsync();
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("đối chiếu 1/1");
        await import.IssueAsync();
    }

    private static async Task RemindAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#uptakes")).ToContainTextAsync("07/KH-STP");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhắc cả 2 cơ quan chưa ban hành" }).ClickAsync();
        await Assertions.Expect(page.Locator("#flashes")).ToBeVisibleAsync();
        for (var i = 0; i < 200 && MailServer.Shared.To(Health).Count == 0; i++)
        {
            await Task.Delay(100);
        }

        MailServer.Shared.To(Health).ShouldContain(mail => mail.Text.Contains("15/KH-UBND", StringComparison.Ordinal));
    }

    private static async Task LetterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Công văn đôn đốc" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickButtonAsync("Tải công văn (Word)"));
        download.SuggestedFilename.ShouldEndWith(".docx");
    }

    private static async Task AmendAsync(IPage page, string plan)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("loa-journey-").FullName, "ke-hoach-moi.docx");
        await File.WriteAllBytesAsync(path, Amended.Write());
        await page.GotoAsync(plan);
        await page.Locator("summary", new() { HasText = "Thao tác khác" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Điều chỉnh, thay thế" }).ClickAsync();
        await page.GetByLabel("Lý do điều chỉnh").FillAsync("Điều chỉnh theo tiến độ cấp kinh phí.");
        await page.SetInputFilesAsync("input[type=file]", path);
        await Assertions.Expect(page.Locator(".review.live")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await new ImportPages(page).IssueAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nội dung điều chỉnh" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#them")).ToContainTextAsync("đối thoại với doanh nghiệp dược");
        await Assertions.Expect(page.Locator("#doi")).ToContainTextAsync(Leaflet);
        await Assertions.Expect(page.Locator("#rut")).ToContainTextAsync(Campaign);
    }
}
