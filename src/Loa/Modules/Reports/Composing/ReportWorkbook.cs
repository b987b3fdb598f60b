using System.Globalization;
using System.Runtime.CompilerServices;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Loa.Modules.Reports.Composing;

/// <summary>A report as a workbook that goes on computing: sums of parts, shares, and the sum over the agencies are formulas. As a CSV it is the first sheet with its results.</summary>
internal sealed class ReportWorkbook(ReportDocument document, ReportsBelow below)
{
    private const string BelowSheet = "Cấp dưới";

    /// <summary>A cell holds 32.767 characters; a longer text goes on in the next row.</summary>
    private const int CellMost = 32_000;

    private static readonly SheetColumn[] FigureColumns =
        [new("TT", 6), new("Mục", 10), new("Số liệu", 50), new("Đơn vị tính", 16), new("Kỳ này", 14), new("Mẫu số", 14), new("Tỷ lệ", 10), new("Kỳ trước", 18), new("Cùng kỳ năm trước", 18), new("Số đã tính", 18), new("Lý do sửa", 40)];

    public async Task<IActionResult> AnswerAsync(OpenReport open, string name, SheetFormat format, CancellationToken cancellationToken)
    {
        var facts = await document.FactsAsync(open, cancellationToken);
        var figures = FigureRows(facts);
        if (format == SheetFormat.Csv)
        {
            return await SheetWriter.AnswerAsync(name, format, FigureColumns, figures.ToAsyncEnumerable(), cancellationToken);
        }

        var sheets = new List<(SheetHead, IAsyncEnumerable<object?[]>)> { (new SheetHead("Số liệu", FigureColumns), figures.ToAsyncEnumerable()) };
        if (facts.Below > 0)
        {
            sheets.Add((new SheetHead(BelowSheet, [new SheetColumn("TT", 6), new SheetColumn("Cơ quan", 44), .. Columns(facts).Select(column => new SheetColumn(column.IsOf ? $"{column.Figure.Name} (mẫu số)" : column.Figure.Name, 18))]), AgencyRows(facts, cancellationToken)));
        }

        sheets.Add((new SheetHead("Nội dung", [new SheetColumn("Mục", 10), new SheetColumn("Tên mục", 44), new SheetColumn("Nội dung", 110)]), TextRows(facts).ToAsyncEnumerable()));
        return await SheetWriter.AnswerAsync(name, sheets, cancellationToken);
    }

    private static IEnumerable<object?[]> FigureRows(ReportFacts facts)
    {
        var (open, columns) = (facts.Open, Columns(facts));
        // The heading is row 1.
        var rows = facts.Figures.Select((figure, index) => (figure.FigureId, Row: index + 2)).ToDictionary(pair => pair.FigureId, pair => pair.Row);
        foreach (var figure in facts.Figures)
        {
            var (row, at) = (open.Sheet[figure.FigureId], Text(rows[figure.FigureId]));
            var (computed, computedOf) = row.Computed(figure.IsDerived ? RollUpRule.None : figure.RollUp);
            yield return
            [
                rows[figure.FigureId] - 1, facts.Numbers.GetValueOrDefault(figure.OutlineSectionId), figure.Name, figure.Unit, Value(facts, columns, figure, row, rows), Of(facts, columns, figure, row, rows),
                row.Of is { } of ? new SheetFormula($"IF(N(F{at})=0,\"\",E{at}/F{at})", of == 0 || row.Value is not { } value ? null : Math.Round((decimal)value / of, 12), IsPercent: true) : null,
                Earlier(facts.Earlier.Last, figure), Earlier(facts.Earlier.LastYear, figure), row.IsGiven ? Cell(computed, computedOf) : null, row.Reason,
            ];
        }
    }

    private static object? Value(ReportFacts facts, IReadOnlyList<(OutlineFigure Figure, bool IsOf)> columns, OutlineFigure figure, ReportFigure row, Dictionary<Guid, int> rows)
    {
        if (row.IsGiven)
        {
            return Number(row.Value);
        }

        if (figure.IsDerived)
        {
            var parts = string.Join(',', figure.Parts.Where(rows.ContainsKey).Select(part => $"E{Text(rows[part])}"));
            return parts.Length == 0 ? Number(row.Value) : new SheetFormula($"IF(COUNT({parts})=0,\"\",SUM({parts}))", Number(row.Value));
        }

        return RolledUp(facts, columns, figure, isOf: false, row.OwnValue, row.BelowValue, facts.Sums.GetValueOrDefault(figure.FigureId).Value, row.Value);
    }

    private static object? Of(ReportFacts facts, IReadOnlyList<(OutlineFigure Figure, bool IsOf)> columns, OutlineFigure figure, ReportFigure row, Dictionary<Guid, int> rows)
    {
        if (row.IsGiven || row.Of is null)
        {
            return Number(row.Of);
        }

        return figure.OverId is { } over && rows.TryGetValue(over, out var at) ? new SheetFormula($"E{Text(at)}", Number(row.Of))
            : RolledUp(facts, columns, figure, isOf: true, row.OwnOf, row.BelowOf, facts.Sums.GetValueOrDefault(figure.FigureId).Of, row.Of);
    }

    /// <summary>The agency's own and the sum over the agencies below; a plain number where the report was rolled up from something else than now stands there.</summary>
    private static object? RolledUp(ReportFacts facts, IReadOnlyList<(OutlineFigure Figure, bool IsOf)> columns, OutlineFigure figure, bool isOf, long? own, long? taken, long? sum, long? value)
    {
        if (!ReportFacts.IsAdded(figure) || taken is null || taken != sum || facts.Below == 0)
        {
            return Number(value);
        }

        var column = XlsxWriter.ColumnName(2 + columns.TakeWhile(other => other.Figure != figure || other.IsOf != isOf).Count());
        return new SheetFormula($"{(own is { } mine ? FigureNumber.Of(mine).ToString(CultureInfo.InvariantCulture) + "+" : "")}'{BelowSheet}'!{column}2", Number(value));
    }

    /// <summary>The sum stands above the agencies, where the first sheet finds it however many there are.</summary>
    private async IAsyncEnumerable<object?[]> AgencyRows(ReportFacts facts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var columns = Columns(facts);
        yield return [null, "Cộng các cơ quan", .. columns.Select((column, index) => ReportFacts.IsAdded(column.Figure) ? Sum(facts, column, XlsxWriter.ColumnName(2 + index)) : null)];
        var number = 0;
        await foreach (var row in below.RowsAsync(facts.Open.Report, [.. facts.Figures.Select(figure => figure.FigureId)], cancellationToken))
        {
            yield return [++number, row.AgencyName, .. columns.Select(column => row.Figures.TryGetValue(column.Figure.FigureId, out var cell) ? Number(column.IsOf ? cell.Of : cell.Value) : null)];
        }
    }

    private static SheetFormula Sum(ReportFacts facts, (OutlineFigure Figure, bool IsOf) column, string name)
    {
        var (value, of) = facts.Sums.GetValueOrDefault(column.Figure.FigureId);
        var range = $"{name}3:{name}1048576";
        return new SheetFormula($"IF(COUNT({range})=0,\"\",SUM({range}))", Number(column.IsOf ? of : value));
    }

    private static IEnumerable<object?[]> TextRows(ReportFacts facts)
    {
        foreach (var part in facts.Open.Sections)
        {
            var first = true;
            foreach (var piece in Pieces(facts.Open.TextOf(part).Current))
            {
                yield return first ? [facts.Numbers[part.OutlineSectionId], part.Title, piece] : [null, null, piece];
                first = false;
            }
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > CellMost)
        {
            var cut = text.LastIndexOf('\n', CellMost) is var line and > 0 ? line : CellMost;
            yield return text[..cut];
            text = text[cut..].TrimStart('\n');
        }

        yield return text;
    }

    /// <summary>Of the agencies' sheet: each figure's value, and beside it its denominator where it has one.</summary>
    private static List<(OutlineFigure Figure, bool IsOf)> Columns(ReportFacts facts) =>
        [.. facts.Figures.SelectMany(figure => figure.IsShare ? [(figure, false), (figure, true)] : ((OutlineFigure, bool)[])[(figure, false)])];

    private static object? Earlier(IReadOnlyDictionary<Guid, EarlierValue> values, OutlineFigure figure) => values.TryGetValue(figure.FigureId, out var earlier) ? Cell(earlier.Value, earlier.Of) : null;

    /// <summary>A number that can be computed with; a share as it is read.</summary>
    private static object? Cell(long? value, long? of) => of is null ? Number(value) : FigureNumber.Text(value, of);

    private static decimal? Number(long? hundredths) => hundredths is { } value ? FigureNumber.Of(value) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
