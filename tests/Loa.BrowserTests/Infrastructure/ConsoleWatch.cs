using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Loa.BrowserTests.Infrastructure;

/// <summary>Script errors, refused contents (the content policy) and failed loads: a good page has none.</summary>
internal sealed class ConsoleWatch
{
    private readonly ConcurrentQueue<string> problems = new();

    public IReadOnlyCollection<string> Problems => problems;

    public static ConsoleWatch On(IPage page)
    {
        var watch = new ConsoleWatch();
        page.Console += (_, message) =>
        {
            // The status of the page itself is for the test to judge, and so is a network that a test takes away.
            if (message.Type == "error" && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
            {
                watch.problems.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => watch.problems.Enqueue(error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            {
                watch.problems.Enqueue($"{response.Status} {response.Url}");
            }
        };
        return watch;
    }

    public void Clear() => problems.Clear();
}
