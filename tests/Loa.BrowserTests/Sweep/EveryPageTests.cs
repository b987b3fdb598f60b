using System.Collections.Concurrent;
using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Accounts.Demo;
using Loa.Platform.Security;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Sweep;

/// <summary>One province for the whole sweep: the server, every address to open and the session to open it with.</summary>
public sealed class SweptProvince : IAsyncLifetime
{
    internal LoaServer Server { get; private set; } = null!;

    internal IReadOnlyList<CatalogPage> Pages { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Server = await (await LoaServer.StartAsync(demo: true)).WithProvinceAsync();
        Pages = await PageCatalog.AllAsync(Server);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

[Collection(BrowserRoom.Name)]
public sealed class EveryPageTests(Browser browser, SweptProvince province) : IClassFixture<SweptProvince>
{
    /// <summary>Contexts at work at once; more only make each other wait.</summary>
    private const int AtOnce = 3;

    /// <summary>The pages are dealt out to so many tests, so that a long sweep shows how far it is.</summary>
    private const int Parts = 6;

    public static TheoryData<int> EachPart => [.. Enumerable.Range(0, Parts)];

    [Theory]
    [MemberData(nameof(EachPart))]
    public async Task EveryPage_AtEveryWidthAndScheme_IsAccessibleAndFits(int part)
    {
        // Signed in it shows the workspace; signed out the public side or the way to sign in.
        var session = await SignInAsync(province.Server);
        var pages = new ConcurrentQueue<(CatalogPage Page, string? Session)>(province.Pages.Where((_, index) => index % Parts == part).Select(page => (page, (string?)session)));
        if (part == 0)
        {
            pages.Enqueue((new CatalogPage("sign-in", SignInPage.Path), null));
        }

        pages.ShouldNotBeEmpty();
        var faults = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(province.Server, pages, faults)));
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
        await using var signedIn = await browser.NewContextAsync(server, options => options.StorageState = pages.TryPeek(out var first) ? first.Session : null);
        while (pages.TryDequeue(out var next))
        {
            await using var signedOut = next.Session is null ? await browser.NewContextAsync(server) : null;
            var page = await (signedOut ?? signedIn).NewPageAsync();
            var console = ConsoleWatch.On(page);
            var response = await page.GotoAsync(next.Page.Url, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            if (response!.Status != next.Page.Status)
            {
                faults.Add($"{next.Page.Name}: {next.Page.Url} answered {response.Status}, not {next.Page.Status}");
                await page.CloseAsync();
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

            await page.CloseAsync();
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
