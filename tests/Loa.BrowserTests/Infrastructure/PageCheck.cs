using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>What every page must hold at every width and in both colour schemes.</summary>
internal static class PageCheck
{
    private static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    /// <summary>Dark changes colours and nothing else, and they are the same at every width.</summary>
    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(1280, ColorScheme.Light), (360, ColorScheme.Dark), (360, ColorScheme.Light)];

    /// <returns>One line for each fault; none for a good page.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var (width, scheme) in Looks)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            // On a busy machine the new colours are only there after the next frame.
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => Promise.allSettled(document.getAnimations().map(one => one.finished)))");
            var where = $"{name} at {width} px, {scheme.ToString().ToLowerInvariant()}";
            faults.AddRange(await AxeFaultsAsync(page, where, width, scheme));
            faults.AddRange(await OverflowFaultsAsync(page, where));
            await ScreenshotAsync(page, $"{name}-{width}-{scheme}".ToLowerInvariant());
        }

        await page.SetViewportSizeAsync(320, 900);
        faults.AddRange(await OverflowFaultsAsync(page, $"{name} at 320 px"));
        return faults;
    }

    /// <summary>Every rule on a phone by day, those about colours again in the dark, all others again on a wide screen: the rules about colours take most of the time.</summary>
    private static async Task<IEnumerable<string>> AxeFaultsAsync(IPage page, string where, int width, ColorScheme scheme)
    {
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        if (scheme == ColorScheme.Dark)
        {
            options.RunOnly = new RunOnlyOptions { Type = "rule", Values = [.. Colours] };
        }
        else if (width > 360)
        {
            options.Rules = Colours.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false });
        }

        var result = await page.RunAxe(options);
        return result.Violations.Select(violation =>
            $"{where}: {violation.Id} ({violation.Help}): {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html + " " + string.Join(' ', node.Any.Select(check => check.Message))))}");
    }

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
