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

    public string FilesFolder => Path.Combine(DataFolder, "files");

    public string KeysFolder => Path.Combine(DataFolder, "keys");

    public bool UsesPostgres => Database.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static LoaSettings FromEnvironment(string? dataFolder = null)
    {
        var folder = Path.GetFullPath(dataFolder ?? Variable("LOA_DATA") ?? "data");
        return new LoaSettings
        {
            DataFolder = folder,
            Database = Variable("LOA_DATABASE") ?? Variable("ConnectionStrings__Loa") ?? $"Data Source={Path.Combine(folder, "loa.db")}",
        };
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
