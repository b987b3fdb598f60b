using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Accounts;
using Loa.Tests.Infrastructure;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>In a real browser, whose rules for cookies and for forms that leave the site are not ours to imitate.</summary>
[Collection(BrowserRoom.Name)]
public sealed class SingleSignOnTests(Browser browser)
{
    [Fact]
    public async Task Provider_KnownPersonEntersAndUnlinks_AStrangerIsToldWhatToDo()
    {
        var port = LoaServer.FreePort();
        using var provider = new IdentityProvider($"http://127.0.0.1:{port}");
        await using var server = await (await LoaServer.StartAsync(oidc: provider.Settings, port: port)).WithAdministratorAsync();
        await browser.RunAsync(server, async page =>
        {
            await AtProviderAsync(page, "nguoi-la@kiem-thu.example");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Chưa có tài khoản Loa nào mở cho bạn");
            await LookAsync(page, "single-sign-on-unknown");

            await page.Context.ClearCookiesAsync();
            await AtProviderAsync(page, LoaServer.AdministratorEmail);
            await Assertions.Expect(page.Locator(".menu-name")).ToHaveTextAsync(LoaServer.AdministratorName);
            await page.GotoAsync(AccountLinks.Profile);
            await LookAsync(page, "profile-linked");
            await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ liên kết" }).ClickAsync();
            await Assertions.Expect(page.Locator("#flashes")).ToContainTextAsync("Đã bỏ liên kết.");
        });
    }

    private static async Task AtProviderAsync(IPage page, string login)
    {
        await page.GotoAsync(SignInPage.Path);
        await LookAsync(page, "sign-in-with-provider");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Đăng nhập qua {IdentityProvider.Name}" }).ClickAsync();
        await page.Locator("[name=login]").FillAsync(login);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        (await PageCheck.FaultsAsync(page, name)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(1280, 900);
    }
}
