using System.Globalization;
using Loa.Documents.Vietnamese;
using Loa.Platform.Sheets;

namespace Loa.Modules.Agencies.Import;

/// <summary>One line of a list of agencies as it was typed.</summary>
internal sealed class AgencyRow(int number, IReadOnlyDictionary<AgencyColumn, string> texts)
{
    /// <summary>As the spreadsheet counts.</summary>
    public int Number => number;

    public string Code { get; } = texts[AgencyColumn.Code].ToLowerInvariant();

    /// <summary>"" for the top of the tree; null where the list has no such column.</summary>
    public string? ParentCode { get; } = texts.TryGetValue(AgencyColumn.ParentCode, out var parent) ? parent.ToLowerInvariant() : null;

    /// <summary>Null where the list has no such column: what is there stays.</summary>
    public string? this[AgencyColumn column] => texts.GetValueOrDefault(column);
}

/// <summary>What a list of agencies says and how it is written: export and import are two directions of this one thing.</summary>
internal static class AgencyTable
{
    private static readonly Dictionary<string, AgencyKind> Kinds = Named<AgencyKind>(AgencyWords.Of);
    private static readonly Dictionary<string, AgencyLevel> Levels = Named<AgencyLevel>(AgencyWords.Of);

    public static AgencyKind? Kind(string text) => Kinds.TryGetValue(Folding.Fold(text), out var kind) ? kind : null;

    /// <summary>"Cấp tỉnh", also just "tỉnh".</summary>
    public static AgencyLevel? Level(string text) => Levels.TryGetValue(Folding.Fold(text), out var level) || Levels.TryGetValue("cap " + Folding.Fold(text), out level) ? level : null;

    /// <summary>The cells of one agency, in the order of <see cref="AgencyColumn"/>.</summary>
    public static object?[] Cells(Agency agency, string? parentCode, DateOnly day) =>
    [
        agency.Code, parentCode, agency.Name, agency.ShortName, AgencyWords.Of(agency.Kind), AgencyWords.Of(agency.Level), agency.OfficialCode,
        Joined(NamesOf(agency, AgencyNameKind.Alias, day)), Joined(NamesOf(agency, AgencyNameKind.OfficeHolder, day)),
        agency.Address, agency.Phone, agency.Email, agency.Website, Joined(agency.TagList),
        agency.HeadcountOn(day), agency.Headcounts.Where(count => count.CountedOn <= day).Select(count => (DateOnly?)count.CountedOn).Max(), agency.ValidFrom, agency.ValidTo,
    ];

    public static IEnumerable<string> NamesOf(Agency agency, AgencyNameKind kind, DateOnly day) =>
        agency.Names.Where(name => name.Kind == kind && name.Covers(day)).Select(name => name.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Several in one cell: "; " between them, a semicolon inside one marked by a backslash.</summary>
    public static string Joined(IEnumerable<string> texts) =>
        string.Join("; ", texts.Select(text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)));

    public static List<string> Split(string cell)
    {
        var (parts, current) = (new List<string>(), new System.Text.StringBuilder());
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && i + 1 < cell.Length && (cell[i + 1] is '\\' or ';'))
            {
                current.Append(cell[++i]);
            }
            else if (cell[i] is ';' or '\n')
            {
                parts.Add(current.ToString());
                current.Clear();
            }
            else
            {
                current.Append(cell[i]);
            }
        }

        parts.Add(current.ToString());
        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }

    /// <summary>A cell as one compares and shows it.</summary>
    public static string Shown(object? cell) => cell switch
    {
        null => "",
        DateOnly day => Platform.Formats.Date(day),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static Dictionary<string, T> Named<T>(Func<T, string> words)
        where T : struct, Enum =>
        Enum.GetValues<T>().SelectMany(value => new[] { Folding.Fold(words(value)), Folding.Fold(value.ToString()) }.Distinct().Select(name => (name, value)))
            .ToDictionary(pair => pair.name, pair => pair.value, StringComparer.Ordinal);
}
