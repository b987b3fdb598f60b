using Loa.Documents.Plans;
using Loa.Modules.Plans;
using Loa.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Activities;

/// <summary>What activities are called in the interface: keys of the localizer.</summary>
internal static class ActivityWords
{
    public static string Form(IStringLocalizer words, CommunicationForm form) => words[FormNames.Of(form)];

    public static string Of(FormFamily family) => family switch
    {
        FormFamily.Gathering => "Hội họp, gặp gỡ",
        FormFamily.OnAir => "Phát thanh, truyền hình, loa",
        FormFamily.Press => "Tin, bài, mạng",
        FormFamily.Printed => "Trực quan, ấn phẩm",
        FormFamily.Contest => "Hội thi, cuộc thi, sân khấu",
        _ => "Khác",
    };

    public static string Of(ActivityState state) => state switch
    {
        ActivityState.Counted => "Được tính",
        ActivityState.Unconfirmed => "Chờ xác nhận",
        _ => "Đã rút",
    };

    public static Tone Tone(ActivityState state) => state switch
    {
        ActivityState.Counted => Platform.Ui.Tone.Good,
        ActivityState.Unconfirmed => Platform.Ui.Tone.Warning,
        _ => Platform.Ui.Tone.Neutral,
    };

    public static string Of(MovingSpan span) => span switch
    {
        MovingSpan.ThisMonth => "Tháng này",
        MovingSpan.LastMonth => "Tháng trước",
        MovingSpan.ThisQuarter => "Quý này",
        MovingSpan.LastQuarter => "Quý trước",
        MovingSpan.ThisYear => "Năm nay",
        _ => "Năm trước",
    };

    public static string Of(ReachMethod method) => method switch
    {
        ReachMethod.SignedList => "Danh sách ký tên",
        ReachMethod.Headcount => "Đếm tại chỗ",
        ReachMethod.Estimate => "Ước tính",
        ReachMethod.Views => "Lượt xem, lượt nghe đo được",
        ReachMethod.Coverage => "Dân số vùng phủ sóng",
        _ => "Số bản phát ra",
    };

    public static string Of(AudienceGroup group) => group switch
    {
        AudienceGroup.Officials => "Cán bộ, công chức, viên chức",
        AudienceGroup.Residents => "Người dân",
        AudienceGroup.Businesses => "Doanh nghiệp, hợp tác xã, hộ kinh doanh",
        AudienceGroup.Youth => "Thanh niên, học sinh, sinh viên",
        AudienceGroup.Women => "Phụ nữ",
        AudienceGroup.EthnicMinorities => "Đồng bào dân tộc thiểu số",
        AudienceGroup.Elderly => "Người cao tuổi",
        AudienceGroup.ArmedForces => "Lực lượng vũ trang",
        AudienceGroup.Workers => "Công nhân, người lao động",
        AudienceGroup.Religious => "Chức sắc, tín đồ tôn giáo",
        AudienceGroup.Reporters => "Báo cáo viên, tuyên truyền viên",
        _ => "Mọi đối tượng",
    };

    public static string Of(FundingSource source) => source switch
    {
        FundingSource.None => "Không phát sinh kinh phí",
        FundingSource.Recurrent => "Ngân sách chi thường xuyên",
        FundingSource.Programme => "Chương trình, đề án, dự án",
        FundingSource.Sponsored => "Xã hội hóa, tài trợ",
        _ => "Nguồn khác",
    };
}
