using Loa.Documents.Plans;
using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese;

/// <summary>The closed list of communication forms in running text.</summary>
public static class CommunicationForms
{
    // Compared with diacritics; the longest phrase wins, so that "hội nghị báo cáo viên" is no plain conference.
    private static readonly Phrases<CommunicationForm> Named = new(
        ("hội nghị|hội nghị trực tuyến|hội nghị chuyên đề", CommunicationForm.Conference),
        ("hội thảo|tọa đàm|diễn đàn|talkshow", CommunicationForm.Seminar),
        ("đối thoại|gặp gỡ đối thoại|gặp mặt đối thoại", CommunicationForm.Dialogue),
        ("tập huấn|bồi dưỡng|lớp tập huấn|lớp bồi dưỡng|đào tạo bồi dưỡng", CommunicationForm.Training),
        ("cuộc họp|phiên họp|buổi họp|họp giao ban|giao ban|họp cơ quan|hội họp|họp định kỳ|họp thường kỳ|sinh hoạt cơ quan|sinh hoạt chi bộ|sinh hoạt đoàn thể", CommunicationForm.Meeting),
        ("sinh hoạt chuyên đề|nói chuyện chuyên đề|báo cáo chuyên đề", CommunicationForm.ThematicSession),
        ("ngày pháp luật", CommunicationForm.LawDay),
        ("sinh hoạt cộng đồng|sinh hoạt khu dân cư|họp dân|họp dân phố", CommunicationForm.HamletMeeting),
        ("hội nghị báo cáo viên|hội nghị giao ban báo cáo viên|giao ban báo cáo viên|sinh hoạt báo cáo viên", CommunicationForm.ReportersConference),
        ("tiếp công dân|tiếp dân", CommunicationForm.CitizenReception),
        ("phát thanh|truyền hình|phát sóng|lên sóng|trên sóng|đài phát thanh|đài truyền hình|chuyên mục phát sóng|phát sóng chuyên mục|phát chuyên mục|chuyên mục truyền hình|chuyên mục phát thanh", CommunicationForm.Broadcast),
        ("truyền thanh|loa|loa truyền thanh|loa phát thanh|hệ thống loa|đài truyền thanh|truyền thanh cơ sở|phát thanh cơ sở|loa không dây|trạm truyền thanh", CommunicationForm.Loudspeaker),
        ("xe thông tin lưu động|xe lưu động|xe loa|xe tuyên truyền|xe loa lưu động|thông tin lưu động|tuyên truyền lưu động|cổ động lưu động", CommunicationForm.MobileVan),
        ("đưa tin|tin tức|viết tin", CommunicationForm.News),
        ("bài viết|bài báo|báo chí|báo in|báo giấy|báo điện tử|báo viết", CommunicationForm.Article),
        ("phóng sự|phỏng vấn|ký sự|phim tài liệu|phim ngắn|phim phóng sự", CommunicationForm.Reportage),
        ("chuyên mục|chuyên trang", CommunicationForm.Column),
        ("bản tin|nội san|tập san|đặc san|tạp chí", CommunicationForm.Bulletin),
        ("cổng thông tin điện tử|cổng thông tin|trang thông tin điện tử|trang tin điện tử|trang thông tin|cổng ttđt|trang ttđt|website|trang web|trang điện tử|cổng dịch vụ công", CommunicationForm.Portal),
        ("mạng xã hội|facebook|zalo|fanpage|youtube|tiktok|viber|ứng dụng di động|tin nhắn|sms|trang mạng", CommunicationForm.Social),
        ("họp báo|thông cáo báo chí", CommunicationForm.PressSupply),
        ("khẩu hiệu|pa nô|panô|pano|biểu ngữ|banner|cờ phướn|phướn|băng zôn|standee|bảng điện tử|màn hình led|trực quan", CommunicationForm.Banner),
        ("áp phích|tranh cổ động|poster|infographic|đồ họa thông tin", CommunicationForm.Poster),
        ("tờ rơi|tờ gấp|tờ bướm", CommunicationForm.Leaflet),
        ("sổ tay|cẩm nang|sách hỏi đáp|tài liệu hỏi đáp", CommunicationForm.Handbook),
        ("sân khấu|sân khấu hóa|tiểu phẩm|kịch|văn nghệ|kịch ngắn", CommunicationForm.Stage),
        ("hội thi", CommunicationForm.LiveContest),
        ("cuộc thi|thi trực tuyến|thi tìm hiểu", CommunicationForm.OnlineContest),
        ("văn bản chỉ đạo|văn bản triển khai|văn bản hướng dẫn|hệ thống văn bản|công văn", CommunicationForm.Directive),
        ("học tập kinh nghiệm|tham quan|khảo sát thực tế|trao đổi kinh nghiệm", CommunicationForm.StudyVisit));

    private static readonly Words Gathering = new("họp|sinh hoạt");
    private static readonly Words Hamlet = new("thôn|bản|ấp|tổ dân phố|khu phố|khu dân cư|buôn|làng|xóm|tổ dân cư|khóm|tổ nhân dân|thôn bản");
    private static readonly Words BeforeOtherBan = new("văn|cơ|ấn|kịch|biên|căn");
    private static readonly Words BeforeOtherTin = new("thông|bản|niềm|uy|lòng|đức|nhắn|hệ thống thông");
    private static readonly Words AfterOtherTin = new("học|cậy|tưởng|nhắn|rằng|dùng");
    private static readonly Words AfterOtherBai = new("bản|trừ|học|thi|tập|giảng|hát|tỏ|phát biểu");
    private static readonly Words Supply = new("cung cấp thông tin");
    private static readonly Words Press = new("báo chí|cơ quan báo chí");
    private static readonly ulong Tin = WordKey.Of("tin");
    private static readonly ulong Bai = WordKey.Of("bài");
    private static readonly ulong Bang = WordKey.Of("băng");
    private static readonly ulong Ron = WordKey.Of("rôn");
    private static readonly ulong Dai = WordKey.Of("đài");
    private static readonly ulong Bao = WordKey.Of("báo");

    /// <summary>Forms named in the text, in order of the first mention, none twice; <see cref="CommunicationForm.Other"/> alone when none is named.</summary>
    public static IReadOnlyList<CommunicationForm> Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = Tokens.Read(text);
        var forms = In(tokens, 0, tokens.Count);
        return forms.Count > 0 ? forms : [CommunicationForm.Other];
    }

    /// <summary>The forms named by the tokens [<paramref name="first"/>, <paramref name="end"/>); empty when none is.</summary>
    internal static List<CommunicationForm> In(Tokens tokens, int first, int end)
    {
        var forms = new List<CommunicationForm>();
        for (var i = first; i < end;)
        {
            var length = At(tokens, i, out var form);
            if (length > 0 && !forms.Contains(form))
                forms.Add(form);
            i += Math.Max(1, length);
        }

        return forms;
    }

    /// <summary>How many tokens the form at <paramref name="index"/> takes; 0 when none is named there.</summary>
    internal static int At(Tokens tokens, int index, out CommunicationForm form)
    {
        if (Contextual(tokens, index, out form) is var length and > 0)
            return length;
        return Named.Match(tokens, index, out form);
    }

    /// <summary>Forms that a neighbour decides: "tin" but not "thông tin", a meeting "ở thôn", information supplied "cho báo chí".</summary>
    private static int Contextual(Tokens tokens, int index, out CommunicationForm form)
    {
        form = default;
        if (tokens[index].Is(Tin))
        {
            form = CommunicationForm.News;
            return BeforeOtherTin.At(tokens, index - 1) || AfterOtherTin.At(tokens, index + 1) ? 0 : 1;
        }

        if (tokens[index].Is(Bai))
        {
            form = CommunicationForm.Article;
            return AfterOtherBai.At(tokens, index + 1) ? 0 : 1;
        }

        if (tokens[index].Is(Bang))
            return Banner(tokens, index, out form);
        if (tokens[index].Is(Dai) && PressList(tokens, index))
        {
            form = CommunicationForm.Broadcast;
            return Named.Match(tokens, index, out _) > 0 ? 0 : 1;
        }

        return Gathering.Match(tokens, index) is var gathering and > 0
            ? HamletMeeting(tokens, index, gathering, out form)
            : PressSupply(tokens, index, out form);
    }

    /// <summary>"băng rôn", "băng - rôn", "băng-rôn".</summary>
    private static int Banner(Tokens tokens, int index, out CommunicationForm form)
    {
        form = CommunicationForm.Banner;
        if (tokens[index + 1].Is(Ron))
            return 2;
        return tokens[index + 1].IsMark('-') && tokens[index + 2].Is(Ron) ? 3 : 0;
    }

    /// <summary>"báo, đài": the word alone is a station only beside the press.</summary>
    private static bool PressList(Tokens tokens, int index) =>
        tokens[index - 1].Kind == TokenKind.Mark && tokens[index - 1].Mark is ',' or '/' or '-' && tokens[index - 2].Is(Bao);

    /// <summary>"họp thôn", "sinh hoạt ở các tổ dân phố, bản": the place stands within a few words.</summary>
    private static int HamletMeeting(Tokens tokens, int index, int gathering, out CommunicationForm form)
    {
        form = CommunicationForm.HamletMeeting;
        for (var i = index + gathering; i < index + gathering + 5 && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (Hamlet.Match(tokens, i) is var place and > 0 && !BeforeOtherBan.At(tokens, i - 1))
                return i + place - index;
        }

        return 0;
    }

    private static int PressSupply(Tokens tokens, int index, out CommunicationForm form)
    {
        form = CommunicationForm.PressSupply;
        var supply = Supply.Match(tokens, index);
        for (var i = index + supply; supply > 0 && i < index + 16 && tokens[i].Kind != TokenKind.End && !tokens[i].IsMark(';'); i++)
        {
            if (Press.Match(tokens, i) is var press and > 0)
                return i + press - index;
        }

        return 0;
    }
}
