using Loa.Platform.Files;
using Loa.Platform.Security;

namespace Loa;

/// <summary>What the person who starts Loa decides: where the data lives, which database, which address.</summary>
internal sealed record LoaSettings
{
    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>Absolute folder of everything Loa keeps: the SQLite database, received files, keys.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A connection string; PostgreSQL when it names a host, otherwise SQLite.</summary>
    public required string Database { get; init; }

    public string Urls { get; init; } = DefaultUrls;

    /// <summary>A fictional province and accounts that anyone may use, shown on the sign-in page.</summary>
    public bool Demo { get; init; }

    /// <summary>Attempts to sign in from one address; the tests, which all come from one, raise it.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>The mail server, as <see cref="Platform.SmtpSettings"/> reads it; without it mails wait.</summary>
    public string? Smtp { get; init; }

    /// <summary>Single sign-on; without it people sign in with what Loa itself keeps.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>A store that speaks S3, for the contents of files; without it they lie in the data folder.</summary>
    public S3Settings? S3 { get; init; }

    /// <summary>The virus scanner; without it nothing is scanned.</summary>
    public ClamAvSettings? ClamAv { get; init; }

    /// <summary>Where people find Loa, for links in mails; the first of <see cref="Urls"/> when it is not said.</summary>
    public string? PublicUrl { get; init; }

    public string FilesFolder => Path.Combine(DataFolder, "files");

    public string KeysFolder => Path.Combine(DataFolder, "keys");

    public bool UsesPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address of ours as it stands in a mail.</summary>
    public string Absolute(string path) => (PublicUrl ?? Urls.Split(';')[0].TrimEnd('/')) + path;

    public static LoaSettings FromEnvironment(string? dataFolder = null)
    {
        var folder = Path.GetFullPath(dataFolder ?? Variable("LOA_DATA") ?? "data");
        return new LoaSettings
        {
            DataFolder = folder,
            Database = Variable("LOA_DATABASE") ?? Variable("ConnectionStrings__Loa") ?? $"Data Source={Path.Combine(folder, "loa.db")}",
            Smtp = Variable("LOA_SMTP"),
            Oidc = OidcSettings.From(Variable("LOA_OIDC_AUTHORITY"), Variable("LOA_OIDC_CLIENT_ID"), Variable("LOA_OIDC_CLIENT_SECRET"), Variable("LOA_OIDC_NAME")),
            S3 = S3Settings.From(Variable("LOA_S3_ENDPOINT"), Variable("LOA_S3_BUCKET"), Variable("LOA_S3_ACCESS_KEY"), Variable("LOA_S3_SECRET_KEY"), Variable("LOA_S3_REGION")),
            ClamAv = ClamAvSettings.From(Variable("LOA_CLAMAV")),
            PublicUrl = PublicUrlOf(Variable("LOA_PUBLIC_URL")),
        };
    }

    private static string? PublicUrlOf(string? text) =>
        text is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? text?.TrimEnd('/')
            : throw new SettingsException("LOA_PUBLIC_URL must be the address people type, such as https://loa.example.vn.");

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
