using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Generation;

/// <summary>Annex tables of tasks, and annexes that are about something else.</summary>
internal static class AnnexPart
{
    public static void WriteTasks(Draft draft, int annex, int annexes, string caption, bool merges)
    {
        Title(draft, annexes == 1 ? "PHỤ LỤC" : $"PHỤ LỤC {(annex == 1 ? "I" : "II")}", draft.Dice.Pick("DANH MỤC NHIỆM VỤ", "PHÂN CÔNG NHIỆM VỤ CỤ THỂ", "Nội dung công việc và phân công thực hiện"), caption);
        draft.Layout.Add(new TaskTable(draft, annex, merges).Build());
    }

    /// <summary>Places, criteria or forms: nobody is to do them.</summary>
    public static void WriteOther(Draft draft, string caption)
    {
        var (title, rows) = draft.Dice.Pick<(string, string[][])>(
            ("DANH SÁCH ĐIỂM TUYÊN TRUYỀN", [["STT", "Tên điểm", "Địa chỉ"], ["1", "Nhà văn hóa thôn Bãi Sậy", "Thôn Bãi Sậy"], ["2", "Trụ sở UBND xã", "Thôn Trung"]]),
            ("TIÊU CHÍ CHẤM ĐIỂM", [["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Có kế hoạch đúng hạn", "10"], ["2", "Có tin, bài đăng tải", "20"]]),
            ("BIỂU MẪU SỐ LIỆU", [["TT", "Chỉ số", "Đơn vị tính", "Số lượng"], ["1", "Số tin, bài", "Tin, bài", ""], ["2", "Số cuộc đối thoại", "Cuộc", ""]]));
        Title(draft, "PHỤ LỤC III", title, caption);
        draft.Layout.Add(new TableLayout([.. rows.Select(row => (IReadOnlyList<CellLayout>)[.. row.Select(cell => new CellLayout(cell))])], 1));
    }

    public static void WriteOutline(Draft draft, string caption)
    {
        Title(draft, null, "ĐỀ CƯƠNG BÁO CÁO", caption);
        string[][] parts =
        [
            ["1", "Công tác chỉ đạo", "Nêu số văn bản đã ban hành."], ["2", "Kết quả thực hiện", "Nêu số tin, bài, hội nghị.", "So sánh với kỳ trước."], ["3", "Kiến nghị, đề xuất", "Nêu rõ nơi giải quyết."],
        ];
        foreach (var part in parts)
        {
            draft.Outline.Add(new(part[0], part[1], part[2..]));
            draft.Print($"{part[0]}.", part[1], look: Look.Bold);
            foreach (var paragraph in part[2..])
                draft.Print(paragraph);
        }
    }

    private static void Title(Draft draft, string? number, string title, string caption)
    {
        draft.Layout.Add(new PageBreakLayout());
        if (number is not null)
            draft.Print(number, Look.CenteredBold);
        draft.Print(title, Look.CenteredBold);
        draft.Print(caption, Look.CenteredItalic);
    }
}
