using Loa.Documents.Plans;
using Loa.Modules.Activities;

namespace Loa.Modules.Reports.Outlines.Composing;

/// <summary>The four sections that reports on communication usually have, with the figures asked for in them.</summary>
internal static class StandardOutline
{
    public static void Write(OutlineWriter writer)
    {
        Write(writer, "Công tác chỉ đạo, triển khai thực hiện",
            "Việc tham mưu, ban hành văn bản chỉ đạo, hướng dẫn triển khai; việc phân công, kiểm tra, đôn đốc.",
            ["directives.list"],
            [ProposedFigure.Of("Số văn bản chỉ đạo đã ban hành", "văn bản", "directives.issued")]);
        Write(writer, "Nội dung, hình thức tuyên truyền",
            "Nội dung đã tuyên truyền; hình thức, thời lượng, đối tượng và số lượt người được tuyên truyền. Hoạt động lồng ghép nêu riêng.",
            ["activities.topics", "activities.forms"],
            [
                ProposedFigure.Of("Số hội nghị, lớp tập huấn", "cuộc", ActivityMeasure.Times, CommunicationForm.Conference, CommunicationForm.Training) with { Integrated = false },
                ProposedFigure.Of("Số lượt người dự hội nghị, tập huấn", "lượt người", ActivityMeasure.People, CommunicationForm.Conference, CommunicationForm.Training) with { Integrated = false },
                ProposedFigure.Of("Số lần phát thanh, truyền hình", "lần", ActivityMeasure.Times, CommunicationForm.Broadcast),
                ProposedFigure.Of("Thời lượng phát thanh, truyền hình", "phút", ActivityMeasure.Minutes, CommunicationForm.Broadcast),
                ProposedFigure.Of("Số lần phát loa truyền thanh", "lần", ActivityMeasure.Times, CommunicationForm.Loudspeaker),
                ProposedFigure.Of("Thời lượng phát loa truyền thanh", "phút", ActivityMeasure.Minutes, CommunicationForm.Loudspeaker),
                ProposedFigure.Of("Số tin, bài", "tin, bài", ActivityMeasure.Times, CommunicationForm.News, CommunicationForm.Article),
                ProposedFigure.Of("Số tờ rơi, áp phích, sổ tay đã phát hành", "bản", ActivityMeasure.Copies, CommunicationForm.Leaflet, CommunicationForm.Poster, CommunicationForm.Handbook),
                ProposedFigure.Of("Số hội thi, cuộc thi tìm hiểu", "cuộc thi", ActivityMeasure.Activities, CommunicationForm.LiveContest, CommunicationForm.OnlineContest),
                ProposedFigure.Of("Số hoạt động lồng ghép", "hoạt động", ActivityMeasure.Activities) with { Integrated = true },
                ProposedFigure.Of("Tổng số lượt người được tuyên truyền", "lượt người", ActivityMeasure.People),
            ]);
        Write(writer, "Kết quả qua tuyên truyền",
            "Chuyển biến về nhận thức, hành động của đối tượng; tác động đến kết quả cải cách hành chính; cách làm hay.",
            ["tasks.progress", "activities.best", "exemplars.list"],
            [
                ProposedFigure.Of("Nhiệm vụ hoàn thành đúng hạn", "nhiệm vụ", "tasks.on-time"),
                ProposedFigure.Of("Số mô hình, gương điển hình, sáng kiến", "mô hình, gương", "exemplars.recognised"),
            ]);
        Write(writer, "Đánh giá chung",
            "Ưu điểm; hạn chế và nguyên nhân; khó khăn, vướng mắc; kiến nghị.",
            ["cadences.missed", "exemplars.shortcomings", "difficulties.list"],
            [
                ProposedFigure.Of("Kỳ định mức đạt", "kỳ", "cadences.met"),
                ProposedFigure.Of("Khó khăn, vướng mắc được trả lời", "vướng mắc", "difficulties.answered"),
            ]);
    }

    private static void Write(OutlineWriter writer, string title, string guidance, string[] narratives, ProposedFigure[] figures)
    {
        if (writer.Section(title, guidance, 1, narratives) is { } written)
        {
            Array.ForEach(figures, figure => writer.Figure(written, figure));
        }
    }
}
