using Loa.Platform.Files;
using Microsoft.AspNetCore.Mvc;

namespace Loa.Platform.Sheets;

/// <summary>
/// Writes a list as a spreadsheet, row by row: what is alive does not depend on how many rows there are. A cell is a text, a number, a
/// <see cref="DateOnly"/>, a <see cref="SheetFormula"/> or null; no text becomes a formula.
/// </summary>
internal static class SheetWriter
{
    public static async Task WriteAsync(Stream stream, SheetFormat format, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken = default)
    {
        using ISheetWriter writer = format == SheetFormat.Xlsx ? new XlsxWriter(stream, columns) : new CsvWriter(stream, columns);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            writer.Write(row);
        }
    }

    public static void Write(Stream stream, SheetFormat format, IReadOnlyList<SheetColumn> columns, IEnumerable<object?[]> rows)
    {
        using ISheetWriter writer = format == SheetFormat.Xlsx ? new XlsxWriter(stream, columns) : new CsvWriter(stream, columns);
        foreach (var row in rows)
        {
            writer.Write(row);
        }
    }

    /// <summary>An answer for saving.</summary>
    /// <param name="name">Without extension.</param>
    public static Task<IActionResult> AnswerAsync(string name, SheetFormat format, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        AnswerAsync(name, format, file => WriteAsync(file, format, columns, rows, cancellationToken));

    /// <summary>The same as a workbook of several sheets, each asked for its rows when its turn comes.</summary>
    public static Task<IActionResult> AnswerAsync(string name, IReadOnlyList<(SheetHead Head, IAsyncEnumerable<object?[]> Rows)> sheets, CancellationToken cancellationToken) => AnswerAsync(name, SheetFormat.Xlsx, async file =>
    {
        using var writer = new XlsxWriter(file, [.. sheets.Select(sheet => sheet.Head)]);
        for (var i = 0; i < sheets.Count; i++)
        {
            if (i > 0)
            {
                writer.NextSheet();
            }

            await foreach (var row in sheets[i].Rows.WithCancellation(cancellationToken))
            {
                writer.Write(row);
            }
        }
    });

    private static Task<IActionResult> AnswerAsync(string name, SheetFormat format, Func<Stream, Task> write) =>
        TemporaryAnswer.WriteAsync(name + format.Extension(), format.ContentType(), write);
}

internal interface ISheetWriter : IDisposable
{
    void Write(IReadOnlyList<object?> cells);
}
