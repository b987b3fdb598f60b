using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Loa.Platform.Web;

/// <summary>What stands at an address of the web: reachable, and of a page of text its title and words.</summary>
internal sealed record WebPage(bool IsThere, string? Title, string? Text)
{
    public static readonly WebPage Gone = new(false, null, null);
}

/// <summary>Looks at public web pages for people, as far as a careful stranger would: http and https only, a few redirects, a megabyte, five seconds, nothing run.</summary>
internal sealed partial class WebPages(PublicNetwork network, ILogger<WebPages> logger) : IDisposable
{
    private const int BytesMost = 1 << 20;
    private const int RedirectsMost = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        ConnectCallback = (context, cancellationToken) => network.OpenAsync(context.DnsEndPoint, cancellationToken),
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.FromSeconds(10),
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>An address that people may give: http or https, a host, nobody's password in it.</summary>
    public static Uri? Address(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? uri : null;

    public async Task<WebPage> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Patience);
        try
        {
            for (var hops = 0; hops <= RedirectsMost; hops++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Loa", "1.0"));
                request.Headers.Accept.ParseAdd("text/html, text/plain, */*;q=0.5");
                request.Headers.AcceptLanguage.ParseAdd("vi, en;q=0.5");
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
                if ((int)answer.StatusCode is < 300 or >= 400)
                    return answer.IsSuccessStatusCode ? await ReadAsync(answer.Content, stop.Token) : WebPage.Gone;
                if (answer.Headers.Location is not { } location || Address(new Uri(address, location).AbsoluteUri) is not { } next)
                    return WebPage.Gone;
                address = next;
            }

            return WebPage.Gone;
        }
        catch (Exception problem) when (problem is HttpRequestException or NotPublicException or IOException or UriFormatException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotRead(address.Host, problem.InnerException is NotPublicException or null ? "" : problem.InnerException.GetType().Name);
            return WebPage.Gone;
        }
    }

    public void Dispose() => client.Dispose();

    private static async Task<WebPage> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var type = content.Headers.ContentType?.MediaType ?? "";
        if (type is not ("text/html" or "application/xhtml+xml" or "text/plain"))
            return new WebPage(true, null, null);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[BytesMost];
        var read = await stream.ReadAtLeastAsync(buffer, BytesMost, throwOnEndOfStream: false, cancellationToken);
        var text = EncodingOf(content.Headers.ContentType?.CharSet).GetString(buffer, 0, read);
        return type == "text/plain" ? new WebPage(true, null, PageText.Tidy(text)) : new WebPage(true, PageText.Title(text), PageText.Words(text));
    }

    private static Encoding EncodingOf(string? name)
    {
        try
        {
            return name is null ? Encoding.UTF8 : Encoding.GetEncoding(name.Trim('"'));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [LoggerMessage(261, LogLevel.Information, "No page could be read at {Host} {Problem}")]
    private partial void LogNotRead(string host, string problem);
}
