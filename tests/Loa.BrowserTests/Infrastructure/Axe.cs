using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>The accessibility checker in a page: brought once, asked as often as the page is looked at. Bringing it takes longer than most of its looks.</summary>
internal sealed class Axe
{
    private static readonly string Source = new BundledAxeScriptProvider().GetScript();
    private readonly IPage page;

    private Axe(IPage page) => this.page = page;

    public static async Task<Axe> BringAsync(IPage page)
    {
        await page.EvaluateAsync(Source);
        return new Axe(page);
    }

    /// <param name="only">The rules to apply; all when there are none.</param>
    /// <param name="without">Rules to leave out.</param>
    /// <returns>One line for each rule that the page breaks, with its first three places.</returns>
    public async Task<string[]> FaultsAsync(IReadOnlyCollection<string> only, IReadOnlyCollection<string> without) =>
        (await page.EvaluateAsync<JsonElement>(
            """
            async ({ only, without }) => {
              const options = { resultTypes: ['violations'], rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])) };
              if (only.length > 0) options.runOnly = { type: 'rule', values: only };
              const { violations } = await axe.run(document, options);
              return violations.map(({ id, help, nodes }) =>
                `${id} (${help}): ${nodes.slice(0, 3).map(node => `${node.html} ${node.any.map(check => check.message).join(' ')}`).join(' | ')}`);
            }
            """,
            new { only, without })).Deserialize<string[]>()!;
}
