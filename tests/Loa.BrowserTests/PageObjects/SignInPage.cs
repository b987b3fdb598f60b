using Loa.BrowserTests.Infrastructure;
using Microsoft.Playwright;

namespace Loa.BrowserTests.PageObjects;

internal sealed class SignInPage(IPage page)
{
    public const string Path = "/dang-nhap";

    public ILocator Email => page.GetByLabel("Thư điện tử");

    public ILocator Password => page.GetByLabel("Mật khẩu");

    public ILocator Submit => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true });

    public ILocator ErrorSummary => page.Locator(".error-summary");

    public Task OpenAsync() => page.GotoAsync(Path);

    public async Task SignInAsync(string email = LoaServer.AdministratorEmail, string password = LoaServer.Password)
    {
        await Email.FillAsync(email);
        await Password.FillAsync(password);
        await Submit.ClickAsync();
    }
}
