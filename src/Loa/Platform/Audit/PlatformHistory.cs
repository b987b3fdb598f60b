using Loa.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Loa.Platform.Audit;

/// <summary>The shared rows in a history, and the fields that every module names alike.</summary>
internal static class PlatformHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<StoredFile>("Tệp", ("ContentType", "Loại tệp"), ("Length", "Dung lượng (byte)"), ("ReceivedAt", "Nhận lúc"))
        .Row<CalendarDay>("Ngày nghỉ, ngày làm bù", ("Date", "Ngày"), ("Name", "Tên ngày"))
        .Name<StoredFile>((db, ids, cancellation) => db.Set<StoredFile>().Where(file => ids.Contains(file.StoredFileId)).ToDictionaryAsync(file => file.StoredFileId, file => file.FileName, cancellation))
        .Refer<StoredFile>("FileId", "SignedFileId")
        .Common(
            ("At", "Thời điểm"), ("Code", "Mã"), ("Count", "Số lượng"), ("CreatedAt", "Tạo lúc"), ("CreatedById", "Người tạo"), ("CreatedBy", "Người tạo"), ("Date", "Ngày ban hành"),
            ("DisplayName", "Họ và tên"), ("DueOn", "Hạn"), ("Email", "Thư điện tử"), ("Every", "Chu kỳ"), ("FileId", "Tệp"), ("FileName", "Tên tệp"), ("From", "Từ ngày"),
            ("FromScan", "Nhận dạng từ bản quét"), ("IsRequest", "Là đề nghị"), ("Issuer", "Cơ quan ban hành"), ("Kind", "Loại"), ("Level", "Cấp"), ("Name", "Tên"), ("Note", "Ghi chú"),
            ("Number", "Số thứ tự"), ("Reason", "Lý do"), ("ReceivedBy", "Người nhận"), ("RecordedAt", "Ghi nhận lúc"), ("RecordedById", "Người ghi nhận"), ("Reference", "Số, ký hiệu"),
            ("Role", "Vai trò"), ("ShortName", "Tên gọi tắt"), ("State", "Trạng thái"), ("Status", "Trạng thái"), ("Subject", "Trích yếu"), ("Tags", "Nhãn"), ("Text", "Nội dung"),
            ("Title", "Tiêu đề"), ("To", "Đến ngày"), ("WithdrawnAt", "Thu hồi lúc"), ("WithdrawnReason", "Lý do thu hồi"), ("ById", "Người thực hiện"),
            ("AskedAt", "Hỏi lúc"), ("Form", "Hình thức"), ("Forms", "Hình thức tuyên truyền"),
            // Places in a list, hashes and columns for comparing: nothing a reader could use.
            ("Ordinal", null), ("Sha256", null), ("ReferenceKey", null));
}
