using Microsoft.AspNetCore.Mvc;

namespace Loa.Platform.Sheets;

/// <summary>
/// Writes a list as a spreadsheet, row by row: what is alive does not depend on how many rows there are. A cell is a text, a whole number, a
/// <see cref="DateOnly"/> or null; there are no formulas, and no text becomes one.
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

    /// <summary>An answer for saving. It is written to a temporary file first: a failure midway must not leave half a list that looks whole.</summary>
    /// <param name="name">Without extension.</param>
    public static async Task<IActionResult> AnswerAsync(string name, SheetFormat format, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await WriteAsync(file, format, columns, rows, cancellationToken);
            file.Position = 0;
            return new FileStreamResult(file, format.ContentType()) { FileDownloadName = name + format.Extension() };
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}

internal interface ISheetWriter : IDisposable
{
    void Write(IReadOnlyList<object?> cells);
}
