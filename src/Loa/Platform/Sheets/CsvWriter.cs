using System.Buffers;
using System.Globalization;
using System.Text;

namespace Loa.Platform.Sheets;

/// <summary>A list as a spreadsheet opens it: comma-separated, with the byte-order mark without which Excel takes Vietnamese for Latin-1.</summary>
internal sealed class CsvWriter : ISheetWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\"\r\n\t");

    private readonly StreamWriter writer;

    public CsvWriter(Stream stream, IReadOnlyList<SheetColumn> columns)
    {
        writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\r\n" };
        Write([.. columns.Select(column => column.Title)]);
    }

    public void Write(IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            writer.Write(Quoted(Text(cells[i])));
        }

        writer.WriteLine();
    }

    public void Dispose() => writer.Dispose();

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => CsvFormula.Disarm(text),
        DateOnly day => Formats.Date(day),
        SheetFormula formula => formula.Cached?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(NeedQuotes) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>
/// A leading =, +, - or @ would be run as a formula by the spreadsheet that opens a CSV, so an apostrophe goes before it; the reader takes it away
/// again. Text that has such apostrophes itself gets one more, so that nothing is lost on the way.
/// </summary>
internal static class CsvFormula
{
    public static string Disarm(string text) => IsArmed(text) ? "'" + text : text;

    public static string Rearm(string text) => text is ['\'', ..] && IsArmed(text) ? text[1..] : text;

    private static bool IsArmed(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
