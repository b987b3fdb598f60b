using Loa.Modules.Activities;
using Loa.Modules.Plans;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Cadences;

/// <summary>Cadences and the figures of targets, as a history tells them.</summary>
internal static class CadenceHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Cadence>("Định mức",
            ("Count", "Số lần"), ("MinMinutes", "Ít nhất (phút)"), ("PrimeTimeOnly", "Chỉ tính khi vào giờ nhiều người theo dõi"), ("IntegratedCounts", "Tính cả việc lồng ghép vào hoạt động khác"),
            ("DemandFrom", "Yêu cầu từ ngày"), ("GraceDays", "Số ngày chờ ghi bổ sung"))
        .Row<CadenceForm>("Hình thức được tính")
        .Row<CadenceAgency>("Cơ quan được giao định mức")
        .Row<CadenceCause>("Nguyên nhân không đạt")
        .Row<TargetMeasure>("Cách lấy số liệu chỉ tiêu",
            ("Source", "Tử số lấy từ đâu"), ("Sum", "Cộng gì của hoạt động"), ("Topics", "Nội dung tuyên truyền"), ("Integrated", "Lồng ghép"), ("Figure", "Số liệu trong Loa (tử số)"), ("Base", "Mẫu số lấy từ đâu"),
            ("BaseNumber", "Mẫu số cho trước"), ("BaseFigure", "Số liệu trong Loa (mẫu số)"), ("BaseTargetId", "Chỉ tiêu làm mẫu số"))
        .Row<TargetValue>("Số liệu chỉ tiêu", ("AsOf", "Số liệu đến ngày"), ("Numerator", "Tử số"), ("Denominator", "Mẫu số"), ("Source", "Nguồn số liệu"))
        .Common(("CadenceId", null), ("PlanCadenceId", null), ("TargetId", null))
        .Refer<PlanText>("Topics").Refer<Target>("BaseTargetId")
        .Name<Target>((db, ids, cancellation) => db.Set<Target>().Where(target => ids.Contains(target.TargetId)).ToDictionaryAsync(target => target.TargetId, target => target.Text, cancellation))
        .Value<MeasureSource>(TargetWords.Of).Value<ActivityMeasure>(TargetWords.Of).Value<BaseSource>(TargetWords.Of);
}
