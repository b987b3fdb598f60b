using Loa.Modules.Plans;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Activities;

/// <summary>Activities, as a history tells them.</summary>
internal static class ActivityHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Activity>("Hoạt động",
            ("Audiences", "Đối tượng"), ("ChangedAt", null), ("ChannelId", "Kênh"), ("ConfirmedAt", "Xác nhận lúc"), ("ConfirmedById", "Người xác nhận"), ("Copies", "Số bản"), ("Cost", "Kinh phí (đồng)"),
            ("Description", "Nội dung"), ("EndsOn", "Đến ngày"), ("Form", "Hình thức tuyên truyền"), ("Funding", "Nguồn kinh phí"), ("InCharge", "Người phụ trách"), ("IntegratedInto", "Lồng ghép vào"),
            ("IsIntegrated", "Lồng ghép"), ("IsPrimeTime", "Khung giờ chính"), ("LoggedAt", "Ghi nhận lúc"), ("LoggedById", "Người ghi nhận"), ("Minutes", "Thời lượng (phút)"), ("Month", null),
            ("People", "Số người"), ("PeopleBy", "Cách đếm số người"), ("Places", "Địa điểm"), ("StartsOn", "Từ ngày"), ("Times", "Số lần"), ("Week", null))
        .Row<ActivityTask>("Nhiệm vụ của hoạt động")
        .Row<ActivityTopic>("Nội dung tuyên truyền của hoạt động", ("PlanTextId", "Nội dung tuyên truyền"))
        .Row<ActivityRules>("Quy định ghi hoạt động", ("ConfirmationRequired", "Cần người thứ hai xác nhận"))
        .Row<FormSetting>("Danh mục hình thức", ("Form", "Hình thức tuyên truyền"), ("IsHidden", "Ẩn khi ghi"), ("Order", "Thứ tự trong nhóm"))
        .Common(("ActivityId", null))
        .Refer<Accounts.User>("ConfirmedById", "LoggedById")
        .Name<Channel>((db, ids, cancellation) => db.Set<Channel>().Where(channel => ids.Contains(channel.ChannelId)).ToDictionaryAsync(channel => channel.ChannelId, channel => channel.Name, cancellation))
        .Name<PlanText>((db, ids, cancellation) => db.Set<PlanText>().Where(text => ids.Contains(text.PlanTextId)).ToDictionaryAsync(text => text.PlanTextId, text => text.Text, cancellation))
        .Value<ActivityState>(ActivityWords.Of).Value<ReachMethod>(ActivityWords.Of).Value<AudienceGroup>(ActivityWords.Of).Value<FundingSource>(ActivityWords.Of);
}
