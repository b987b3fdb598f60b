using Loa.Modules.Reports.Composing;
using Loa.Platform;
using Loa.Platform.Sheets;
using Loa.Platform.Ui;

namespace Loa.Modules.Reports.Offline;

/// <summary>Reads the rows of a file against the report as it now is. Nothing is changed; what is wrong is said with its row.</summary>
internal sealed class OfflineReading(OpenReport open, ReportDesk desk)
{
    private const string Nothing = "–";

    private readonly OfflinePlan plan = new();
    private readonly HashSet<(char, Guid)> seen = [];
    private IReadOnlyDictionary<string, int?> columns = new Dictionary<string, int?>();

    public OfflinePlan Read(IEnumerable<SheetRow> rows)
    {
        var isKnown = false;
        var isFirst = true;
        foreach (var row in rows)
        {
            if (isFirst)
            {
                isFirst = false;
                if (!FindColumns(row))
                {
                    return plan;
                }
            }
            else if (!isKnown)
            {
                if (!IsOfThisReport(row))
                {
                    return plan;
                }

                isKnown = true;
            }
            else
            {
                Read(row);
            }
        }

        if (!isKnown)
        {
            plan.Problems.Add(new RowProblem(null, "Tệp không có dòng cho biết là của báo cáo nào; hãy tải tệp từ trang này rồi điền."));
        }

        return plan;
    }

    private bool FindColumns(SheetRow row)
    {
        columns = OfflineSheet.Find(row.Cells);
        foreach (var column in OfflineSheet.Needed.Where(column => columns[column] is null))
        {
            plan.Problems.Add(new RowProblem(null, "Dòng đầu của tệp thiếu cột “{0}”; hãy tải tệp từ trang này rồi điền.", column));
        }

        return plan.Problems.Count == 0;
    }

    private bool IsOfThisReport(SheetRow row)
    {
        if (OfflineSheet.Read(Cell(row, OfflineSheet.Code)) is not { Kind: OfflineSheet.Report } code)
        {
            plan.Problems.Add(new RowProblem(null, "Tệp không có dòng cho biết là của báo cáo nào; hãy tải tệp từ trang này rồi điền."));
        }
        else if (code.Id != open.Report.ReportId)
        {
            plan.Problems.Add(new RowProblem(null, "Tệp này là của một báo cáo khác (cơ quan khác hoặc kỳ khác); chưa đọc gì trong đó."));
        }
        else if (code.Stamp != open.Outline.ReportOutlineId.ToString("N"))
        {
            plan.Problems.Add(new RowProblem(null, "Tệp này theo một phiên bản đề cương khác; hãy tải tệp mới rồi điền."));
        }

        return plan.Problems.Count == 0;
    }

    private void Read(SheetRow row)
    {
        var written = Cell(row, OfflineSheet.Code);
        if (written.Length == 0)
        {
            if (OfflineSheet.Needed.Any(column => Cell(row, column).Length > 0))
            {
                Wrong(row, "dòng không có mã; hãy chép số vào dòng có sẵn của số liệu đó");
            }

            return;
        }

        if (OfflineSheet.Read(written) is not { Kind: OfflineSheet.Figure or OfflineSheet.Text } code)
        {
            Wrong(row, "mã “{0}” không đọc được; hãy giữ nguyên cột mã", Short(written));
        }
        else if (!seen.Add((code.Kind, code.Id)))
        {
            Wrong(row, "mã này đã có ở một dòng trên");
        }
        else if (code.Kind == OfflineSheet.Figure && open.Sheet.Definition(code.Id) is { } figure)
        {
            ReadFigure(row, code, figure);
        }
        else if (code.Kind == OfflineSheet.Text && open.Sections.FirstOrDefault(section => section.OutlineSectionId == code.Id) is { } section)
        {
            ReadText(row, code, section);
        }
        else
        {
            Wrong(row, "mã không có trong đề cương của báo cáo này");
        }
    }

    private void ReadFigure(SheetRow row, OfflineCode code, OutlineFigure figure)
    {
        var now = open.Sheet[figure.FigureId];
        var (hasOf, reason) = (OfflineSheet.HasOf(figure), OfflineSheet.Clean(Cell(row, OfflineSheet.Reason)).OrNull());
        if (!TryRead(row, OfflineSheet.Value, figure, out var value) || !TryRead(row, OfflineSheet.Of, figure, out var of))
        {
            return;
        }

        var (typed, present) = (OfflineSheet.Stamp(value, of, reason), OfflineSheet.Stamp(now.Value, hasOf ? now.Of : null, now.Reason));
        var isComputed = !now.IsGiven && (value is null || (value == now.Value && (!hasOf || of == now.Of)));
        // Untouched, said by both, or the computed value itself, which needs nobody's word.
        if (typed == code.Stamp || typed == present || (isComputed && (of is null || hasOf)))
        {
            return;
        }

        if (Refusal(figure, value, of, reason) is { } refusal)
        {
            Wrong(row, refusal, figure.Name);
            return;
        }

        plan.Changes.Add(new OfflineChange(row.Number, figure.Name, Shown(now.Value, now.Of, now.Reason), value is null ? Nothing : Shown(value, of, reason), present != code.Stamp)
        {
            Apply = report => desk.Give(report, figure.FigureId, value, of, reason),
        });
    }

    private static string? Refusal(OutlineFigure figure, long? value, long? of, string? reason) =>
        !figure.MayCorrect && figure.Origin != FigureOrigin.ByHand ? "“{0}” được tính từ dữ liệu và không sửa tay được; hãy trả lại số cũ"
        : of is not null && !OfflineSheet.HasOf(figure) ? "“{0}” không có mẫu số riêng; hãy để trống cột mẫu số"
        : of is not null && value is null ? "“{0}” có mẫu số mà chưa có giá trị"
        : value is not null && reason is null && figure.Origin != FigureOrigin.ByHand ? "“{0}”: hãy ghi lý do sửa số đã tính"
        : reason?.Length > ReportFigure.ReasonMaxLength ? "“{0}”: lý do quá dài"
        : null;

    private void ReadText(SheetRow row, OfflineCode code, OutlineSection section)
    {
        var (typed, now) = (OfflineSheet.Clean(Cell(row, OfflineSheet.Content)), open.TextOf(section));
        var present = OfflineSheet.Stamp(OfflineSheet.Clean(now.Current));
        if (OfflineSheet.Stamp(typed) is var stamp && (stamp == code.Stamp || stamp == present))
        {
            return;
        }

        plan.Changes.Add(new OfflineChange(row.Number, section.Title, now.Current.OrNull() ?? Nothing, typed.OrNull() ?? Nothing, present != code.Stamp)
        {
            Apply = report => desk.Write(report.TextOf(section), typed),
        });
    }

    /// <summary>A number as it was typed, or as the spreadsheet holds it; an empty cell is none.</summary>
    private bool TryRead(SheetRow row, string column, OutlineFigure figure, out long? hundredths)
    {
        var (text, isNumber) = (Cell(row, column), columns[column] is { } at && row.Numeric.Contains(at));
        hundredths = null;
        if (text.Length == 0)
        {
            return true;
        }

        // A long one in a CSV is the result of a formula too, with its dust: 0.30000000000000004.
        if ((isNumber || text.Length > 8) && FigureNumber.TryReadCell(text, out var held))
        {
            hundredths = held;
            return true;
        }

        if (!isNumber && FigureNumber.TryRead(text, out var typed))
        {
            hundredths = typed;
            return true;
        }

        if (isNumber && FigureNumber.IsCell(text))
        {
            // Shown with a comma, or 2.125 would look like two thousand.
            Wrong(row, "“{0}”: ô ở cột “{1}” có giá trị {2}, nhiều hơn hai chữ số thập phân; hãy làm tròn trong tệp", figure.Name, column, Short(text.Replace('.', ',')));
            return false;
        }

        Wrong(row, "“{0}”: “{1}” ở cột “{2}” không phải là số không âm có tối đa hai chữ số thập phân, như 12 hoặc 1.234,5", figure.Name, Short(text), column);
        return false;
    }

    private string Cell(SheetRow row, string column) => columns[column] is { } at && at < row.Cells.Count ? row.Cells[at] : "";

    private void Wrong(SheetRow row, string message, params object[] arguments) => plan.Problems.Add(new RowProblem(row.Number, message, arguments));

    private static string Shown(long? value, long? of, string? reason) => FigureNumber.Text(value, of) + (reason is null ? "" : $" ({reason})");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
