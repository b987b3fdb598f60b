using System.Text.Json;
using System.Text.RegularExpressions;

namespace Loa.Platform;

/// <summary>
/// A gateway for SMS, Zalo or anything that takes a message by HTTP, as <c>channels.json</c> in the data folder describes it.
/// <c>{address}</c>, <c>{subject}</c> and <c>{text}</c> stand for the message, <c>${NAME}</c> for an environment variable.
/// </summary>
internal sealed partial record GatewaySettings
{
    public const string FileName = "channels.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public string Name { get; init; } = "";

    /// <summary>What people read; the name when it is missing.</summary>
    public string? Title { get; init; }

    public string Url { get; init; } = "";

    public string Method { get; init; } = "POST";

    public Dictionary<string, string> Headers { get; init; } = [];

    public string? Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    public int[] SuccessStatus { get; init; } = [200, 201, 202];

    /// <summary>A regular expression the answer must match; without it the status alone decides.</summary>
    public string? SuccessPattern { get; init; }

    /// <summary>Which addresses the gateway can reach, as a regular expression.</summary>
    public string? AddressPattern { get; init; }

    public int TimeoutSeconds { get; init; } = 20;

    /// <summary>Says that plain http is meant: a gateway inside the house.</summary>
    public bool AllowHttp { get; init; }

    /// <exception cref="SettingsException">The file cannot be used; the message says where and why.</exception>
    public static IReadOnlyList<GatewaySettings> Load(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllText(path), Environment.GetEnvironmentVariable) : [];
    }

    public static IReadOnlyList<GatewaySettings> Parse(string json, Func<string, string?> variable)
    {
        try
        {
            var gateways = JsonSerializer.Deserialize<ChannelsFile>(json, Json)?.Channels ?? [];
            var ready = gateways.Select(gateway => gateway.Checked(variable)).ToList();
            return ready.GroupBy(gateway => gateway.Name).FirstOrDefault(group => group.Count() > 1) is { } twice ? throw Wrong(twice.Key, "stands there twice") : ready;
        }
        catch (JsonException problem)
        {
            throw new SettingsException($"{FileName} cannot be read (line {problem.LineNumber + 1}): {problem.Message}");
        }
    }

    private GatewaySettings Checked(Func<string, string?> variable)
    {
        if (!NamePattern().IsMatch(Name) || Name == IChannel.Mail)
        {
            throw Wrong(Name, $"needs a name of 2 to {OutgoingMessage.ChannelMaxLength} small letters, digits and hyphens, other than '{IChannel.Mail}'");
        }

        if (Method is not ("POST" or "PUT" or "GET"))
        {
            throw Wrong(Name, "has a method other than POST, PUT and GET");
        }

        if (TimeoutSeconds is < 1 or > 50 || SuccessStatus.Length == 0)
        {
            throw Wrong(Name, "needs timeoutSeconds from 1 to 50 and at least one successStatus");
        }

        CheckPattern(SuccessPattern, "successPattern");
        CheckPattern(AddressPattern, "addressPattern");
        var ready = this with
        {
            Url = Expand(Url, variable),
            Body = Body is null ? null : Expand(Body, variable),
            Headers = Headers.ToDictionary(header => header.Key, header => Expand(header.Value, variable), StringComparer.OrdinalIgnoreCase),
        };
        if (!Uri.TryCreate(ready.Url, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (AllowHttp || uri.IsLoopback))))
        {
            throw Wrong(Name, "needs an https address as url (http only on this machine, or with \"allowHttp\": true)");
        }

        if (!((ready.Body ?? "") + ready.Url).Contains("{address}", StringComparison.Ordinal))
        {
            throw Wrong(Name, "says {address} neither in its body nor in its url, so nobody would be reached");
        }

        return ready.Headers.Any(header => header.Key.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-') || header.Value.Any(char.IsControl))
            ? throw Wrong(Name, "has a header whose name is not letters and hyphens, or whose value has a line break")
            : ready;
    }

    private void CheckPattern(string? pattern, string what)
    {
        try
        {
            _ = pattern is null ? null : new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            throw Wrong(Name, $"has a {what} that is not a regular expression");
        }
    }

    private string Expand(string text, Func<string, string?> variable) => VariablePattern().Replace(text, match =>
        variable(match.Groups["name"].Value) is { Length: > 0 } value ? value : throw Wrong(Name, $"uses ${{{match.Groups["name"].Value}}}, but that environment variable is not set"));

    private static SettingsException Wrong(string name, string what) => new($"{FileName}: the channel '{name}' {what}.");

    private sealed record ChannelsFile(List<GatewaySettings> Channels);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$", RegexOptions.None, 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.None, 1000)]
    private static partial Regex VariablePattern();
}
