namespace Loa.Modules.Accounts;

/// <summary>A user agent in the two words by which a person recognises a machine of theirs; names, the same in every language.</summary>
internal static class DeviceWords
{
    /// <summary>Most browsers claim to be others too: the first that fits is the one.</summary>
    private static readonly (string Mark, string Word)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Coc Coc"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Chromium/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Word)[] Devices =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    public static (string? Browser, string? Device) Of(string? userAgent) => (First(Browsers, userAgent), First(Devices, userAgent));

    private static string? First((string Mark, string Word)[] known, string? userAgent) =>
        userAgent is null ? null : Array.Find(known, pair => userAgent.Contains(pair.Mark, StringComparison.Ordinal)).Word;
}
