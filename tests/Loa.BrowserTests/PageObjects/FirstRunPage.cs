using Microsoft.Playwright;

namespace Loa.BrowserTests.PageObjects;

internal sealed class FirstRunPage(IPage page)
{
    public const string Path = "/khoi-tao";

    public ILocator ErrorSummary => page.Locator(".error-summary");

    public async Task FillAsync(string name, string email, string password)
    {
        await page.GetByLabel("Họ và tên").FillAsync(name);
        await page.GetByLabel("Thư điện tử").FillAsync(email);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
    }

    public Task SubmitAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản" }).ClickAsync();
}
