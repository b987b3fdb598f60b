using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Loa.Tests.Infrastructure;

/// <summary>As much of a browser as the tests need: cookies, forms with their hidden fields, no following of redirects unless asked.</summary>
internal sealed class TestBrowser : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();

    public TestBrowser(HttpMessageHandler handler) =>
        client = new HttpClient(new CookieHandler(cookies) { InnerHandler = handler }) { BaseAddress = new Uri("http://localhost") };

    public HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public async Task<TestPage> GetAsync(string address) => await TestPage.ReadAsync(this, await client.GetAsync(address));

    /// <summary>Follows redirects to the page a person would end up on.</summary>
    public async Task<TestPage> OpenAsync(string address)
    {
        var page = await GetAsync(address);
        for (var hops = 0; page.Location is { } next && hops < 5; hops++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    public async Task<TestPage> SendAsync(HttpRequestMessage request) => await TestPage.ReadAsync(this, await client.SendAsync(request));

    public async Task<TestPage> PostAsync(string address, HttpContent content) => await TestPage.ReadAsync(this, await client.PostAsync(address, content));

    public void Dispose() => client.Dispose();

    private sealed class CookieHandler(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = cookies.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var values))
            {
                foreach (var value in values)
                {
                    cookies.SetCookies(request.RequestUri!, value);
                }
            }

            return response;
        }
    }
}

/// <summary>One answer, its HTML parsed.</summary>
internal sealed class TestPage
{
    private static readonly HtmlParser Parser = new();
    private readonly TestBrowser browser;

    private TestPage(TestBrowser browser, HttpResponseMessage response, string text)
    {
        this.browser = browser;
        Response = response;
        Text = text;
        Document = Parser.ParseDocument(text);
    }

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public string Text { get; }

    public IHtmlDocument Document { get; }

    /// <summary>Where a redirect leads, as path and query.</summary>
    public string? Location => Response.Headers.Location is { } location ? (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString) : null;

    public static async Task<TestPage> ReadAsync(TestBrowser browser, HttpResponseMessage response) => new(browser, response, await response.Content.ReadAsStringAsync());

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Visible text of the first match, spaces collapsed.</summary>
    public string? TextOf(string selector) => Document.QuerySelector(selector) is { } element ? string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    public IHtmlFormElement Form(string selector = "main form") =>
        (Document.QuerySelector(selector) as IHtmlFormElement).ShouldNotBeNull($"no form matches {selector} in:\n{Text}");

    /// <summary>Sends the form as a browser would: its own values, then the given ones in their place.</summary>
    public Task<TestPage> SubmitAsync(IHtmlFormElement form, params (string Name, string Value)[] values)
    {
        var given = values.Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        var fields = FieldsOf(form).Where(field => !given.Contains(field.Key)).Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : Response.RequestMessage!.RequestUri!.PathAndQuery;
        return form.Method.Equals("get", StringComparison.OrdinalIgnoreCase)
            ? browser.GetAsync($"{address.Split('?', '#')[0]}?{string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))}")
            : browser.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form) => form.Elements
        .Where(element => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled"))
        .SelectMany(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [Pair(element, box.Value)] : [],
            IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
            IHtmlInputElement input => [Pair(element, input.Value)],
            IHtmlTextAreaElement area => [Pair(element, area.Value)],
            IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => Pair(element, option.Value)),
            _ => Enumerable.Empty<KeyValuePair<string, string>>(),
        });

    private static KeyValuePair<string, string> Pair(AngleSharp.Dom.IElement element, string value) => KeyValuePair.Create(element.GetAttribute("name")!, value);
}
