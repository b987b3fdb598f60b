using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Agencies;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>Two communes become one on 1 July 2025: seen beforehand, recorded, shown on the tree of either day, taken back.</summary>
[Collection(BrowserRoom.Name)]
public sealed class ReorganisationTests(Browser browser)
{
    private const string NewName = "Ủy ban nhân dân xã Sơn Hòa Mới";

    [Fact]
    public async Task Merge_OfTwoCommunes_ChangesTheTreeFromThatDayAndCanBeTakenBack()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        await browser.RunAsync(server, async page =>
        {
            await page.SignInAsync("quantri@thanhgiang.example");
            await page.GotoAsync(AgencyLinks.Record);
            await page.LookAsync("reorganisation-choice");
            await page.Locator($"main a[href='{AgencyLinks.Record}?loai={AgencyChangeKind.Merge}']").ClickAsync();
            await page.GetByLabel("Có hiệu lực từ ngày").FillAsync("01/07/2025");
            await page.GetByLabel("Văn bản quyết định").FillAsync("Nghị quyết số 15/NQ-HĐND ngày 20/6/2025 của Hội đồng nhân dân tỉnh Thanh Giang");
            await page.GetByLabel("Các cơ quan được sáp nhập").FillAsync("hsl-x01\nhsl-x02");
            await page.GetByLabel("Mã của cơ quan mới").FillAsync("hsl-moi");
            await page.GetByLabel("Tên đầy đủ mới").FillAsync(NewName);
            await page.GetByLabel("Tên ngắn mới").FillAsync("UBND xã Sơn Hòa Mới");
            await page.Locator("input[name='Form.Children']").First.CheckAsync();
            await page.ClickButtonAsync("Xem trước");
            await Assertions.Expect(page.Locator("#xem-truoc")).ToContainTextAsync(NewName);
            await page.LookAsync("reorganisation-preview");

            await page.ClickButtonAsync("Ghi thay đổi");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nghị quyết số 15/NQ-HĐND");
            var change = page.Url;
            await page.GotoAsync(AgencyLinks.Detail("hsl-moi"));
            await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Sơn Hòa Mới");
            await page.GotoAsync(AgencyLinks.Detail("hsl-x02"));
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Sơn Hòa Mới");

            await page.GotoAsync(change);
            await page.GetByLabel("Lý do rút").FillAsync("Ghi nhầm xã.");
            await page.ClickButtonAsync("Rút thay đổi");
            await Assertions.Expect(page.Locator("#flashes")).ToBeVisibleAsync();
            await page.GotoAsync(AgencyLinks.Detail("hsl-x02"));
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Sơn Hòa Mới");
        });
    }
}
