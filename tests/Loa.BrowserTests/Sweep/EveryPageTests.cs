using System.Collections.Concurrent;
using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Sweep;

[Collection(BrowserRoom.Name)]
public sealed class EveryPageTests(Browser browser)
{
    /// <summary>Contexts at work at once; more only make each other wait.</summary>
    private const int AtOnce = 3;

    [Fact]
    public async Task EveryPage_AtEveryWidthAndScheme_IsAccessibleAndFits()
    {
        await using var server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        var pages = new ConcurrentQueue<(CatalogPage Page, string? Session)>();
        var session = await SignInAsync(server);
        foreach (var page in await PageCatalog.AllAsync(server))
        {
            // Signed in it shows the workspace; signed out the public side or the way to sign in.
            pages.Enqueue((page, session));
        }

        pages.Enqueue((new CatalogPage("sign-in", SignInPage.Path), null));
        var faults = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(server, pages, faults)));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task FirstRunPage_AtEveryWidthAndScheme_IsAccessibleAndFits()
    {
        await using var server = await LoaServer.StartAsync();
        var pages = new ConcurrentQueue<(CatalogPage Page, string? Session)>([(new CatalogPage("first-run", FirstRunPage.Path), null)]);
        var faults = new ConcurrentBag<string>();
        await WorkAsync(server, pages, faults);
        faults.ShouldBeEmpty();
    }

    private async Task WorkAsync(LoaServer server, ConcurrentQueue<(CatalogPage Page, string? Session)> pages, ConcurrentBag<string> faults)
    {
        while (pages.TryDequeue(out var next))
        {
            await using var context = await browser.NewContextAsync(server, options => options.StorageState = next.Session);
            var page = await context.NewPageAsync();
            var console = ConsoleWatch.On(page);
            var response = await page.GotoAsync(next.Page.Url, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            if (response!.Status != next.Page.Status)
            {
                faults.Add($"{next.Page.Name}: {next.Page.Url} answered {response.Status}, not {next.Page.Status}");
                continue;
            }

            foreach (var fault in await PageCheck.FaultsAsync(page, next.Page.Name))
            {
                faults.Add(fault);
            }

            foreach (var problem in console.Problems)
            {
                faults.Add($"{next.Page.Name}: console: {problem}");
            }
        }
    }

    private async Task<string> SignInAsync(LoaServer server)
    {
        await using var context = await browser.NewContextAsync(server);
        var page = await context.NewPageAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync();
        await signIn.SignInAsync(DemoAccounts.All.First(account => account.Role == Role.Administrator).Email, DemoAccounts.Password);
        await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
        return await context.StorageStateAsync();
    }
}
