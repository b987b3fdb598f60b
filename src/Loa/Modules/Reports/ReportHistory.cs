using System.Globalization;
using Loa.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Reports;

/// <summary>Outlines, periods and reports, as a history tells them.</summary>
internal static class ReportHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<ReportOutline>("Đề cương báo cáo", ("PartOf", "Là một mục của"), ("PartNumber", "Số mục ở đó"), ("ChangedAt", null), ("ReplacesId", null), ("Version", "Phiên bản"))
        .Row<OutlineSection>("Mục của đề cương", ("SectionId", null), ("Level", "Cấp của mục"), ("Guidance", "Hướng dẫn viết"), ("Narratives", "Nội dung viết sẵn từ dữ liệu"))
        .Row<OutlineFigure>("Số liệu của đề cương",
            ("FigureId", null), ("OutlineSectionId", null), ("Unit", "Đơn vị tính"), ("Origin", "Cách có số"), ("Source", "Nguồn số liệu"), ("Integrated", "Lồng ghép"), ("Parts", "Các số thành phần"), ("OverId", "Mẫu số"), ("IsShare", "Có tử số và mẫu số"),
            ("MayCorrect", "Được sửa tay"), ("RollUp", "Cách tổng hợp"), ("IsCumulative", "Là số lũy kế"), ("CheckIsError", "Sai thì không gửi được"))
        .Row<ReportingPeriod>("Kỳ báo cáo",
            ("Year", "Năm"), ("TreeOn", "Theo cây cơ quan ngày"), ("DueOn", "Hạn gửi"), ("GraceDays", "Số ngày châm chước"), ("RemindBefore", "Nhắc trước hạn (ngày)"), ("RemindAfter", "Nhắc sau hạn (ngày)"), ("Target", "Cơ quan phải báo cáo"), ("ThroughAgencyId", "Gửi qua"),
            ("ThroughOfAgencyId", null), ("OpensOn", "Tự mở ngày"), ("Repeats", "Hẹn mở kỳ tiếp theo"), ("OpenedAt", "Mở lúc"), ("LockedAt", "Khóa lúc"), ("LockReason", "Lý do khóa, mở khóa"), ("RemindedOn", "Đã nhắc ngày"), ("Reminded", "Số cơ quan được nhắc"), ("JobId", null))
        .Row<Report>("Báo cáo",
            ("HolderAgencyId", "Cơ quan lập"), ("ParentReportId", null), ("AgencyName", "Tên cơ quan trong kỳ"), ("SortOrder", null), ("DueOn", "Hạn gửi"), ("ExtensionReason", "Lý do gia hạn"), ("AskedUntil", "Đề nghị gia hạn đến"), ("AskedReason", "Lý do đề nghị"),
            ("PrefilledAt", "Số liệu tính lúc"), ("Sendings", "Số lần gửi"), ("FirstSentAt", "Gửi lần đầu lúc"), ("FirstSentOn", null), ("SentAt", "Gửi lúc"), ("SentById", "Người gửi"), ("AcceptedAt", "Tiếp nhận lúc"), ("AcceptedById", "Người tiếp nhận"), ("RolledUpAt", "Tổng hợp lúc"),
            ("UnlockedUntil", "Mở khóa đến"), ("SignedFileId", "Bản ký"), ("SignedReference", "Số, ký hiệu bản ký"), ("SignedOn", "Ngày ký"), ("ChangedAt", null))
        .Row<ReportVersion>("Bản báo cáo đã gửi", ("Content", null), ("Verdict", "Kết quả xem xét"), ("JudgedAt", "Xem xét lúc"), ("JudgedById", "Người xem xét"), ("Remark", "Nhận xét"), ("SentAt", "Gửi lúc"), ("SentById", "Người gửi"))
        .Row<ReportFigure>("Số liệu của báo cáo",
            ("FigureId", null), ("OwnValue", "Số tính từ dữ liệu"), ("OwnOf", "Mẫu số tính từ dữ liệu"), ("BelowValue", "Số cấp dưới"), ("BelowOf", "Mẫu số cấp dưới"),
            ("GivenValue", "Số nhập tay"), ("GivenOf", "Mẫu số nhập tay"), ("GivenById", "Người nhập"), ("GivenAt", "Nhập lúc"), ("Value", null), ("Of", null), ("IsStale", "Cấp dưới đã đổi sau khi tổng hợp"))
        .Row<ReportText>("Nội dung mục báo cáo", ("OutlineSectionId", null), ("Prepared", null), ("Text", "Nội dung"), ("Remark", "Nhận xét"), ("EditedById", "Người sửa"), ("EditedAt", "Sửa lúc"))
        .Common(("ReportOutlineId", null), ("ReportingPeriodId", null), ("ReportId", null))
        .Refer<Accounts.User>("SentById", "AcceptedById", "JudgedById", "GivenById", "EditedById")
        .Code("OwnValue", Hundredths).Code("OwnOf", Hundredths).Code("BelowValue", Hundredths).Code("BelowOf", Hundredths).Code("GivenValue", Hundredths).Code("GivenOf", Hundredths)
        // By what stays the same in every version.
        .Refer<OutlineFigure>("OverId", "Parts")
        .Refer<Agencies.Agency>("ThroughAgencyId", "HolderAgencyId")
        .Value<OutlineState>(ReportWords.Of).Value<FigureOrigin>(ReportWords.Of).Value<RollUpRule>(ReportWords.Of).Value<PeriodState>(ReportWords.Of).Value<ReportState>(ReportWords.Of).Value<ReportVerdict>(ReportWords.Of)
        .Name<ReportOutline>((db, ids, cancellation) => db.Set<ReportOutline>().Where(outline => ids.Contains(outline.ReportOutlineId)).ToDictionaryAsync(outline => outline.ReportOutlineId, outline => outline.Title, cancellation))
        .Name<OutlineFigure>((db, ids, cancellation) => db.Set<OutlineFigure>().Where(figure => ids.Contains(figure.FigureId)).GroupBy(figure => figure.FigureId).ToDictionaryAsync(figures => figures.Key, figures => figures.Max(figure => figure.Name)!, cancellation))
        .Name<ReportingPeriod>((db, ids, cancellation) => db.Set<ReportingPeriod>().Where(period => ids.Contains(period.ReportingPeriodId)).ToDictionaryAsync(period => period.ReportingPeriodId, period => period.Title, cancellation))
        .Name<Report>((db, ids, cancellation) => db.Set<Report>().Where(report => ids.Contains(report.ReportId)).ToDictionaryAsync(report => report.ReportId, report => report.AgencyName, cancellation));

    private static string? Hundredths(IStringLocalizer words, string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hundredths) ? FigureNumber.Text(hundredths) : null;
}
