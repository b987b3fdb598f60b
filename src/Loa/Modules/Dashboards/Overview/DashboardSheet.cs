using System.Globalization;
using System.Runtime.CompilerServices;
using Loa.Modules.Activities;
using Loa.Platform;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Dashboards.Overview;

/// <summary>The whole dashboard as a workbook: by form, month, topic, agency, and agencies × weeks.</summary>
internal sealed class DashboardSheet(DashboardFigures figures, IStringLocalizer words)
{
    private const int TopicsMost = 5000;

    public async Task<IActionResult> AnswerAsync(string code, string agency, AgencySet set, MonthSpan span, CancellationToken cancellationToken)
    {
        var overview = DashboardOverview.Of(span, await figures.FormsAsync(set, span, cancellationToken), await figures.MonthsAsync(set, span.YearBefore, cancellationToken));
        SheetColumn[] sums = [new(words["Riêng"], 10), new(words["Lồng ghép"], 10), new(words["Số lượng"], 10), new(words["Số phút"], 12), new(words["Lượt người"], 14), new(words["Số bản"], 12), new(words["Kinh phí (đồng)"], 18), new(words["Chờ xác nhận"], 12)];
        var weeks = span.Weeks;
        return await SheetWriter.AnswerAsync(
            $"thong-ke-{code}-{span.First}-{span.Last}",
            [
                (new SheetHead(words["Theo hình thức"], [new(words["Hình thức"], 34), .. sums]), Forms(agency, span, overview).ToAsyncEnumerable()),
                (new SheetHead(words["Theo tháng"], [new(words["Tháng"], 12), .. sums, new(words["Cùng kỳ năm trước"], 14)]), overview.Months.Select(month => (object?[])[MonthSpan.NameOf(month.Month), .. Sums(month.Sum), month.Before]).ToAsyncEnumerable()),
                (new SheetHead(words["Theo nội dung"], [new(words["Nội dung tuyên truyền"], 70), new(words["Kế hoạch"], 34), new(words["Riêng"], 10), new(words["Lồng ghép"], 10)]), TopicsAsync(set, span, cancellationToken)),
                (new SheetHead(words["Theo cơ quan"], [new(words["Cơ quan"], 40), new(words["Hoạt động"], 12), new(words["Lồng ghép"], 10), new(words["Số phút"], 12), new(words["Lượt người"], 14), new(words["Số bản"], 12), new(words["Kinh phí (đồng)"], 18), new(words["Chờ xác nhận"], 12)]), AgenciesAsync(set, span, cancellationToken)),
                (new SheetHead(words["Theo tuần"], [new(words["Cơ quan"], 40), .. weeks.Select(monday => new SheetColumn($"{ISOWeek.GetWeekOfYear(monday)}/{ISOWeek.GetYear(monday)}", 9))]), WeeksAsync(set, span, weeks, cancellationToken)),
            ],
            cancellationToken);
    }

    private IEnumerable<object?[]> Forms(string agency, MonthSpan span, DashboardOverview overview) =>
        [.. overview.Forms.Select(form => (object?[])[ActivityWords.Form(words, form.Form), .. Sums(form.Sum)]), [words["Cộng"].Value, .. Sums(overview.Total)], [$"{agency}, {Formats.Date(span.From)} – {Formats.Date(span.To)}"]];

    private static object?[] Sums(SumLine sum) => [sum.Alone, sum.Integrated, sum.Times, sum.Minutes, sum.People, sum.Copies, sum.Cost, sum.Unconfirmed];

    private async IAsyncEnumerable<object?[]> TopicsAsync(AgencySet set, MonthSpan span, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var topic in await figures.TopicsAsync(set, span, TopicsMost, cancellationToken))
        {
            yield return [topic.Topic, topic.Plan, topic.Alone, topic.Integrated];
        }
    }

    private async IAsyncEnumerable<object?[]> AgenciesAsync(AgencySet set, MonthSpan span, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var line in await LinesAsync(set, span, cancellationToken))
        {
            yield return [line.Name, line.Activities, line.Integrated, line.Minutes, line.People, line.Copies, line.Cost, line.Unconfirmed];
        }
    }

    private async IAsyncEnumerable<object?[]> WeeksAsync(AgencySet set, MonthSpan span, IReadOnlyList<DateOnly> weeks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in (await LinesAsync(set, span, cancellationToken)).Chunk(200))
        {
            var counts = await figures.WeeksAsync([.. some.Select(line => line.AgencyId)], weeks, cancellationToken);
            foreach (var line in some)
            {
                yield return [line.Name, .. weeks.Select(monday => (object?)counts.GetValueOrDefault((line.AgencyId, Activity.WeekOf(monday))))];
            }
        }
    }

    private Task<List<AgencySum>> LinesAsync(AgencySet set, MonthSpan span, CancellationToken cancellationToken) => DashboardFigures.Sorts.Apply(figures.Agencies(set, span), "thu-tu").ToListAsync(cancellationToken);
}
