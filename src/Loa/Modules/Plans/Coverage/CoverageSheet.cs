using System.Runtime.CompilerServices;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Coverage;

/// <summary>The list of agencies as a spreadsheet, as filtered and sorted on the page, with the clauses left out by name.</summary>
internal sealed class CoverageSheet(PlanCoverage coverage, UptakeReminders reminders, IStringLocalizer words)
{
    private const int Most = 20_000;
    private const int AtOnce = 400;

    public Task<IActionResult> AnswerAsync(Plan plan, IQueryable<UptakeLine> lines, SheetFormat format, DateOnly today, CancellationToken cancellationToken)
    {
        SheetColumn[] columns =
        [
            new(words["Cơ quan"], 45), new(words["Nay thuộc"], 35), new(words["Tình trạng"], 22), new(words["Hạn ban hành"], 14), new(words["Ngày ban hành"], 14), new(words["Số ngày muộn"], 12), new(words["Cách thực hiện"], 28),
            new(words["Số, ký hiệu"]), new(words["Trích yếu"], 50), new(words["Nhiệm vụ được giao"], 12), new(words["Đã đưa vào kế hoạch"], 12), new(words["Nhiệm vụ chưa đưa vào"], 80), new(words["Lý do được miễn"], 40), new(words["Nhắc gần nhất"], 14),
        ];
        return SheetWriter.AnswerAsync($"ke-hoach-cua-don-vi-{today:yyyy-MM-dd}", format, columns, RowsAsync(plan, lines, today, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(Plan plan, IQueryable<UptakeLine> lines, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await lines.Take(Most).ToListAsync(cancellationToken);
        foreach (var some in all.Chunk(AtOnce))
        {
            var ids = some.Select(line => line.AgencyId).ToList();
            var clauses = await coverage.ClausesAsync(plan.PlanId, ids, cancellationToken);
            var reminded = await reminders.LastAsync(plan.PlanId, ids, cancellationToken);
            foreach (var line in some)
            {
                var held = clauses[line.AgencyId].ToList();
                yield return
                [
                    line.Name, line.HolderId == line.AgencyId ? null : line.HolderName, UptakeWords.Of(words, line.State), line.DueOn, line.TakenUpOn, line.DaysLate(today), line.Way is { } way ? UptakeWords.Of(words, way) : null,
                    line.Reference, line.Subject, held.Count, held.Count(clause => clause.IsCovered), string.Join("; ", held.Where(clause => !clause.IsCovered).Select(clause => $"{clause.Clause.Label}. {clause.Clause.Content}")), line.Reason,
                    reminded.GetValueOrDefault(line.AgencyId)?.On,
                ];
            }
        }
    }
}
