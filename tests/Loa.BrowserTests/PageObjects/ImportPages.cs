using Loa.Modules.Plans;
using Microsoft.Playwright;

namespace Loa.BrowserTests.PageObjects;

/// <summary>Upload, review and confirm.</summary>
internal sealed class ImportPages(IPage page)
{
    public ILocator Tasks => page.Locator("#nhiem-vu .item.task:not(.removed)");

    public ILocator Passages => page.Locator(".passage");

    public ILocator Saved => page.Locator("#saved");

    public ILocator Tab(string slug) => page.Locator($".pane-items .tabs a[href='#{slug}']");

    /// <summary>From the file to the review page.</summary>
    public async Task ImportAsync(string path)
    {
        await page.GotoAsync(PlanLinks.Upload);
        await page.SetInputFilesAsync("input[type=file]", path);
        await page.WaitForURLAsync(url => url.Contains(PlanLinks.Upload + "/", StringComparison.Ordinal), new PageWaitForURLOptions { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".review.live")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <summary>From the review page to the issued plan.</summary>
    public async Task IssueAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem trước khi ban hành" }).ClickAsync();
        if (await page.Locator("#Accept").CountAsync() > 0)
            await page.CheckAsync("#Accept");
        await page.Locator("main form:has([name=Revision]) button.primary").ClickAsync();
        await Assertions.Expect(page.Locator(".tasks").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }
}
