using Loa.Documents.Blocks;
using Loa.Modules.Plans.Import.Drafts;
using Microsoft.Extensions.Localization;

namespace Loa.Modules.Plans.Import.Review;

internal static class ReviewWords
{
    public static int Count(ReviewView view, DraftSection section) => section switch
    {
        DraftSection.Heading => 1,
        DraftSection.Bases => Kept(view.Draft.Bases),
        DraftSection.Texts => Kept(view.Draft.Texts),
        DraftSection.Targets => Kept(view.Draft.Targets),
        DraftSection.Tasks => Kept(view.Draft.Tasks),
        DraftSection.Responsibilities => Kept(view.Draft.Duties),
        DraftSection.Cadences => Kept(view.Draft.Cadences),
        DraftSection.Reporting => Kept(view.Draft.Reporting),
        DraftSection.Unread => view.UnseenUnread,
        DraftSection.Agencies => view.Names.Open,
        _ => 0,
    };

    /// <summary>What the file holds besides what was read.</summary>
    public static string Omission(IStringLocalizer words, SourceOmission omission) => omission switch
    {
        SourceOmission.Notes => words["Tệp có chú thích cuối trang; phần chú thích không được đọc."],
        SourceOmission.DeletedText => words["Tệp có phần đã xóa ở chế độ theo dõi thay đổi; phần đã xóa không được đọc."],
        SourceOmission.HiddenText => words["Tệp có chữ ẩn; chữ ẩn không được đọc."],
        SourceOmission.EmbeddedFile => words["Tệp có nhúng một tệp khác; tệp nhúng không được đọc."],
        SourceOmission.PageFurniture => words["Đầu trang, chân trang và số trang của tệp PDF không được đọc."],
        _ => throw new ArgumentOutOfRangeException(nameof(omission), omission, null),
    };

    private static int Kept(IEnumerable<DraftItem> items) => items.Count(item => !item.Removed);
}
