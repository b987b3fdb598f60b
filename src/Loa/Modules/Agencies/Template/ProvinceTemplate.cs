using System.Text.Json;
using System.Text.Json.Serialization;
using Loa.Documents.Vietnamese;
using Loa.Modules.Agencies.Import;

namespace Loa.Modules.Agencies.Template;

/// <summary>
/// The agencies of a province of today as a list to start from: two levels since 1 July 2025, departments as merged in that year, mass organisations
/// under the Front. It is a beginning, corrected before or after it is taken over.
/// </summary>
internal static class ProvinceTemplate
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IEnumerable<object?[]> Rows(TemplateForm form)
    {
        using var stream = typeof(ProvinceTemplate).Assembly.GetManifestResourceStream("Template/tinh-2025.json")!;
        var data = JsonSerializer.Deserialize<Data>(stream, Json)!;
        var words = new Dictionary<string, string>(data.Words[form.IsCity ? "thanh-pho" : "tinh"], StringComparer.Ordinal)
        {
            ["{ten}"] = form.Province.Trim(),
            ["{m}"] = string.IsNullOrEmpty(form.Code) ? Initials(form.Province) : form.Code,
        };
        var used = new HashSet<string>(StringComparer.Ordinal);
        var communes = form.CommuneNames().Select(commune => new Dictionary<string, string>(words, StringComparer.Ordinal)
        {
            ["{xa}"] = commune,
            ["{x}"] = Unique(Initials(commune), used),
            ["{kinh-te}"] = Folding.Fold(commune).StartsWith("xa ", StringComparison.Ordinal) ? data.RuralEconomy : data.UrbanEconomy,
        });
        return data.Province.Select(item => Row(item, AgencyLevel.Province, words))
            .Concat(communes.SelectMany(commune => data.Commune.Select(item => Row(item, AgencyLevel.Commune, commune))));
    }

    /// <summary>"xã Bản Khe" → "xbk": what a code can be made of.</summary>
    public static string Initials(string name)
    {
        var initials = string.Concat(Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]).Where(char.IsAsciiLetterOrDigit));
        return initials.Length > 8 ? initials[..8] : initials.Length == 0 ? "x" : initials;
    }

    private static string Unique(string code, HashSet<string> used)
    {
        var free = code;
        for (var i = 2; !used.Add(free); i++)
        {
            free = $"{code}{i}";
        }

        return free;
    }

    private static object?[] Row(Item item, AgencyLevel level, Dictionary<string, string> words)
    {
        string? Filled(string? text) => text is null ? null : words.Aggregate(text, (filled, word) => filled.Replace(word.Key, word.Value, StringComparison.Ordinal));
        var row = new object?[AgencyColumns.All.Count];
        row[(int)AgencyColumn.Code] = Filled(item.Code);
        row[(int)AgencyColumn.ParentCode] = Filled(item.Parent);
        row[(int)AgencyColumn.Name] = Filled(item.Name);
        row[(int)AgencyColumn.ShortName] = Filled(item.ShortName);
        row[(int)AgencyColumn.Kind] = AgencyWords.Of(item.Kind);
        row[(int)AgencyColumn.Level] = AgencyWords.Of(level);
        // In plans a department goes by its bare name, which may be its short name already.
        row[(int)AgencyColumn.Aliases] = AgencyTable.Joined(item.Aliases.Select(alias => Filled(alias)!));
        row[(int)AgencyColumn.Heads] = AgencyTable.Joined(item.Heads.Select(head => Filled(head)!));
        return row;
    }

    private sealed record Data(Dictionary<string, Dictionary<string, string>> Words, List<Item> Province, List<Item> Commune, string UrbanEconomy, string RuralEconomy);

    private sealed record Item(string Code, string? Parent, string Name, string ShortName, AgencyKind Kind)
    {
        public List<string> Aliases { get; init; } = [];

        public List<string> Heads { get; init; } = [];
    }
}
