using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Loa.Platform;

/// <summary>A gateway known by its configuration only. Follows no redirect: the message goes where the administrator wrote, or nowhere.</summary>
internal sealed partial class HttpTemplateChannel(GatewaySettings settings) : IChannel, IDisposable
{
    private const int LongestAnswer = 64 * 1024;

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
        MaxResponseContentBufferSize = LongestAnswer,
    };

    public string Name => settings.Name;

    public string Title => settings.Title ?? settings.Name;

    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (settings.AddressPattern is { } pattern && !Matches(message.Address, pattern))
        {
            return new SendOutcome(SendResult.Refused, OutboxProblems.BadAddress);
        }

        using var request = Compose(message);
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return OutcomeOf((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new SendOutcome(SendResult.NotNow, OutboxProblems.Unreachable, $"{failure.HttpRequestError}");
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new SendOutcome(SendResult.Unknown, OutboxProblems.NoAnswer, failure is HttpRequestException http ? $"{http.HttpRequestError}" : "timeout");
        }
    }

    private HttpRequestMessage Compose(OutgoingMessage message)
    {
        var request = new HttpRequestMessage(new HttpMethod(settings.Method), Fill(settings.Url, message, Uri.EscapeDataString));
        foreach (var (name, value) in settings.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (settings.Body is not null)
        {
            request.Content = new StringContent(Fill(settings.Body, message, EscapeFor(settings.ContentType)), Encoding.UTF8, new MediaTypeHeaderValue(settings.ContentType, "utf-8"));
        }

        return request;
    }

    /// <summary>In one pass: what a message says is never itself taken for a placeholder.</summary>
    private static string Fill(string template, OutgoingMessage message, Func<string, string> escape) => PlaceholderPattern().Replace(template, match => escape(match.Value switch
    {
        "{address}" => message.Address,
        "{subject}" => message.Subject,
        _ => message.Text,
    }));

    private static Func<string, string> EscapeFor(string contentType) => contentType switch
    {
        _ when contentType.EndsWith("json", StringComparison.OrdinalIgnoreCase) => value => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        _ when contentType.EndsWith("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) => Uri.EscapeDataString,
        _ when contentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) => value => System.Security.SecurityElement.Escape(value),
        _ => value => value,
    };

    private SendOutcome OutcomeOf(int status, string answer)
    {
        var detail = $"HTTP {status}: {OneLine(answer)}";
        if (settings.SuccessStatus.Contains(status))
        {
            return settings.SuccessPattern is not { } pattern || Matches(answer, pattern) ? SendOutcome.Sent : new SendOutcome(SendResult.Refused, OutboxProblems.Refused, detail);
        }

        return status switch
        {
            (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable => new SendOutcome(SendResult.NotNow, OutboxProblems.RefusedForNow, detail),
            // As with mail: the account is refused, not the message.
            (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => new SendOutcome(SendResult.NotNow, OutboxProblems.SenderRefused, detail),
            >= 500 => new SendOutcome(SendResult.Unknown, OutboxProblems.NoAnswer, detail),
            _ => new SendOutcome(SendResult.Refused, OutboxProblems.Refused, detail),
        };
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>What a gateway answers is shown to the administrator; a secret it repeats must not be.</summary>
    private string OneLine(string answer)
    {
        var shown = settings.Headers.Values.Where(value => value.Length > 5).Aggregate(answer, (text, secret) => text.Replace(secret, "…", StringComparison.Ordinal));
        return new string([.. shown.Take(200).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex(@"\{(?:address|subject|text)\}", RegexOptions.None, 1000)]
    private static partial Regex PlaceholderPattern();
}
