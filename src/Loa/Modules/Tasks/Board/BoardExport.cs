using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Modules.Plans;
using Loa.Platform;
using Loa.Platform.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Tasks.Board;

/// <summary>The board as a workbook: the matrix, the same row by row (to filter), and the totals. What is alive is one agency's row.</summary>
/// <param name="shown">The work the person sees on the page.</param>
internal sealed class BoardExport(LoaDbContext db, IQueryable<Assignment> shown, IReadOnlyList<BoardTask> tasks, DateOnly today, IStringLocalizer words)
{
    public IReadOnlyList<(SheetHead Head, IAsyncEnumerable<object?[]> Rows)> Sheets =>
    [
        (new SheetHead(words["Bảng"], [new(words["Cơ quan"], 40), new(words["Được giao"], 10), new(words["Đã xong"], 10), new(words["Quá hạn"], 10), .. tasks.Select(task => new SheetColumn($"{PlanTask.LabelOf(task.Number, task.Ordinal)}. {task.Content}", 28))]), MatrixAsync()),
        (new SheetHead(words["Từng việc"], [new(words["Cơ quan"], 40), new(words["TT"], 6), new(words["Nhiệm vụ"], 70), new(words["Vai trò"], 12), new(words["Trạng thái"], 24), new(words["Hạn"], 12), new(words["Tiến độ, %"], 10), new(words["Sản phẩm đã xong"], 12), new(words["Tổng số sản phẩm"], 12)]), RowsAsync()),
        (new SheetHead(words["Cộng"], [new(words["TT"], 6), new(words["Nhiệm vụ"], 70), new(words["Được giao"], 12), new(words["Đã xong"], 12), new(words["Quá hạn"], 12)]), TotalsAsync()),
    ];

    private async IAsyncEnumerable<object?[]> MatrixAsync()
    {
        var column = tasks.Select((task, index) => (task.PlanTaskId, index)).ToDictionary(pair => pair.PlanTaskId, pair => pair.index + 4);
        object?[]? line = null;
        Guid? of = null;
        await foreach (var row in Query().AsAsyncEnumerable())
        {
            if (row.AgencyId != of)
            {
                if (line is not null)
                {
                    yield return line;
                }

                (of, line) = (row.AgencyId, new object?[tasks.Count + 4]);
                (line[0], line[1], line[2], line[3]) = (row.Agency, 0, 0, 0);
            }

            var bucket = row.BucketOn(today);
            (line![1], line[2], line[3]) = ((int)line[1]! + 1, (int)line[2]! + (bucket == WorkBucket.Done ? 1 : 0), (int)line[3]! + (bucket == WorkBucket.Overdue ? 1 : 0));
            // Two parts in one task: the agency's own, and one it took over.
            line[column[row.PlanTaskId]] = line[column[row.PlanTaskId]] is string before ? $"{before}; {Cell(row, bucket)}" : Cell(row, bucket);
        }

        if (line is not null)
        {
            yield return line;
        }
    }

    private async IAsyncEnumerable<object?[]> RowsAsync()
    {
        await foreach (var row in Query().AsAsyncEnumerable())
        {
            yield return [row.Agency, row.Ordinal, row.Content, PlanWords.Role(words, row.Role), words[WorkBuckets.Title(row.BucketOn(today))].Value, row.DueOn, row.Percent, row.ProductsDone, row.ProductsTotal];
        }
    }

    private async IAsyncEnumerable<object?[]> TotalsAsync()
    {
        await Task.CompletedTask;
        foreach (var task in tasks)
        {
            yield return [task.Ordinal, task.Content, task.Given, task.Done, task.Late];
        }

        yield return [null, words["Cộng"].Value, tasks.Sum(task => task.Given), tasks.Sum(task => task.Done), tasks.Sum(task => task.Late)];
    }

    private string Cell(ExportRow row, WorkBucket bucket) =>
        string.Join(", ", new[] { words[WorkBuckets.Title(bucket)].Value, row.DueOn is { } due ? words["hạn {0}", Formats.Date(due)].Value : null, $"{row.Percent}%" }.Where(part => part is not null));

    private IQueryable<ExportRow> Query() =>
        from work in shown
        join agency in db.Set<Agency>() on work.HolderAgencyId equals agency.AgencyId
        join task in db.Set<PlanTask>() on work.PlanTaskId equals task.PlanTaskId
        orderby agency.Level, agency.SortOrder, agency.AgencyId, task.Ordinal, work.AssignmentId
        select new ExportRow(agency.AgencyId, agency.Name, task.PlanTaskId, task.Ordinal, task.Content, work.Role, work.State, work.IsRequest, work.DueOn, work.ProductsDone, work.ProductsTotal);

    private sealed record ExportRow(Guid AgencyId, string Agency, Guid PlanTaskId, int Ordinal, string Content, AssignmentRole Role, AssignmentState State, bool IsRequest, DateOnly? DueOn, int ProductsDone, int ProductsTotal)
    {
        public int Percent => State == AssignmentState.Done ? 100 : Math.Min(100, ProductsDone * 100 / Math.Max(1, ProductsTotal));

        public WorkBucket BucketOn(DateOnly today) => WorkBuckets.Of(State, IsRequest, DueOn, today);
    }
}
