using System.Runtime.CompilerServices;
using Loa.Tests.House;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>One Chromium for all tests; each test gets a context of its own and leaves screenshot and trace behind when it fails.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private const int SeenLength = 600;
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public static string Artifacts { get; } = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "browser")).FullName;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("LOA_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        File.Exists(path).ShouldBeTrue($"Chromium is not at {path}: run script/setup test, or name it in LOA_CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    internal Task<IBrowserContext> NewContextAsync(LoaServer server, Action<BrowserNewContextOptions>? options = null)
    {
        var chosen = new BrowserNewContextOptions
        {
            BaseURL = server.Address.ToString(),
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        };
        options?.Invoke(chosen);
        return chromium.NewContextAsync(chosen);
    }

    internal async Task RunAsync(LoaServer server, Func<IPage, Task> test, Action<BrowserNewContextOptions>? options = null, [CallerMemberName] string name = "")
    {
        await using var context = await NewContextAsync(server, options);
        context.SetDefaultTimeout(10_000);
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        var console = ConsoleWatch.On(page);
        try
        {
            await test(page);
            console.Problems.ShouldBeEmpty();
        }
        catch (Exception fault)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, $"{name}.png"), FullPage = true });
            await context.Tracing.StopAsync(new TracingStopOptions { Path = Path.Combine(Artifacts, $"{name}.zip") });
            // A log of a run elsewhere holds no pictures: it says at least which page stood there.
            throw new InvalidOperationException($"{fault.Message}\nAt {page.Url}: {await SeenAsync(page)}\nConsole: {string.Join(" | ", console.Problems)}", fault);
        }
    }

    private static async Task<string> SeenAsync(IPage page)
    {
        var text = string.Join(' ', (await page.Locator("body").InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= SeenLength ? text : $"{text[..SeenLength]}…";
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserRoom : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}
