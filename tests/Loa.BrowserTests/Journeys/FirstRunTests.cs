using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

[Collection(BrowserRoom.Name)]
public sealed class FirstRunTests(Browser browser)
{
    [Fact]
    public async Task FirstRun_AdministratorCreated_LeadsIntoTheWorkspace()
    {
        await using var server = await LoaServer.StartAsync();
        await browser.RunAsync(server, async page =>
        {
            await page.GotoAsync("/");
            page.Url.ShouldEndWith(FirstRunPage.Path);
            var firstRun = new FirstRunPage(page);

            await firstRun.SubmitAsync();
            await Assertions.Expect(firstRun.ErrorSummary).ToBeFocusedAsync();

            await firstRun.FillAsync(LoaServer.AdministratorName, LoaServer.AdministratorEmail, LoaServer.Password);
            await firstRun.SubmitAsync();
            await page.WaitForURLAsync(url => !url.Contains(FirstRunPage.Path, StringComparison.Ordinal));
            (await page.GotoAsync(FirstRunPage.Path))!.Status.ShouldBe(404, "the way in closes behind the first administrator");
        });
    }

    [Fact]
    public async Task SignIn_WrongPassword_SaysSoAndKeepsTheAddress()
    {
        await using var server = await (await LoaServer.StartAsync()).WithAdministratorAsync();
        await browser.RunAsync(server, async page =>
        {
            var signIn = new SignInPage(page);
            await signIn.OpenAsync();
            await signIn.SignInAsync(password: "không phải mật khẩu này");
            await Assertions.Expect(signIn.ErrorSummary).ToContainTextAsync("không đúng");
            await Assertions.Expect(signIn.Email).ToHaveValueAsync(LoaServer.AdministratorEmail);

            await signIn.SignInAsync();
            await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task SignIn_WithoutScripts_Works()
    {
        await using var server = await (await LoaServer.StartAsync()).WithAdministratorAsync();
        await browser.RunAsync(
            server,
            async page =>
            {
                var signIn = new SignInPage(page);
                await signIn.OpenAsync();
                await signIn.SignInAsync();
                await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
            },
            options => options.JavaScriptEnabled = false);
    }
}
