using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Loa.Platform.Localization;

/// <summary>
/// The key is the Vietnamese text, so Vietnamese needs no file; English comes from the flat <c>*.en.json</c> files embedded beside each module.
/// </summary>
internal sealed class JsonLocalizer : IStringLocalizer, IStringLocalizerFactory
{
    private readonly FrozenDictionary<string, string> english = Load();

    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        english.Select(pair => new LocalizedString(pair.Key, IsEnglish ? pair.Value : pair.Key));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private LocalizedString Find(string name)
    {
        if (!IsEnglish)
        {
            return new LocalizedString(name, name);
        }

        // A key without English shows the Vietnamese; a test keeps that from being committed.
        return english.TryGetValue(name, out var value) ? new LocalizedString(name, value) : new LocalizedString(name, name, resourceNotFound: true);
    }

    private static FrozenDictionary<string, string> Load()
    {
        var assembly = typeof(JsonLocalizer).Assembly;
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Localization/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                all[key] = value;
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
