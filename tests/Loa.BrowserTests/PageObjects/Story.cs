using Loa.BrowserTests.Infrastructure;
using Loa.Modules.Accounts.Demo;
using Loa.Tests.Modules.Plans;
using Microsoft.Playwright;

namespace Loa.BrowserTests.PageObjects;

/// <summary>What many stories begin with: a person of the demo province at their browser, a plan that was issued.</summary>
internal static class Story
{
    /// <summary>Signs in, after whoever was there.</summary>
    public static async Task SignInAsync(this IPage page, string email)
    {
        await page.Context.ClearCookiesAsync();
        var signIn = new SignInPage(page);
        await signIn.OpenAsync();
        await signIn.SignInAsync(email, DemoAccounts.Password);
        await page.WaitForURLAsync(url => !url.Contains(SignInPage.Path, StringComparison.Ordinal));
    }

    /// <summary>Imports the document and issues it; ends on the plan's page.</summary>
    public static async Task IssueAsync(this IPage page, PlanDocx plan)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("loa-journey-").FullName, "ke-hoach.docx");
        await File.WriteAllBytesAsync(path, plan.Write());
        var import = new ImportPages(page);
        await import.ImportAsync(path);
        await import.IssueAsync();
    }

    /// <summary>Pages that stand at no address of their own are looked at where the story meets them.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        var before = page.ViewportSize!;
        (await PageCheck.FaultsAsync(page, name)).ShouldBeEmpty();
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    public static Task ClickButtonAsync(this IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
}
