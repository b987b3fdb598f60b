using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Assessments.Detail;

/// <summary>An assessment as a workbook: totals by rank, every score with its figures and reasons, the criteria with their formulas.</summary>
internal sealed class AssessmentSheet(AssessmentBoard boards, IStringLocalizer words)
{
    public Task<IActionResult> AnswerAsync(Assessment assessment, Board board, CancellationToken cancellationToken) => SheetWriter.AnswerAsync(
        $"danh-gia-{assessment.From:yyyy-MM}-{assessment.To:yyyy-MM}-ban-{assessment.Version}",
        [
            (new SheetHead(words["Kết quả"], [new(words["Hạng"], 8), new(words["Cơ quan"], 45), new(words["Tổng điểm"], 12), .. board.Criteria.Select((criterion, index) => new SheetColumn($"{index + 1}. {criterion.Name}", 16)), new(words["Nhận xét"], 60)]),
                board.Lines.Select(line => (object?[])[line.Rank, line.Name, Points.Text(line.Total), .. line.Cells.Select(cell => cell.Points is { } points ? Points.Text(points) : null), line.Remark]).ToAsyncEnumerable()),
            (new SheetHead(words["Từng tiêu chí"], [new(words["Cơ quan"], 45), new(words["Tiêu chí"], 45), new(words["Số liệu"], 20), new(words["Điểm theo số liệu"], 14), new(words["Điểm được tính"], 14), new(words["Điểm tối đa"], 12), new(words["Lý do điều chỉnh"], 50)]),
                board.Lines.SelectMany(line => line.Cells.Zip(board.Criteria), (line, pair) => (object?[])[line.Name, pair.Second.Name, pair.First.Value is null ? null : AssessmentWords.Value(words, pair.First), pair.First.Computed is { } computed ? Points.Text(computed) : null, pair.First.Points is { } points ? Points.Text(points) : null, Points.Text(pair.Second.MaxPoints), pair.First.Reason]).ToAsyncEnumerable()),
            (new SheetHead(words["Tiêu chí"], [new(words["Tiêu chí"], 45), new(words["Điểm tối đa"], 12), new(words["Cách tính điểm"], 90), new(words["Giải thích"], 60)]),
                board.Criteria.Select(criterion => (object?[])[criterion.Name, Points.Text(criterion.MaxPoints), AssessmentWords.Formula(words, criterion, boards.Find(criterion.Figure)), criterion.Description]).ToAsyncEnumerable()),
        ],
        cancellationToken);
}
