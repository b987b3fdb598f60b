using Loa.Platform.Audit;

namespace Loa.Modules.Exemplars;

/// <summary>Exemplars and shortcomings, as a history tells them.</summary>
internal static class ExemplarHistory
{
    public static HistoryWords Words { get; } = new HistoryWords()
        .Row<Exemplar>("Điển hình, hạn chế",
            ("Kind", "Loại"), ("Story", "Cách làm, kết quả"), ("NominatedAt", "Giới thiệu lúc"), ("NominatedById", "Người giới thiệu"), ("ReviewedAt", "Xem xét lúc"), ("ReviewedById", "Người xem xét"), ("Remark", "Nhận xét"),
            ("PublishedAt", "Công khai lúc"), ("PublishedById", "Người công khai"), ("Decision", "Văn bản quyết định công khai"), ("Remedy", "Đã làm gì"), ("RemediedOn", "Ngày khắc phục xong"))
        .Row<ExemplarUse>("Nơi áp dụng điển hình", ("ExemplarId", null))
        .Refer<Accounts.User>("NominatedById", "ReviewedById", "PublishedById")
        .Value<ExemplarKind>(ExemplarWords.Of).Value<ExemplarState>(ExemplarWords.Of);
}
