using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Modules.Tasks;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Sweep;

/// <summary>What a first view costs over the wire, measured in the browser on a server as in production.</summary>
[Collection(BrowserRoom.Name)]
public sealed class WeightTests(Browser browser)
{
    private const long PublicLimit = 100 * 1024;
    private const long WorkspaceLimit = 250 * 1024;

    [Fact]
    public async Task SignIn_FirstView_StaysWithinThePublicBudget()
    {
        await using var server = await (await LoaServer.StartAsync("Production")).WithAdministratorAsync();
        await browser.RunAsync(server, page => ShouldWeighAtMostAsync(page, SignInPage.Path, PublicLimit));
    }

    [Fact]
    public async Task Workspace_FirstView_StaysWithinItsBudget()
    {
        // As it is served in earnest, compressed; each page as the first that a browser sees.
        await using var server = await (await LoaServer.StartAsync("Production", demo: true)).WithProvinceAsync();
        foreach (var address in (string[])[AgencyLinks.Tree, PlanLinks.Upload, WorkLinks.MyWork])
        {
            await browser.RunAsync(server, async page =>
            {
                await page.SignInAsync("vanphong@thanhgiang.example");
                await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Network.clearBrowserCache");
                await ShouldWeighAtMostAsync(page, address, WorkspaceLimit);
            });
        }
    }

    [Fact]
    public async Task Fonts_FromTheStyleSheet_MayBeCachedForEver()
    {
        await using var server = await (await LoaServer.StartAsync("Production")).WithAdministratorAsync();
        await browser.RunAsync(server, async page =>
        {
            var fonts = new List<IResponse>();
            page.Response += (_, response) =>
            {
                if (response.Request.ResourceType is "font" or "stylesheet")
                {
                    fonts.Add(response);
                }
            };
            await page.GotoAsync(SignInPage.Path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            fonts.Count.ShouldBeGreaterThan(1);
            foreach (var font in fonts)
            {
                (await font.HeaderValueAsync("cache-control") ?? "").ShouldContain("immutable", Case.Sensitive, font.Url);
            }
        });
    }

    /// <summary>Bytes as they came over the wire, heads included, from the browser's own network log.</summary>
    private static async Task ShouldWeighAtMostAsync(IPage page, string url, long limit)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        var urls = new Dictionary<string, string>();
        var weights = new Dictionary<string, double>();
        session.Event("Network.responseReceived").OnEvent += (_, data) =>
            urls[data!.Value.GetProperty("requestId").GetString()!] = data.Value.GetProperty("response").GetProperty("url").GetString()!;
        session.Event("Network.loadingFinished").OnEvent += (_, data) =>
            weights[data!.Value.GetProperty("requestId").GetString()!] = data.Value.GetProperty("encodedDataLength").GetDouble();
        await page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        weights.Values.Sum().ShouldBeInRange(1, limit, string.Join('\n', weights.Select(pair => $"{pair.Value,9:N0} {urls.GetValueOrDefault(pair.Key)}")));
    }
}
