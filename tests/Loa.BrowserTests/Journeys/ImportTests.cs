using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Loa.Tests.Modules.Plans;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

[Collection(BrowserRoom.Name)]
public sealed class ImportTests(Browser browser)
{
    private static readonly string[] Samples = ["nghean-tinh-2024", "laichau-tp-2020", "hatinh-soyte-2023", "hatinh-songoaivu-2022", "camau-tinh-2014"];

    private static readonly PlanDocx JourneyPlan = new()
    {
        Duties = [("1. Sở Nội vụ", "Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2024.")],
        Tasks =
        [
            ("1", "Tổ chức hội nghị tập huấn công tác tuyên truyền cải cách hành chính", "Sở Nội vụ", "Các sở, ban, ngành cấp tỉnh", "Quý II/2024"),
            ("2", "Đăng tin, bài về cải cách hành chính", "Văn phòng UBND tỉnh", "Các sở, ban, ngành có liên quan", "Thường xuyên"),
        ],
    };

    [Fact]
    public async Task Import_FromFileToIssuedPlan_ShowsEachTaskBesideItsPassage()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("loa-journey-").FullName, "ke-hoach.docx");
        await File.WriteAllBytesAsync(path, JourneyPlan.Write());
        await browser.RunAsync(server, async page =>
        {
            await SignInAsync(page);
            var import = new ImportPages(page);
            await import.ImportAsync(path);
            await Assertions.Expect(import.Tasks).ToHaveCountAsync(2);

            // A passage leads to its item, and an item to its passage.
            await page.Locator(".passage.basis").First.ClickAsync();
            await Assertions.Expect(page.Locator("#can-cu .item.is-current")).ToBeVisibleAsync();
            await import.Tab("nhiem-vu").ClickAsync();
            await import.Tasks.First.Locator("[name='f-content']").FocusAsync();
            await Assertions.Expect(page.Locator(".passage.task.is-current").First).ToBeVisibleAsync();

            // What is typed saves itself, and the dates are read again.
            await import.Tasks.First.Locator("[name='f-when']").FillAsync("Trước ngày 30/9/2024");
            await import.Tasks.First.Locator("[name='f-content']").FocusAsync();
            await Assertions.Expect(import.Tasks.First.Locator("[name='f-to']")).ToHaveValueAsync("30/09/2024");
            await Assertions.Expect(import.Saved).ToContainTextAsync("Đã lưu lúc");

            // A duty becomes a task with one click; the document marks it at once, and the time its sentence names is suggested.
            await import.Tab("trach-nhiem").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Nhận thành nhiệm vụ" }).First.ClickAsync();
            await Assertions.Expect(import.Tab("nhiem-vu").Locator(".count")).ToHaveTextAsync("3");
            var taken = await import.Tasks.Last.GetAttributeAsync("id");
            await Assertions.Expect(page.Locator($".passage[data-items~='{taken}']").First).ToBeAttachedAsync();
            await import.Tab("nhiem-vu").ClickAsync();
            await Assertions.Expect(import.Tasks.Last.Locator("[name='f-to']")).ToHaveValueAsync("15/12/2024");
            await Assertions.Expect(import.Tasks.Last.Locator(".suggested")).ToContainTextAsync("trước ngày 15/12/2024");

            // A group that says "có liên quan" is opened and one of it unticked, without leaving the page.
            var names = import.Tasks.Nth(1).Locator(".name-hints").Nth(1);
            await names.GetByRole(AriaRole.Link, new() { Name = "Chọn từng cơ quan" }).ClickAsync();
            var boxes = import.Tasks.Nth(1).Locator(".members-list input[type=checkbox]");
            await Assertions.Expect(boxes.First).ToBeVisibleAsync();
            await boxes.First.UncheckAsync();
            await Assertions.Expect(names).ToContainTextAsync("đã bỏ 1");

            // The picker asks the server as one types.
            await import.Tab("co-quan").ClickAsync();
            await page.Locator("[data-pick]").First.ClickAsync();
            var picker = page.Locator("#pick [role=combobox]");
            await picker.FillAsync("tu phap");
            await Assertions.Expect(page.Locator("#pick [role=option]").First).ToContainTextAsync("Sở Tư pháp");
            await picker.PressAsync("ArrowDown");
            await picker.PressAsync("Enter");
            await Assertions.Expect(picker).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Sở Tư pháp"));

            await page.ReloadAsync();
            await Assertions.Expect(import.Tasks).ToHaveCountAsync(3);
            await import.IssueAsync();
            await Assertions.Expect(page.Locator(".tasks tbody tr")).ToHaveCountAsync(3);
            await page.Locator(".tasks .cell-title").First.ClickAsync();
            await Assertions.Expect(page.Locator(".doc .passage.task").First).ToBeInViewportAsync();
        });
    }

    [SharedPlanFact("nghean-tinh-2024.docx")]
    public async Task Import_FiveSamples_EachReachesThePlanPage()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await browser.RunAsync(server, async page =>
        {
            await SignInAsync(page);
            var import = new ImportPages(page);
            foreach (var sample in Samples)
            {
                await import.ImportAsync(SharedPlanFactAttribute.PathOf(sample + ".docx"));
                (await import.Passages.CountAsync()).ShouldBeGreaterThan(10, sample);
                (await import.Tasks.CountAsync()).ShouldBeGreaterThan(0, sample);
                await import.IssueAsync();
            }
        });
    }

    [Fact]
    public async Task Review_OnAPhone_SwitchesBetweenDocumentAndItems()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        var path = Path.Combine(Directory.CreateTempSubdirectory("loa-journey-").FullName, "ke-hoach.docx");
        await File.WriteAllBytesAsync(path, new PlanDocx().Write());
        await browser.RunAsync(
            server,
            async page =>
            {
                await SignInAsync(page);
                var import = new ImportPages(page);
                await import.ImportAsync(path);
                await Assertions.Expect(page.Locator(".pane-document")).ToBeHiddenAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Văn bản", Exact = true }).ClickAsync();
                await Assertions.Expect(page.Locator(".pane-items")).ToBeHiddenAsync();
                await page.Locator(".passage.task").First.ClickAsync();
                await Assertions.Expect(page.Locator(".item.task.is-current")).ToBeVisibleAsync();
            },
            options => options.ViewportSize = new ViewportSize { Width = 360, Height = 780 });
    }

    private static async Task SignInAsync(IPage page)
    {
        var signIn = new SignInPage(page);
        await signIn.OpenAsync();
        await signIn.SignInAsync(DemoAccounts.All.First(account => account.Role == Role.ProgrammeOfficer).Email, DemoAccounts.Password);
        await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
    }
}
