using Loa.Platform.Audit;

namespace Loa.Modules.Assessments;

/// <summary>Assessments, as a history tells them.</summary>
internal static class AssessmentHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Assessment>("Đánh giá công tác tuyên truyền",
            ("ChangedAt", null), ("Description", "Mô tả"), ("PublishedAt", "Công bố lúc"), ("PublishedById", "Người công bố"), ("ReplacesId", null), ("Version", "Phiên bản"))
        .Row<AssessmentAgency>("Cơ quan được đánh giá", ("ChangedAt", null), ("Rank", "Xếp hạng"), ("Remark", "Nhận xét"), ("Total", "Tổng điểm"))
        .Row<AssessmentCriterion>("Tiêu chí đánh giá",
            ("Description", "Mô tả"), ("Figure", "Số liệu dùng để chấm"), ("Integrated", "Lồng ghép"), ("MaxPoints", "Điểm tối đa"), ("Steps", "Thang điểm"))
        .Row<AssessmentScore>("Điểm của tiêu chí", ("AssessmentCriterionId", null), ("Computed", "Điểm theo số liệu"), ("Given", "Điểm chấm"), ("Of", "Trên tổng số"))
        .Common(("AssessmentId", null))
        .Refer<Accounts.User>("PublishedById")
        .Value<AssessmentState>(AssessmentWords.Of);
}
