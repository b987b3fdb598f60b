using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Modules.Plans;

/// <summary>The forms of communication by the names officers use; what is typed is understood as the document's own words are.</summary>
internal static class FormNames
{
    private static readonly Dictionary<CommunicationForm, string> Names = new()
    {
        [CommunicationForm.Conference] = "Hội nghị",
        [CommunicationForm.Seminar] = "Hội thảo, tọa đàm",
        [CommunicationForm.Dialogue] = "Đối thoại",
        [CommunicationForm.Training] = "Tập huấn, bồi dưỡng",
        [CommunicationForm.Meeting] = "Cuộc họp",
        [CommunicationForm.ThematicSession] = "Sinh hoạt chuyên đề",
        [CommunicationForm.LawDay] = "Ngày Pháp luật",
        [CommunicationForm.HamletMeeting] = "Họp thôn, tổ dân phố",
        [CommunicationForm.ReportersConference] = "Hội nghị báo cáo viên",
        [CommunicationForm.CitizenReception] = "Tiếp công dân",
        [CommunicationForm.Broadcast] = "Phát thanh, truyền hình",
        [CommunicationForm.Loudspeaker] = "Loa truyền thanh",
        [CommunicationForm.MobileVan] = "Xe thông tin lưu động",
        [CommunicationForm.News] = "Tin",
        [CommunicationForm.Article] = "Bài viết",
        [CommunicationForm.Reportage] = "Phóng sự, phỏng vấn",
        [CommunicationForm.Column] = "Chuyên mục",
        [CommunicationForm.Bulletin] = "Bản tin",
        [CommunicationForm.Portal] = "Cổng, trang thông tin điện tử",
        [CommunicationForm.Social] = "Mạng xã hội",
        [CommunicationForm.PressSupply] = "Cung cấp thông tin cho báo chí",
        [CommunicationForm.Banner] = "Băng rôn, khẩu hiệu",
        [CommunicationForm.Poster] = "Áp phích",
        [CommunicationForm.Leaflet] = "Tờ rơi, tờ gấp",
        [CommunicationForm.Handbook] = "Sổ tay, cẩm nang",
        [CommunicationForm.Stage] = "Sân khấu hóa",
        [CommunicationForm.LiveContest] = "Hội thi",
        [CommunicationForm.OnlineContest] = "Cuộc thi trực tuyến",
        [CommunicationForm.Directive] = "Văn bản chỉ đạo",
        [CommunicationForm.StudyVisit] = "Học tập kinh nghiệm",
        [CommunicationForm.Other] = "Hình thức khác",
    };

    private static readonly Dictionary<string, CommunicationForm> ByName =
        Names.ToDictionary(pair => Folding.Fold(pair.Value), pair => pair.Key, StringComparer.Ordinal);

    public static string Of(CommunicationForm form) => Names[form];

    public static string Lines(IEnumerable<CommunicationForm> forms) => string.Join('\n', forms.Select(form => Names[form]));

    /// <summary>One or more forms a line; false when a line names none.</summary>
    public static bool TryRead(string lines, out List<CommunicationForm> forms)
    {
        forms = [];
        foreach (var line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ByName.TryGetValue(Folding.Fold(line), out var named))
            {
                forms.Add(named);
                continue;
            }

            var read = CommunicationForms.Classify(line);
            if (read is [CommunicationForm.Other])
                return false;
            forms.AddRange(read);
        }

        forms = [.. forms.Distinct()];
        return true;
    }
}
