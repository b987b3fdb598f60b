namespace Loa.Platform.Sheets;

internal enum SheetFormat
{
    Xlsx = 1,
    Csv = 2,
}

internal static class SheetFormats
{
    public static string ContentType(this SheetFormat format) =>
        format == SheetFormat.Xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";

    public static string Extension(this SheetFormat format) => format == SheetFormat.Xlsx ? ".xlsx" : ".csv";

    /// <summary>What an address asks for: <c>?dang=csv</c>, else XLSX.</summary>
    public static SheetFormat Named(string? name) => string.Equals(name, "csv", StringComparison.OrdinalIgnoreCase) ? SheetFormat.Csv : SheetFormat.Xlsx;
}

/// <param name="Width">In characters of the spreadsheet's own font.</param>
internal sealed record SheetColumn(string Title, int Width = 18);

/// <param name="Name">On its tab: at most 31 characters, none of \\ / ? * [ ] :</param>
internal sealed record SheetHead(string Name, IReadOnlyList<SheetColumn> Columns);

/// <summary>A cell that the spreadsheet computes. Only code makes one: a text never becomes a formula, whatever it begins with. In a CSV it is its result.</summary>
/// <param name="Text">Without the equals sign, functions by their English names, "SUM(C3:C10)".</param>
/// <param name="Cached">Its result as it now is, shown by programs that do not compute; null where that is an empty text.</param>
/// <param name="IsPercent">0,5 is shown as 50,0%.</param>
internal sealed record SheetFormula(string Text, decimal? Cached, bool IsPercent = false);

/// <summary>One line of a sheet as text. The number is the one a spreadsheet shows at its left.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Indices of the cells that a workbook holds as numbers and not as letters: they are written with a dot as the decimal mark. A CSV knows none.</summary>
    public IReadOnlyCollection<int> Numeric { get; init; } = [];
}
