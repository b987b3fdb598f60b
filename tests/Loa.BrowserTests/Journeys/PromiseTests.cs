using System.IO.Compression;
using System.Runtime.CompilerServices;
using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Data;
using Loa.Documents.Plans;
using Loa.Modules.Activities;
using Loa.Modules.Agencies;
using Loa.Modules.Cadences;
using Loa.Modules.EvidenceFiles;
using Loa.Modules.Exemplars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>A promise of the plan on a phone: asked, kept, confirmed by a second person and met; then told as an exemplar and filed as proof.</summary>
[Collection(BrowserRoom.Name)]
public sealed class PromiseTests(Browser browser)
{
    private const string Province = "vanphong@thanhgiang.example";
    private const string Unit = "sotuphap@thanhgiang.example";
    private const string Other = "soyte@thanhgiang.example";
    private const string Talk = "Tọa đàm tháo gỡ khó khăn khi nộp hồ sơ trực tuyến";

    [Fact]
    public async Task Cadence_WhenItsActivityIsConfirmed_TurnsGreen()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        var plan = await InScopeAsync(server, SamplePlans.CreateAsync);
        var unit = await AgencyAsync(server, "tg-stp");
        var year = server.App.Services.GetRequiredService<Loa.Platform.Calendar>().VietnamToday.Year;
        await RunAsync(server, async page =>
        {
            await page.SignInAsync(Province);
            await page.GotoAsync(CadenceLinks.Add(plan.PlanId));
            await page.GetByLabel("Nội dung").FillAsync("Tọa đàm hoặc đối thoại mỗi tháng ít nhất một lần");
            await page.Locator($"#form-{CommunicationForm.Seminar}").CheckAsync();
            await page.Locator($"#form-{CommunicationForm.Dialogue}").CheckAsync();
            await page.GetByLabel("Số lần ít nhất").FillAsync("1");
            await page.GetByLabel("Trong kỳ").SelectOptionAsync("P1M");
            foreach (var (label, day) in new[] { ("Tính từ ngày", $"1/1/{year}"), ("Yêu cầu từ ngày", $"1/1/{year}"), ("Đến ngày", $"31/12/{year}") })
            {
                await page.GetByLabel(label, new() { Exact = true }).FillAsync(day);
            }

            await page.ClickButtonAsync("Lưu rồi chọn cơ quan");
            await page.ClickButtonAsync("Giao các cơ quan có việc trong kế hoạch");
            await Assertions.Expect(page.Locator("#co-quan")).ToContainTextAsync("Sở Tư pháp");
            await page.GotoAsync(ActivityLinks.RulesOf(unit));
            await page.GetByLabel("Người thứ hai xác nhận thì hoạt động mới được tính").CheckAsync();
            await page.ClickButtonAsync("Lưu");

            await page.SignInAsync(Unit);
            await page.GotoAsync(CadenceLinks.Mine);
            await Assertions.Expect(page.Locator(".cadence-row > p")).Not.ToContainTextAsync("Đạt");
            await page.GetByRole(AriaRole.Link, new() { Name = "Ghi hoạt động" }).First.ClickAsync();
            await page.GetByLabel("Tên hoặc nội dung").FillAsync(Talk);
            await page.ClickButtonAsync("Ghi");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chờ xác nhận");
            await page.GotoAsync(CadenceLinks.Mine);
            await Assertions.Expect(page.Locator(".cadence-row > p")).Not.ToContainTextAsync("Đạt");

            await page.SignInAsync(Province);
            await page.GotoAsync(ActivityLinks.Queue);
            await page.GetByRole(AriaRole.Checkbox, new() { Name = $"Chọn {Talk}" }).CheckAsync();
            await page.ClickButtonAsync("Xác nhận các hoạt động đã chọn");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Không có hoạt động nào chờ bạn xác nhận");

            await page.SignInAsync(Unit);
            await page.GotoAsync(CadenceLinks.Mine);
            await Assertions.Expect(page.Locator(".cadence-row > p .status.good")).ToHaveTextAsync("Đạt");
            await page.LookAsync("cadence-met");
            await page.Locator(".cadence-row a.cell-title").ClickAsync();
            await Assertions.Expect(page.Locator("#ky")).ToContainTextAsync(Talk);
        });
    }

    [Fact]
    public async Task Activity_BecomesAnExemplar_AndProofInANumberedFolder()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await RunAsync(server, async page =>
        {
            await page.SignInAsync(Unit);
            await page.GotoAsync(ActivityLinks.LogForm(CommunicationForm.Seminar));
            await page.GetByLabel("Tên hoặc nội dung").FillAsync(Talk);
            await page.ClickButtonAsync("Ghi");
            await page.WaitForURLAsync("**/hoat-dong/*#minh-chung");
            var activity = new Uri(page.Url).AbsolutePath;

            await page.GetByRole(AriaRole.Link, new() { Name = "Giới thiệu điển hình" }).ClickAsync();
            await page.GetByLabel("Tên người, tập thể, mô hình hoặc sáng kiến").FillAsync("Tổ hỗ trợ nộp hồ sơ tại nhà");
            await page.GetByLabel("Cách làm, kết quả").FillAsync("Ba công chức trẻ đến từng nhà người cao tuổi, mỗi tuần một thôn.");
            await page.ClickButtonAsync("Gửi");
            await page.WaitForURLAsync("**/dien-hinh/*-*");
            var exemplar = new Uri(page.Url).AbsolutePath;

            await page.SignInAsync(Province);
            await page.GotoAsync(exemplar);
            await page.ClickButtonAsync("Công nhận");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nơi đã áp dụng");

            await page.SignInAsync(Other);
            await page.GotoAsync(ExemplarLinks.List);
            await page.GetByRole(AriaRole.Link, new() { Name = "Tổ hỗ trợ nộp hồ sơ tại nhà" }).ClickAsync();
            await page.GetByText("Cơ quan tôi đã áp dụng").ClickAsync();
            await page.GetByLabel("Áp dụng thế nào").FillAsync("Làm tại hai trạm y tế");
            await page.ClickButtonAsync("Ghi đã áp dụng");
            await Assertions.Expect(page.Locator("#ap-dung")).ToContainTextAsync("Làm tại hai trạm y tế");
            await page.LookAsync("exemplar-applied");

            await page.SignInAsync(Unit);
            await page.GotoAsync(EvidenceFileLinks.New);
            await page.GetByLabel("Bộ chỉ số, bộ tiêu chí").FillAsync("PAR INDEX cấp tỉnh");
            await page.GetByLabel("Mã tiêu chí").FillAsync("1.3.2");
            await page.GetByLabel("Tên tiêu chí").FillAsync("Mức độ thực hiện kế hoạch tuyên truyền");
            await page.ClickButtonAsync("Lưu");
            await page.WaitForURLAsync("**/ho-so/*-*");
            var file = new Uri(page.Url).AbsolutePath;
            await page.GotoAsync(activity);
            await page.GetByRole(AriaRole.Link, new() { Name = "Đưa vào hồ sơ kiểm chứng" }).ClickAsync();
            await page.GetByLabel("1.3.2. Mức độ thực hiện kế hoạch tuyên truyền").CheckAsync();
            await page.ClickButtonAsync("Đưa vào hồ sơ");
            await page.GotoAsync(file);
            await Assertions.Expect(page.Locator("main ol.plain-list")).ToContainTextAsync(Talk);
            await page.LookAsync("evidence-file-filled");
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Xuất thư mục" }).ClickAsync());
            await using var folder = await ZipFile.OpenReadAsync(await download.PathAsync());
            folder.Entries.ShouldContain(entry => entry.FullName.EndsWith(".docx", StringComparison.Ordinal));
        });
    }

    private Task RunAsync(LoaServer server, Func<IPage, Task> test, [CallerMemberName] string name = "") =>
        browser.RunAsync(server, test, options => options.ViewportSize = new ViewportSize { Width = 360, Height = 740 }, name);

    private static Task<Guid> AgencyAsync(LoaServer server, string code) =>
        InScopeAsync(server, services => services.GetRequiredService<LoaDbContext>().Set<Agency>().Where(agency => agency.Code == code).Select(agency => agency.AgencyId).SingleAsync());

    private static async Task<T> InScopeAsync<T>(LoaServer server, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = server.App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
