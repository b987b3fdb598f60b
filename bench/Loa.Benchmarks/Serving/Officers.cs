using System.Net;
using System.Text.RegularExpressions;
using Loa.Modules.Accounts;
using Loa.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Loa.Benchmarks.Serving;

/// <summary>
/// People at their browsers: each looks at a page, thinks a second on average, looks again. Pages come compressed, as to any browser, and are not unpacked:
/// the load generator shares the processor with what it measures.
/// </summary>
internal sealed partial class Officers : IDisposable
{
    public const double ThinkSeconds = 1;
    private const string Password = "một câu đủ dài để đo 7";
    private readonly List<HttpClient> browsers = [];

    public int Count => browsers.Count;

    public static async Task<Officers> SignInAsync(IServiceProvider services, string address, IEnumerable<(Role Role, Guid AgencyId)> people)
    {
        var officers = new Officers();
        foreach (var (role, agencyId) in people)
        {
            var email = $"p{Guid.CreateVersion7():N}@do.example";
            await using (var scope = services.CreateAsyncScope())
            {
                var (result, _) = await scope.ServiceProvider.GetRequiredService<NewUsers>().CreateAsync(email, "Người Đo", null, Password, role, agencyId);
                if (!result.Succeeded)
                {
                    throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
                }
            }

            officers.browsers.Add(await SignInAsync(address, email));
        }

        return officers;
    }

    /// <param name="page">The address that officer number so and so looks at.</param>
    public async Task LookAsync(Func<int, string> page, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        await Task.WhenAll(browsers.Select((browser, number) => LookAsync(browser, page(number), number, end.Token)));
    }

    public void Dispose() => browsers.ForEach(browser => browser.Dispose());

    private static async Task LookAsync(HttpClient browser, string page, int seed, CancellationToken end)
    {
#pragma warning disable CA5394 // Only spreads the requests.
        var random = new Random(seed);
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) * ThinkSeconds), end);
                using var answer = await browser.GetAsync(page, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{page} answered {answer.StatusCode}.");
                }

                await answer.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The measurement is over.
        }
#pragma warning restore CA5394
    }

    private static async Task<HttpClient> SignInAsync(string address, string email)
    {
#pragma warning disable CA2000 // The client owns it.
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
#pragma warning restore CA2000
        var token = Token().Match(await browser.GetStringAsync("/dang-nhap")).Groups["token"].Value;
        browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var form = new FormUrlEncodedContent([new("Email", email), new("Password", Password), new("__RequestVerificationToken", token)]);
        using var answer = await browser.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"Signing in answered {answer.StatusCode}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
