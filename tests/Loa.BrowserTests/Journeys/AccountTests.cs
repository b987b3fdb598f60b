using Loa.BrowserTests.Infrastructure;
using Loa.BrowserTests.PageObjects;
using Loa.Modules.Accounts;
using Loa.Tests.Infrastructure;
using Loa.Tests.Modules.Accounts;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Journeys;

/// <summary>How a person comes in and proves who they are, with the letter from a real mail server and a real browser's passkeys.</summary>
[Collection(BrowserRoom.Name)]
public sealed class AccountTests(Browser browser)
{
    [Fact]
    public async Task Invitation_LetterPasswordAndPhone_ThenSignsInWithTheCode()
    {
        var address = $"moi-{Guid.CreateVersion7():N}@kiem-thu.example";
        await using var server = await (await LoaServer.StartAsync(smtp: $"smtp://127.0.0.1:{MailServer.Shared.Port}?from=loa@kiem-thu.example&tls=none")).WithAdministratorAsync();
        await browser.RunAsync(server, async page =>
        {
            await InviteAsync(page, address);
            await SignOutAsync(page);

            await page.GotoAsync(await LinkAsync(address));
            await LookAsync(page, "invitation");
            await page.GetByLabel("Mật khẩu").FillAsync(LoaServer.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu dùng Loa" }).ClickAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu thiết lập" }).ClickAsync();
            await Assertions.Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
            await LookAsync(page, "two-factor-qr");
            var key = await page.Locator("code.secret").InnerTextAsync();
            await page.GetByLabel("Mã 6 số trong ứng dụng").FillAsync(Code(key));
            await page.GetByRole(AriaRole.Button, new() { Name = "Bật xác thực hai lớp" }).ClickAsync();
            await Assertions.Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
            await LookAsync(page, "two-factor-codes");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "In", Exact = true })).ToBeVisibleAsync();
            await SignOutAsync(page);

            await new SignInPage(page).SignInAsync(address);
            await page.WaitForURLAsync(url => url.Contains("/dang-nhap/ma", StringComparison.Ordinal));
            await LookAsync(page, "sign-in-code");
            await page.GetByLabel("Mã xác thực hoặc mã dự phòng").FillAsync(NextCode(key));
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
            await Assertions.Expect(page.Locator(".menu-name")).ToHaveTextAsync("Người Mới");
        });
    }

    [Fact]
    public async Task Passkey_AddedOnThisMachine_SignsInWithoutAPassword()
    {
        await using var server = await (await LoaServer.StartAsync()).WithAdministratorAsync();
        await browser.RunAsync(
            server,
            async page =>
            {
                await AddAuthenticatorAsync(page);
                var signIn = new SignInPage(page);
                await signIn.OpenAsync();
                await signIn.SignInAsync();
                await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));

                await page.GotoAsync(AccountLinks.Passkeys);
                await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa trên máy này" }).ClickAsync();
                await Assertions.Expect(page.Locator("#flashes")).ToContainTextAsync("Đã thêm khóa truy cập.");
                await page.GetByText("Đổi tên hoặc xóa").ClickAsync();
                await page.GetByLabel("Tên khóa").FillAsync("Máy ở cơ quan");
                await page.GetByRole(AriaRole.Button, new() { Name = "Lưu tên" }).ClickAsync();
                await Assertions.Expect(page.Locator("main li strong")).ToHaveTextAsync("Máy ở cơ quan");
                await LookAsync(page, "passkey-kept");
                await SignOutAsync(page);

                await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
                await Assertions.Expect(page.Locator(".menu-name")).ToHaveTextAsync(LoaServer.AdministratorName);

                await page.GotoAsync(AccountLinks.Passkeys);
                await page.GetByText("Đổi tên hoặc xóa").ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Xóa khóa" }).ClickAsync();
                await SignOutAsync(page);
                await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
                await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Khóa truy cập này không đăng nhập được");
            },
            // A passkey belongs to a name, never to an address in figures.
            options => options.BaseURL = $"http://localhost:{server.Address.Port}");
    }

    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task InviteAsync(IPage page, string address)
    {
        var signIn = new SignInPage(page);
        await signIn.OpenAsync();
        await signIn.SignInAsync();
        await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
        await page.GotoAsync(AccountLinks.Invite);
        await page.GetByLabel("Thư điện tử").FillAsync(address);
        await page.GetByLabel("Họ và tên").FillAsync("Người Mới");
        await page.GetByLabel("Vai trò", new() { Exact = true }).SelectOptionAsync("Administrator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi lời mời" }).ClickAsync();
        await Assertions.Expect(page.Locator("#flashes")).ToContainTextAsync(address);
    }

    private static async Task<string> LinkAsync(string address)
    {
        for (var i = 0; i < 200 && MailServer.Shared.To(address).Count == 0; i++)
        {
            await Task.Delay(100);
        }

        return MailServer.Shared.To(address).ShouldHaveSingleItem().Text.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http", StringComparison.Ordinal));
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/dang-xuat");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains(SignInPage.Path, StringComparison.Ordinal));
    }

    /// <summary>Pages that stand at no address of their own: the sweep cannot open them.</summary>
    private static async Task LookAsync(IPage page, string name)
    {
        (await PageCheck.FaultsAsync(page, name)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static string Code(string key) => Totp.Code(key, TimeProvider.System.GetUtcNow());

    /// <summary>A code is good once, and a clock may be one step ahead.</summary>
    private static string NextCode(string key) => Totp.Code(key, TimeProvider.System.GetUtcNow().AddSeconds(30));
}
