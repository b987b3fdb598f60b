using Loa.Platform.Audit;

namespace Loa.Modules.EvidenceFiles;

/// <summary>Evidence files, as a history tells them.</summary>
internal static class EvidenceFileHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<EvidenceFile>("Hồ sơ kiểm chứng", ("Index", "Bộ chỉ số, bộ tiêu chí"), ("IndexFolded", null), ("Year", "Năm"), ("Code", "Mã tiêu chí"))
        .Row<EvidenceFileItem>("Tài liệu của hồ sơ", ("EvidenceFileId", null), ("DirectiveId", "Văn bản chỉ đạo"), ("Caption", "Chú thích"));
}
