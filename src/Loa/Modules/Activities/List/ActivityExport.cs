using System.Runtime.CompilerServices;
using Loa.Data;
using Loa.Modules.Agencies;
using Loa.Platform;
using Loa.Platform.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities.List;

/// <summary>The list as a spreadsheet, as filtered and sorted on the page, row by row from the database into the file.</summary>
internal sealed class ActivityExport(LoaDbContext db, Calendar calendar, IStringLocalizer words)
{
    /// <summary>More rows than a person works with in a spreadsheet.</summary>
    public const int Most = 100_000;

    public Task<IActionResult> AnswerAsync(IQueryable<Activity> sorted, SheetFormat format, CancellationToken cancellationToken)
    {
        SheetColumn[] columns =
        [
            new(words["Ngày"], 12), new(words["Đến ngày"], 12), new(words["Cơ quan"], 35), new(words["Hình thức"], 26), new(words["Tên hoặc nội dung"], 60), new(words["Cách làm"], 12), new(words["Lồng ghép vào"], 30),
            new(words["Kênh"], 30), new(words["Số lượng"], 10), new(words["Số phút mỗi lần"], 10), new(words["Tổng số phút"], 12), new(words["Giờ nhiều người theo dõi"], 14), new(words["Số bản"], 10), new(words["Số người"], 12),
            new(words["Đếm bằng cách nào"], 24), new(words["Kinh phí (đồng)"], 16), new(words["Nguồn kinh phí"], 24), new(words["Địa điểm"], 30), new(words["Người phụ trách"], 24), new(words["Trạng thái"], 16), new(words["Mô tả"], 60),
        ];
        return SheetWriter.AnswerAsync($"hoat-dong-{calendar.VietnamToday:yyyy-MM-dd}", format, columns, RowsAsync(sorted, cancellationToken), cancellationToken);
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(IQueryable<Activity> sorted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var agencies = await db.Set<Agency>().Select(agency => new { agency.AgencyId, agency.Name }).ToDictionaryAsync(agency => agency.AgencyId, agency => agency.Name, cancellationToken);
        var rows = sorted.Take(Most + 1).Select(activity => new { Activity = activity, Channel = db.Set<Channel>().Where(channel => channel.ChannelId == activity.ChannelId).Select(channel => channel.Name).FirstOrDefault() });
        var written = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (written++ == Most)
            {
                yield return [null, null, null, null, words["Danh sách còn nữa: tệp này dừng ở {0} dòng.", Formats.Number(Most)].Value];
                yield break;
            }

            var activity = row.Activity;
            yield return
            [
                activity.StartsOn, activity.EndsOn == activity.StartsOn ? null : activity.EndsOn, agencies.GetValueOrDefault(activity.AgencyId), ActivityWords.Form(words, activity.Form), activity.Title,
                words[activity.IsIntegrated ? "Lồng ghép" : "Riêng"].Value, activity.IntegratedInto, row.Channel, activity.Times, activity.Minutes, activity.Minutes is null ? null : activity.MinutesInAll,
                activity.IsPrimeTime ? words["Có"].Value : null, activity.Copies, activity.People, activity.PeopleBy is { } method ? words[ActivityWords.Of(method)].Value : null, activity.Cost,
                activity.Funding is { } source ? words[ActivityWords.Of(source)].Value : null, activity.Places, activity.InCharge, words[ActivityWords.Of(activity.State)].Value, activity.Description,
            ];
        }
    }
}
