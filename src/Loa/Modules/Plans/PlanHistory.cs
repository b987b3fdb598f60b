using Loa.Documents.Plans;
using Loa.Modules.Plans.Coverage;
using Loa.Modules.Plans.Import;
using Loa.Modules.Plans.Import.Review;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Loa.Modules.Plans;

/// <summary>Plans, what they hold and how they are taken up, as a history tells them.</summary>
internal static class PlanHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Plan>("Kế hoạch",
            ("AgencyCount", "Số cơ quan được giao"), ("Budget", "Kinh phí"), ("IssuedAt", "Ban hành lúc"), ("IssuedById", "Người ban hành"), ("Kind", "Loại văn bản"), ("ParentIssuer", "Cơ quan chủ quản"),
            ("ParentPlanId", "Thực hiện kế hoạch"), ("Place", "Địa danh"), ("PlanImportId", null), ("Promulgates", "Ban hành kèm theo"), ("Recipients", "Nơi nhận"), ("ReplacesPlanId", "Thay kế hoạch"),
            ("SignedFileId", "Bản đã ký"), ("SignerAuthority", "Quyền hạn ký"), ("SignerCapacity", "Thể thức ký"), ("SignerName", "Người ký"), ("SignerTitle", "Chức vụ người ký"),
            ("TaskCount", "Số nhiệm vụ"), ("Year", "Từ năm"), ("YearTo", "Đến năm"), ("OwnerAgencyId", "Cơ quan ban hành"), ("Issuer", "Tên cơ quan ban hành"))
        .Row<PlanImport>("Văn bản nhận vào",
            ("FailureVi", "Vì sao chưa đọc được"), ("FailureEn", null), ("ParentPlanId", "Thực hiện kế hoạch"), ("ReplacesPlanId", "Thay kế hoạch"), ("StartedFromPlanId", "Soạn từ kế hoạch"))
        .Row<PlanBasis>("Căn cứ", ("Kind", "Loại văn bản"), ("Text", "Căn cứ"))
        .Row<PlanText>("Mục nội dung", ("Kind", "Thuộc mục"))
        .Row<Target>("Chỉ tiêu", ("Comparison", "So sánh"), ("DefinitionId", null), ("Denominator", "Mẫu số"), ("Numerator", "Tử số"), ("Unit", "Đơn vị tính"), ("Value", "Giá trị"))
        .Row<PlanResponsibility>("Trách nhiệm", ("Agency", "Cơ quan"))
        .Row<PlanDuty>("Phần việc của cơ quan", ("PlanResponsibilityId", null))
        .Row<PlanCadence>("Định mức", ("Agencies", "Cơ quan"), ("Count", "Số lần"), ("MinMinutes", "Ít nhất (phút)"), ("Per", "Chu kỳ"))
        .Row<PlanReporting>("Chế độ báo cáo", ("By", "Cơ quan báo cáo"), ("Due", "Hạn báo cáo"), ("Period", "Kỳ báo cáo"), ("To", "Nơi nhận báo cáo"), ("Via", "Qua cơ quan"))
        .Row<PlanTask>("Nhiệm vụ",
            ("Annex", "Phụ lục"), ("Content", "Nội dung công việc"), ("Detail", "Nội dung chi tiết"), ("Estimate", "Dự toán (đồng)"), ("Group", "Nhóm nhiệm vụ"), ("InCharge", "Người phụ trách"),
            ("Origin", "Nguồn"), ("ParentTaskId", "Thực hiện điều khoản"), ("PreviousTaskId", "Nhiệm vụ ở bản trước"), ("Product", "Sản phẩm, kết quả"), ("TimeframeKind", "Loại thời gian"), ("When", "Thời gian"))
        .Row<TaskAgency>("Cơ quan của nhiệm vụ", ("ExpandedCount", "Số cơ quan"), ("Resolution", "Xác định là"), ("Text", "Tên trong văn bản"))
        .Row<TaskExclusion>("Cơ quan không chọn", ("TaskAgencyId", null))
        .Row<TaskOccurrence>("Kỳ thực hiện", ("Ordinal", "Kỳ thứ"))
        .Row<PlanUptake>("Kế hoạch của đơn vị",
            ("DocumentReference", "Số, ký hiệu văn bản"), ("DocumentSubject", "Trích yếu văn bản"), ("DueOn", "Hạn ban hành"), ("IsOptional", "Được miễn"), ("Reason", "Lý do"),
            ("TakenUpOn", "Ngày ban hành"), ("UnitPlanId", "Kế hoạch đã ban hành"), ("Way", "Cách thực hiện"), ("PlanId", null))
        .Row<PlanSignedCopy>("Bản đã ký trước đây", ("ReplacedAt", "Thay lúc"), ("PlanId", null))
        .Row<PlanUptakeTask>("Điều khoản đưa vào kế hoạch công tác", ("PlanId", null))
        .Common(("PlanId", "Kế hoạch"), ("PlanTaskId", "Nhiệm vụ"), ("ReplacesReason", "Lý do điều chỉnh"))
        .Refer<Plan>("PlanId", "ReplacesPlanId", "ParentPlanId", "StartedFromPlanId", "UnitPlanId")
        .Refer<PlanTask>("PlanTaskId", "ParentTaskId", "PreviousTaskId")
        .Name<Plan>(async (db, ids, cancellation) => (await db.Set<Plan>().AsNoTracking().Where(plan => ids.Contains(plan.PlanId)).Select(plan => new { plan.PlanId, plan.Reference, plan.Subject }).ToListAsync(cancellation))
            .ToDictionary(plan => plan.PlanId, plan => plan.Reference ?? plan.Subject))
        .Name<PlanTask>(async (db, ids, cancellation) => (await db.Set<PlanTask>().AsNoTracking().Where(task => ids.Contains(task.PlanTaskId))
            .Select(task => new { task.PlanTaskId, task.Number, task.Ordinal, task.Content }).ToListAsync(cancellation)).ToDictionary(task => task.PlanTaskId, task => $"{PlanTask.LabelOf(task.Number, task.Ordinal)}. {task.Content}"))
        .Code("Every", PlanWords.Every).Code("Per", PlanWords.Every)
        .Value<PlanStatus>(PlanWords.Status).Value<ImportStatus>(ImportWords.Status).Value<PlanTextKind>(DraftWords.TextKind).Value<UptakeWay>(UptakeWords.Of).Value<AssignmentRole>(PlanWords.Role)
        .Value<ReportingPeriodKind>(PlanWords.Period).Value<TargetComparison>((words, comparison) => comparison == TargetComparison.Exactly ? words["đúng bằng"] : PlanWords.Comparison(words, comparison)).Value<TimeframeKind>((words, kind) => PlanWords.Kind(words, kind))
        .Value<CommunicationForm>(form => FormNames.Of(form))
        .Value<TaskOrigin>(origin => origin == TaskOrigin.Annex ? "Phụ lục" : "Phần lời của văn bản")
        .Value<AgencyResolution>(resolution => resolution switch
        {
            AgencyResolution.Agency => "Cơ quan",
            AgencyResolution.Group => "Nhóm cơ quan",
            AgencyResolution.Outside => "Cơ quan ngoài hệ thống",
            _ => "Chưa xác định",
        });
}
