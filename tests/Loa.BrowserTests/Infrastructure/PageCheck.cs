using Microsoft.Playwright;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>What every page must hold at every width and in both colour schemes.</summary>
internal static class PageCheck
{
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    /// <summary>Dark changes colours and nothing else, and they are the same at every width.</summary>
    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(1280, ColorScheme.Light), (360, ColorScheme.Dark), (360, ColorScheme.Light)];

    /// <summary>Nothing is judged in the middle of its change.</summary>
    private const string Still = "() => { const still = new CSSStyleSheet(); still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }'); document.adoptedStyleSheets.push(still); }";

    /// <returns>One line for each fault; none for a good page.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        var faults = new List<string>();
        var axe = await Axe.BringAsync(page);
        await page.EvaluateAsync(Still);
        foreach (var (width, scheme) in Looks)
        {
            await ShowAsync(page, width, scheme);
            var where = $"{name} at {width} px, {scheme.ToString().ToLowerInvariant()}";
            faults.AddRange((await AxeFaultsAsync(axe, width, scheme)).Select(fault => $"{where}: {fault}"));
            faults.AddRange(await OverflowFaultsAsync(page, where));
            await ScreenshotAsync(page, $"{name}-{width}-{scheme}".ToLowerInvariant());
        }

        await page.SetViewportSizeAsync(320, 900);
        faults.AddRange(await OverflowFaultsAsync(page, $"{name} at 320 px"));
        return faults;
    }

    /// <summary>Changes the look and waits until the page has it: the browser hands a new scheme on by itself, some frames later.</summary>
    private static async Task ShowAsync(IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.WaitForFunctionAsync(
            "([width, scheme]) => innerWidth === width && matchMedia(`(prefers-color-scheme: ${scheme})`).matches",
            new object[] { width, scheme.ToString().ToLowerInvariant() });
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /// <summary>Every rule on a phone by day, those about colours again in the dark, all others again on a wide screen: the rules about colours take most of the time.</summary>
    private static Task<string[]> AxeFaultsAsync(Axe axe, int width, ColorScheme scheme) =>
        scheme == ColorScheme.Dark ? axe.FaultsAsync(Colours, []) : axe.FaultsAsync([], width > 360 ? Colours : []);

    private static async Task<IEnumerable<string>> OverflowFaultsAsync(IPage page, string where)
    {
        var wide = await page.EvaluateAsync<string?>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return null;
              const widest = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > width + 1).pop();
              return `${document.documentElement.scrollWidth} > ${width}: ${widest?.outerHTML.slice(0, 160) ?? ''}`;
            }
            """);
        return wide is null ? [] : [$"{where}: scrolls sideways, {wide}"];
    }

    private static async Task ScreenshotAsync(IPage page, string file)
    {
        // For people who want to look; the sweep itself does not compare pictures.
        if (Environment.GetEnvironmentVariable("LOA_SCREENSHOTS") is { Length: > 0 })
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Artifacts, "look", $"{file}.png"), FullPage = true });
        }
    }
}
