using System.Globalization;
using Loa.Documents.Writing;

namespace Loa.Modules.Reports.Composing;

/// <summary>The tables behind a report: its figures, those of the agencies below, and who is missing.</summary>
internal sealed class FigureAnnexes(ReportFacts facts, ReportsBelow below, CancellationToken cancellation)
{
    /// <summary>More columns than these do not fit across a page: the figures go on in another annex.</summary>
    public const int FiguresAtOnce = 8;

    /// <summary>Up to so many figures an upright page has room.</summary>
    private const int FiguresUpright = 4;

    private OpenReport Open => facts.Open;

    public IReadOnlyList<Annex> Write()
    {
        var annexes = new List<Annex>();
        if (facts.Figures.Count > 0)
        {
            annexes.Add(Figures());
        }

        if (facts.Below > 0)
        {
            var lots = facts.Figures.Chunk(FiguresAtOnce).ToList();
            annexes.AddRange(lots.Select((lot, index) => Agencies(lot, index, lots.Count)));
        }

        if (facts.Missing.Count > 0)
        {
            annexes.Add(Missing());
        }

        return annexes;
    }

    private Annex Figures() => new()
    {
        Title = "Số liệu báo cáo",
        // Reasons are sentences, and shares are long.
        Landscape = facts.Figures.Any(figure => figure.IsShare || facts.Note(figure).Length > 0),
        Content =
        [
            new TextTable
            {
                Columns =
                [
                    new("TT", 5, ColumnAlignment.Centre), new("Số liệu", 33), new("Đơn vị tính", 12, ColumnAlignment.Centre), new("Kỳ này", 13, ColumnAlignment.Number), new("Kỳ trước", 13, ColumnAlignment.Number),
                    new("Cùng kỳ năm trước", 13, ColumnAlignment.Number), new("Ghi chú", 16),
                ],
                Rows = FigureRows(),
            },
        ],
    };

    private IEnumerable<TextRow> FigureRows()
    {
        var number = 0;
        foreach (var part in Open.Sections)
        {
            var figures = Open.FiguresOf(part).ToList();
            if (figures.Count > 0)
            {
                yield return new GroupRow($"{facts.Numbers[part.OutlineSectionId]}. {part.Title}");
            }

            foreach (var figure in figures)
            {
                yield return new CellRow(Number(++number), figure.Name, figure.Unit ?? "", new RichText(facts.Value(figure)), ReportFacts.Last(facts.Earlier.Last, figure), ReportFacts.Last(facts.Earlier.LastYear, figure), facts.Note(figure));
            }
        }
    }

    private Annex Agencies(OutlineFigure[] figures, int index, int lots) => new()
    {
        Title = lots == 1 ? "Số liệu của các cơ quan" : $"Số liệu của các cơ quan (bảng {Number(index + 1)}/{Number(lots)})",
        Landscape = figures.Length > FiguresUpright,
        Content =
        [
            new TextTable
            {
                Columns = [new("TT", 5, ColumnAlignment.Centre), new("Cơ quan", 24), .. figures.Select(figure => new TableColumn(Head(figure), figure.IsShare ? 12 : 9, ColumnAlignment.Number))],
                Rows = AgencyRows(figures),
            },
        ],
    };

    private IEnumerable<TextRow> AgencyRows(OutlineFigure[] figures)
    {
        var number = 0;
        foreach (var row in below.RowsAsync(Open.Report, [.. figures.Select(figure => figure.FigureId)], cancellation).ToBlockingEnumerable(cancellation))
        {
            // One link an agency, to the report that lists its figures: one a cell would be a hundred thousand of them, which the file keeps apart from its text.
            yield return new CellRow([Number(++number), new RichText(facts.Run(row.AgencyName, ReportLinks.Report(row.ReportId))), .. figures.Select(figure => (RichText)Text(row.Figures.GetValueOrDefault(figure.FigureId)))]);
        }

        yield return Closing("Cộng các cơ quan", figures.Select(figure => new TextRun(ReportFacts.IsAdded(figure) ? Text(facts.Sums.GetValueOrDefault(figure.FigureId)) : "") { Bold = true }));
        yield return Closing("Số của báo cáo này", figures.Select(figure => facts.Value(figure, bold: true)));
    }

    private static CellRow Closing(string title, IEnumerable<TextRun> cells) => new([RichText.Empty, new RichText(new TextRun(title) { Bold = true }), .. cells.Select(cell => new RichText(cell))]);

    private Annex Missing() => new()
    {
        Title = "Danh sách cơ quan chưa được tổng hợp báo cáo",
        Content =
        [
            new TextTable
            {
                Columns = [new("TT", 6, ColumnAlignment.Centre), new("Cơ quan", 60), new("Tình trạng", 34)],
                Rows = facts.Missing.Select((agency, index) => new CellRow(Number(index + 1), agency.Name, agency.State)),
            },
        ],
    };

    private static string Head(OutlineFigure figure) => figure.Unit is { } unit ? $"{figure.Name} ({unit})" : figure.Name;

    private static string Text((long? Value, long? Of) figure) => FigureNumber.Text(figure.Value, figure.Of);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
