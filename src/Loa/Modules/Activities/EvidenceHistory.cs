using Loa.Modules.Accounts;
using Loa.Platform.Audit;
using Loa.Platform.Files;

namespace Loa.Modules.Activities;

/// <summary>Evidence, as a history tells it.</summary>
internal static class EvidenceHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Evidence>("Minh chứng",
            ("AddedAt", "Thêm lúc"), ("AddedById", "Người thêm"), ("Caption", "Chú thích"), ("Kind", "Loại tệp"), ("Link", "Liên kết"), ("LinkCheckedAt", null), ("LinkTitle", "Tên trang"), ("RemovedAt", "Bỏ lúc"),
            ("RemovedById", "Người bỏ"), ("Scan", "Quét vi-rút"), ("ScanNote", "Bộ quét nói"), ("ScannedAt", "Quét lúc"), ("SmallFileId", null), ("Url", "Địa chỉ"))
        .Row<LinkSnapshot>("Nội dung liên kết đã ghi lại", ("EvidenceId", null), ("TakenAt", "Ghi lại lúc"))
        .Row<EvidenceRules>("Quy định lưu giữ minh chứng", ("EvidenceRulesId", null), ("KeptDays", "Xóa hẳn minh chứng đã bỏ sau (ngày)"), ("ServesUnscanned", "Cho mở tệp chưa quét vi-rút"))
        .Refer<User>("AddedById", "RemovedById")
        .Value<ContentKind>((_, kind) => kind.Facts().Name).Value<LinkState>(EvidenceWords.Of).Value<ScanState>(scan => EvidenceWords.Of(scan) ?? "Không thấy mã độc");
}
