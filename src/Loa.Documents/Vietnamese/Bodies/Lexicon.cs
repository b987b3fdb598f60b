using Loa.Documents.Vietnamese.Text;

namespace Loa.Documents.Vietnamese.Bodies;

/// <summary>The words that names of Vietnamese public bodies are built of.</summary>
internal static class Lexicon
{
    /// <summary>Kinds of bodies and offices long enough to be recognised in any casing.</summary>
    public static readonly Words Heads = new(
        "ủy ban|ubnd|hđnd|hội đồng nhân dân|hội đồng|ủy ban nhân dân|ubmttq|ubmttqvn|mttqvn|ub mttq|mttq|mặt trận tổ quốc|mặt trận|văn phòng|vp ubnd|vp hđnd|trung tâm|công an|thanh tra|chi cục|tổng cục|"
        + "bệnh viện|học viện|trường đại học|trường cao đẳng|trường chính trị|trường trung học|trường tiểu học|trường mầm non|liên đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn|đoàn thanh niên|đoàn tncs|"
        + "đoàn đại biểu|đoàn đbqh|công đoàn|liên minh|liên hiệp|kho bạc|ngân hàng|bảo hiểm xã hội|bhxh|tòa án|viện kiểm sát|bưu điện|vnpt|viettel|vtv|vov|vcci|ttxvn|thống kê tỉnh|thống kê cơ sở|thuế cơ sở|thuế thành phố|mobifone|vietnam post|ban quản lý|ban chỉ đạo|ban tuyên giáo|ban dân vận|"
        + "ban tổ chức|ban thường vụ|ban chấp hành|ban giám đốc|ban giám hiệu|ban lãnh đạo|ban chỉ huy|ban nội chính|ban dân tộc|ban pháp chế|bộ chỉ huy|bộ tư lệnh|bộ đội|bộ phận|bộ chqs|ban chqs|tổ công nghệ|tổ công tác|tổ giúp việc|tổ dân phố|"
        + "đài truyền thanh|đài phát thanh|đài pt|đài ptth|đài pt-th|đài truyền hình|cổng thông tin|cổng ttđt|cổng dịch vụ công|trang thông tin|tạp chí|thông tấn xã|cơ quan|đơn vị|địa phương|doanh nghiệp|"
        + "tổ chức chính trị|tổ chức đoàn thể|tổ chức, cá nhân|tổ chức có liên quan|tổ chức liên quan|tổ chức xã hội|đoàn thể|ban, ngành|ban ngành|sở, ban|sở ngành|sở, ngành|bộ, ngành|phòng, ban|phòng chuyên môn|phòng ban|"
        + "chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|tổng giám đốc|thủ trưởng|người đứng đầu|trưởng ban|trưởng phòng|trưởng các|trưởng|tổ trưởng|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|cục trưởng|chi cục trưởng|"
        + "bộ trưởng|thứ trưởng|tổng cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|lãnh đạo|thường trực|bí thư|cán bộ|công chức|viên chức|người lao động|thành viên|chuyên viên|tất cả|toàn thể|tỉnh ủy|thành ủy|huyện ủy|"
        + "quận ủy|thị ủy|đảng ủy|đảng bộ|chi bộ|cấp ủy|chính phủ|thủ tướng chính phủ|quốc hội|tập đoàn|tổng công ty|công ty|hợp tác xã|quỹ|nhà xuất bản|nhà văn hóa|thư viện|bảo tàng|trạm y tế|trạm|hiệp hội|"
        + "điện lực|viễn thông|hải quan|cục thuế|thuế tỉnh|chi nhánh|hạt kiểm lâm|kiểm lâm|quản lý thị trường|bộ cchc|thư ký|tổ cchc|đội|nhóm|khối|cấp huyện|cấp xã|cấp tỉnh|đồng chí|các đồng chí|phóng viên|báo cáo viên|tuyên truyền viên|"
        + "ban chủ nhiệm|ban đại diện|ban công tác|ban ccđhc|tt phục vụ|ttpvhcc|tt pvhcc|cơ sở giáo dục|nhà trường|quân khu|cảnh sát|viện hàn lâm|đại học|người dân|nhân dân|hội viên|hộ gia đình|thôn|bản|ấp|khu phố|khu dân cư|chuyên gia|câu lạc bộ|trung ương đoàn|các");

    /// <summary>One-word kinds: as the start of a name they need a capital or a name behind them ("báo chí" is no newspaper).</summary>
    public static readonly Words ShortHeads = new("sở|bộ|ban|phòng|đài|báo|hội|đoàn|tổ|cục|vụ|viện|trường|ngành|vp|tt|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu");

    /// <summary>Words that begin like a body and are none.</summary>
    public static readonly Words NotHeads = new(
        "ban hành|ban bố|báo cáo kết quả|báo cáo tình hình|báo cáo về|báo cáo định kỳ|báo cáo|báo chí|hội nghị|hội thi|hội thảo|hội họp|hội đàm|hội nhập|hội diễn|đoàn kết|đoàn công tác|trường hợp|viện dẫn|sở hữu|sở dĩ|sở thích|phòng chống|phòng, chống|phòng ngừa|"
        + "phòng tránh|phòng cháy|phòng họp|phòng dịch|tổ chức triển khai|tổ chức thực hiện|tổ chức các|tổ chức tuyên truyền|tổ chức hội nghị|tổ chức theo|bộ chỉ số|bộ thủ tục|bộ tài liệu|bộ câu hỏi|bộ tiêu chí|bộ máy|bộ mặt|bộ luật|bộ nhận diện|"
        + "bộ công cụ|bộ dữ liệu|bộ ảnh|bộ tranh|ngành nghề|vụ việc|cục bộ|đài thọ|thanh tra việc|đội ngũ|quỹ đạo|các nội dung|các hình thức|các nhiệm vụ|các hoạt động|các văn bản|các tin|các mô hình|các quy định|các chỉ tiêu|các chương trình|các kế hoạch|"
        + "các giải pháp|các hội nghị|các lớp|các cuộc|các khu vực|các khu đô thị|các khu công nghiệp|các khu công cộng|các dịch vụ|các thủ tục|các biện pháp|các kết quả|các vấn đề|các chỉ số|các phương tiện|các chuyên|các kênh|các trang|các dự án|các công trình|các chế độ|các chính sách|các chủ trương|"
        + "các nguồn|các khoản|các buổi|các phiên|các ý kiến|các thông tin|các quan điểm|các lĩnh vực|các tầng lớp|các phong trào|các gương|các tập thể|các sản phẩm|các điều kiện|các yêu cầu|các mục tiêu|các nghị quyết|các nghị định|các cấp có thẩm quyền|tuyên truyền viên pháp luật là");

    /// <summary>Nouns of which a group is listed: "các sở, ban, ngành", "xã, phường có liên quan".</summary>
    public static readonly Words Generic = new(
        "sở|ban|ngành|bộ|cơ quan|đơn vị|địa phương|tổ chức|cá nhân|doanh nghiệp|phòng|đoàn thể|xã|phường|thị trấn|huyện|quận|thành phố|thị xã|đặc khu|tỉnh|chuyên gia|hội|hiệp hội|trường|bệnh viện|trung tâm|viện|hợp tác xã|"
        + "thôn|bản|ấp|buôn|làng|khóm|tổ dân phố|khu phố|khu dân cư|cấp|người dân|nhân dân|cán bộ|công chức|viên chức|người lao động|báo|đài|đội|tổ|cục|vụ|chi cục|trạm|cơ quan ngang bộ|cơ quan thuộc chính phủ|chi nhánh|công ty|"
        + "chi|đảng bộ|tập đoàn|tổng công ty|ban đảng|đảng ủy|cấp ủy|bộ phận|lực lượng|cộng đồng|hội đoàn thể|cơ sở|nhà trường|phòng ban|ban ngành|hộ|ngân hàng|thành viên|văn phòng|hội viên|chi bộ|đồng chí|phóng viên|khối|nhóm|cơ quan báo chí|bên|học viện|ban quản lý|công an|"
        + "câu lạc bộ|chính quyền|báo cáo viên|tuyên truyền viên|tổ chức chính trị|cấp, ngành");

    public static readonly Words Several = new("các|những|một số|tất cả các|toàn thể các|tất cả|toàn thể|mọi");

    /// <summary>What closes a group: a new name may begin behind it.</summary>
    public static readonly Words Closing = new("cấp|có liên quan|liên quan|thuộc|trực thuộc|trên địa bàn|của|đóng trên|trong tỉnh|trong toàn tỉnh|toàn tỉnh|trên toàn");

    public static readonly Words People = new("ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân|chủ tịch ubnd|chủ tịch ủy ban nhân dân|ủy ban mttq|ubmttq|mttq|công an|đảng ủy|ban chqs|lãnh đạo ubnd|phó chủ tịch ubnd");

    public static readonly Phrases<int> Tiers = new(
        ("tỉnh|trung ương", 1), ("huyện|quận|thị xã", 2), ("thành phố", 3), ("xã|phường|thị trấn|đặc khu", 4), ("thôn|bản|ấp|tổ dân phố|khu phố", 5), ("cơ sở", 6));

    /// <summary>Fields of departments, ministries and divisions; those with a comma or "và" inside are one name.</summary>
    public static readonly Words Fields = new(
        "nội vụ|tư pháp|tài chính|y tế|công thương|xây dựng|ngoại vụ|du lịch|dân tộc|dân tộc và tôn giáo|dân tộc - tôn giáo|quốc phòng|công an|ngoại giao|văn hóa|thông tin|kinh tế|kế hoạch|"
        + "kế hoạch và đầu tư|kế hoạch - đầu tư|kế hoạch & đầu tư|kh&đt|khđt|kh và đt|thông tin và truyền thông|thông tin & truyền thông|thông tin - truyền thông|tt&tt|tttt|tt và tt|tt và truyền thông|"
        + "giáo dục và đào tạo|giáo dục & đào tạo|giáo dục - đào tạo|giáo dục đào tạo|gd&đt|gdđt|gd và đt|gd-đt|khoa học và công nghệ|khoa học & công nghệ|khoa học, công nghệ|khoa học công nghệ|kh&cn|khcn|kh và cn|"
        + "giao thông vận tải|giao thông - vận tải|gtvt|giao thông công chính|nông nghiệp và phát triển nông thôn|nông nghiệp & ptnt|nông nghiệp và ptnt|nn&ptnt|nn và ptnt|nnptnt|nông nghiệp và môi trường|nông nghiệp & môi trường|nn&mt|nnmt|nn và mt|nông nghiệp|"
        + "tài nguyên và môi trường|tài nguyên & môi trường|tài nguyên - môi trường|tn&mt|tnmt|tn và mt|lao động - thương binh và xã hội|lao động, thương binh và xã hội|lao động thương binh và xã hội|lao động - thương binh & xã hội|lao động - tb&xh|lao động - tbxh|lđ-tb&xh|lđtb&xh|lđtbxh|lđ-tbxh|lđ - tb&xh|"
        + "văn hóa, thể thao và du lịch|văn hóa, thể thao & du lịch|văn hóa - thể thao và du lịch|văn hóa thể thao và du lịch|văn hóa, thể thao|văn hóa và thể thao|văn hóa - thể thao|vhtt&dl|vhttdl|vh,tt&dl|vh, tt&dl|vh-tt&dl|vhtt và dl|văn hóa và thông tin|văn hóa - thông tin|văn hóa thông tin|vh&tt|vhtt|vh-tt|"
        + "văn hóa, thể thao và truyền thông|văn hóa, thông tin và thể thao|văn hóa - thông tin và thể thao|văn hóa, thông tin|văn hóa - xã hội|văn hóa và xã hội|văn hóa, khoa học và thông tin|văn hóa, khoa học, giáo dục và thông tin|văn hóa - khoa học và thông tin|văn hóa - thể thao và truyền thông|văn hóa, thể thao, du lịch và truyền thông|truyền thông - văn hóa|văn hóa, thông tin, thể thao và du lịch|"
        + "kinh tế, hạ tầng và đô thị|kinh tế - hạ tầng|kinh tế và hạ tầng|kinh tế, hạ tầng|quản lý đô thị|tài chính - kế hoạch|tài chính, kế hoạch|tài chính và kế hoạch|tc-kh|quy hoạch - kiến trúc|quy hoạch và kiến trúc|quy hoạch, kiến trúc|an toàn thực phẩm|công nghiệp và thương mại|"
        + "bộ chính trị, ban bí thư|phát thanh - truyền hình|phát thanh, truyền hình|phát thanh và truyền hình|phát thanh & truyền hình|pt-th|pt&th|pt,th|pt, th|báo và pt,th|báo và pt, th|tổ chức cán bộ|tổ chức - cán bộ|phổ biến, giáo dục pháp luật|phổ biến giáo dục pháp luật|tiếp nhận và trả kết quả|tiếp nhận, trả kết quả|hành chính, tổ chức|hành chính - tổ chức|tổ chức - hành chính|tổ chức, hành chính|tư pháp - hộ tịch|"
        + "hành chính - quản trị|hành chính, quản trị|kế hoạch, tài chính|kế hoạch - tài chính|cải cách hành chính|kiểm soát thủ tục hành chính|xây dựng chính quyền|bộ trưởng, chủ nhiệm|hđnd và ubnd|hđnd & ubnd|hđnd, ubnd|hđnd-ubnd|hđnd - ubnd|hội đồng nhân dân và ủy ban nhân dân|đoàn đbqh và hđnd|đbqh và hđnd|đoàn đại biểu quốc hội và hội đồng nhân dân|đoàn đbqh&hđnd|"
        + "tuyên giáo và dân vận|phòng, chống tham nhũng|phòng, chống|ban, ngành|ban, ngành, đoàn thể|báo và đài|báo và phát thanh, truyền hình|báo và phát thanh - truyền hình|báo và phát thanh và truyền hình|báo, phát thanh và truyền hình|báo và ptth|vận tải và công nghiệp");

    /// <summary>Members of "các hội": "Hội Phụ nữ, Nông dân, Cựu chiến binh".</summary>
    public static readonly Words Unions = new("phụ nữ|nông dân|cựu chiến binh|liên hiệp phụ nữ|lhpn|ccb|chữ thập đỏ|người cao tuổi|luật gia|khuyến học|liên hiệp thanh niên|nhà báo");

    public static readonly Words JoinWords = new("phối hợp với|phối hợp cùng|phối hợp cùng với|cùng phối hợp với|chủ trì phối hợp với|chủ trì, phối hợp với|chủ trì, phối hợp cùng|cùng với|cùng|phối hợp");
    public static readonly Words Prefixes = new(
        "cơ quan chủ trì:|đơn vị chủ trì:|chủ trì:|cơ quan phối hợp:|đơn vị phối hợp:|phối hợp:|phối hợp với:|phối hợp với|phối hợp cùng|cùng với|cơ quan thực hiện:|đơn vị thực hiện:|thực hiện:|lãnh đạo phụ trách:|chủ trì, phối hợp:|giao|chủ trì|cơ quan tham mưu:|tham mưu:|với|cùng|do");
    public static readonly Words Suffixes = new("chủ trì|thực hiện|phối hợp|là cơ quan chủ trì|làm đầu mối|chủ trì thực hiện|chủ trì tham mưu|tham mưu");
    public static readonly ulong And = WordKey.Of("và");
    public static readonly ulong Level = WordKey.Of("cấp");

    /// <summary>A body's name may begin at the token.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="index">Where.</param>
    /// <param name="inside">Behind a comma or "và", where a one-word kind in lower case must carry a name.</param>
    public static bool IsHead(Tokens tokens, int index, bool inside)
    {
        if (tokens[index].Kind != TokenKind.Word || NotHeads.At(tokens, index))
            return false;
        if (Several.Match(tokens, index) is var several and > 0)
            return Generic.At(tokens, index + several) || Heads.At(tokens, index + several) || ShortHeads.At(tokens, index + several);
        if (Heads.At(tokens, index))
            return true;
        var length = ShortHeads.Match(tokens, index);
        if (length == 0)
            return false;
        return !inside || tokens[index].Capital || tokens[index + length].Capital;
    }
}
