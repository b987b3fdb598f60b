using System.Text;

namespace Loa.Modules.Plans.List;

/// <summary>A list as a spreadsheet opens it: comma-separated, with the byte-order mark without which Excel takes Vietnamese for Latin-1.</summary>
internal static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static byte[] Write(IEnumerable<string> heads, IEnumerable<string?[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. heads]))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A leading =, +, - or @ would be run as a formula by the reader's spreadsheet, so it is made plain text.</summary>
    private static string Cell(string? value)
    {
        var plain = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value ?? "";
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
