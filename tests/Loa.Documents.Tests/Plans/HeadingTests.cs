using Loa.Documents.Plans;

namespace Loa.Documents.Tests.Plans;

/// <summary>Headings, titles and signatures in the variants that real documents print.</summary>
public sealed class HeadingTests
{
    private const string Motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM¶Độc lập - Tự do - Hạnh phúc¶";

    [Theory]
    [InlineData("UBND TỈNH THANH GIANG¶SỞ NỘI VỤ¶Số: 12/KH-SNV", "UBND tỉnh Thanh Giang", "Sở Nội vụ")]
    [InlineData("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số: 12/KH-UBND", null, "Ủy ban nhân dân tỉnh Thanh Giang")]
    [InlineData("BỘ NỘI VỤ¶Số: 12/KH-BNV", null, "Bộ Nội vụ")]
    [InlineData("UBND TỈNH THANH GIANG¶SỞ VĂN HÓA, THỂ THAO¶VÀ DU LỊCH¶Số: 12/KH-SVHTTDL", "UBND tỉnh Thanh Giang", "Sở Văn hóa, Thể thao và Du lịch")]
    [InlineData("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶BAN CHỈ ĐẠO¶CẢI CÁCH HÀNH CHÍNH¶Số: 12/KH-BCĐ", "Ủy ban nhân dân tỉnh Thanh Giang", "Ban Chỉ đạo cải cách hành chính")]
    [InlineData("LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM¶LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH GIANG¶CÔNG ĐOÀN VIÊN CHỨC TỈNH¶Số: 12/KH-CĐVC", "Liên đoàn Lao động tỉnh Thanh Giang", "Công đoàn Viên chức tỉnh")]
    public void Issuers_OfTheHeading_FollowTheJoiningRule(string left, string? parent, string issuer)
    {
        var heading = Heading(left, "Thanh Giang, ngày 05 tháng 02 năm 2025");

        // Which line belongs to which name is judged here; the casing of names is the grammar's and tested there.
        (heading.ParentIssuer?.ToUpperInvariant(), heading.Issuer?.ToUpperInvariant()).ShouldBe((parent?.ToUpperInvariant(), issuer.ToUpperInvariant()));
    }

    [Fact]
    public void Columns_PrintedOnOneLine_AreDivided()
    {
        var heading = Ended(new DocumentBuilder().Lines(
            "Bộ Nội vụ Số: 251/QĐ-BNV |", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 29 tháng 03 năm 2025 |", "Kế hoạch", "Tuyên truyền năm 2025")).Read().Document;

        (heading.Issuer, heading.Reference, heading.Place, heading.Date, heading.Kind).ShouldBe(("Bộ Nội vụ", "251/QĐ-BNV", "Hà Nội", new DateOnly(2025, 3, 29), "Kế hoạch"));
    }

    [Fact]
    public void Decision_WithThePlanInItsFirstArticle_ReadsThePlan()
    {
        var plan = new DocumentBuilder().Layout("BỘ NỘI VỤ¶Số: 424/QĐ-BNV", Motto + "Hà Nội, ngày 24 tháng 3 năm 2025")
            .Centered("QUYẾT ĐỊNH").Centered("VỀ VIỆC BAN HÀNH KẾ HOẠCH THÔNG TIN, TUYÊN TRUYỀN NĂM 2025").Centered("BỘ TRƯỞNG BỘ NỘI VỤ")
            .Lines("Căn cứ Nghị định số 34/2017/NĐ-CP ngày 03 tháng 4 năm 2017 của Chính phủ quy định chức năng của Bộ Nội vụ;", "Xét đề nghị của Vụ trưởng Vụ Cải cách hành chính,").Centered("QUYẾT ĐỊNH:")
            .Lines("Điều 1. Ban hành Kế hoạch thông tin, tuyên truyền năm 2025 với những nội dung cơ bản sau đây:", "I. MỤC TIÊU, YÊU CẦU", "1. Mục tiêu", "Nâng cao nhận thức.", "2. Yêu cầu", "Đúng đối tượng.",
                "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", "Điều 3. Chánh Văn phòng Bộ chịu trách nhiệm thi hành Quyết định này./.")
            .Layout("Nơi nhận:¶- Như Điều 3;¶- Lưu: VT.", "BỘ TRƯỞNG¶Trần Văn Mẫu").Read();

        (plan.Document.Promulgates, plan.Document.Year).ShouldBe(("Kế hoạch", 2025));
        plan.Purposes.ShouldBe(["Nâng cao nhận thức."]);
        plan.Requirements.ShouldBe(["Đúng đối tượng."]);
        plan.Responsibilities.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Số:       /KH-UBND", "/KH-UBND", null)]
    [InlineData("Số: 122 /KH-UBND", "122/KH-UBND", 122)]
    [InlineData("Số: 07/KH-UBND", "07/KH-UBND", 7)]
    public void Reference_OpenOrSpaced_IsAsPrinted(string line, string reference, int? number)
    {
        var heading = Heading("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶" + line, "Thanh Giang, ngày 05 tháng 02 năm 2025");

        (heading.Reference, heading.Number, heading.Date).ShouldBe((reference, number, new DateOnly(2025, 2, 5)));
    }

    [Fact]
    public void Date_WhoseYearWrapped_IsRead() =>
        Heading("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số: 1/KH-UBND", "Thanh Giang, ngày 05 tháng 02 năm¶2025").Date.ShouldBe(new DateOnly(2025, 2, 5));

    [Fact]
    public void Date_LeftOpen_IsNull()
    {
        var heading = Heading("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số:     /KH-UBND", "Thanh Giang, ngày     tháng     năm 2025");

        (heading.Date, heading.Place).ShouldBe((null, "Thanh Giang"));
    }

    [Theory]
    [InlineData("Thực hiện công tác tuyên truyền cải cách hành chính năm 2025", "Thực hiện công tác tuyên truyền cải cách hành chính năm 2025")]
    [InlineData("Triển khai Đề án truyền thông¶trên địa bàn tỉnh Thanh Giang, giai đoạn 2025 - 2030", "Triển khai Đề án truyền thông trên địa bàn tỉnh Thanh Giang, giai đoạn 2025 - 2030")]
    [InlineData("V/v tuyên truyền cải cách hành chính năm 2025", "Tuyên truyền cải cách hành chính năm 2025")]
    public void Subject_OnOneOrMoreLines_IsWhole(string printed, string subject)
    {
        var document = new DocumentBuilder().Layout("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số: 15/KH-UBND", Motto + "Thanh Giang, ngày 05 tháng 02 năm 2025").Centered("KẾ HOẠCH");
        foreach (var line in printed.Split('¶'))
            document.Centered(line);

        Ended(document).Read().Document.Subject.ShouldBe(subject);
    }

    [Fact]
    public void KindAndSubject_OnOneLineOfCapitals_AreDivided()
    {
        var heading = Ended(new DocumentBuilder().Layout("BỘ NỘI VỤ¶Số: 15/KH-BNV", Motto + "Hà Nội, ngày 05 tháng 02 năm 2025")
            .Centered("KẾ HOẠCH TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2025")).Read().Document;

        (heading.Kind, heading.Subject, heading.Year).ShouldBe(("Kế hoạch", "Tuyên truyền cải cách hành chính năm 2025", 2025));
    }

    [Fact]
    public void Letter_WithoutAKind_IsACongVan()
    {
        var heading = new DocumentBuilder().Layout("UBND TỈNH THANH GIANG¶SỞ NỘI VỤ¶Số: 77/SNV-CCHC¶V/v tăng cường tuyên truyền cải cách¶hành chính năm 2025", Motto + "Thanh Giang, ngày 05 tháng 02 năm 2025")
            .Lines("Kính gửi: Các sở, ban, ngành tỉnh.", "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2025 của UBND tỉnh về tuyên truyền, Sở Nội vụ đề nghị các đơn vị thực hiện các nội dung sau:", "1. Tuyên truyền rộng rãi.", "Đề nghị các đơn vị thực hiện./.")
            .Layout("Nơi nhận:¶- Như trên;¶- Lưu: VT.", "GIÁM ĐỐC¶Trần Văn Mẫu").Read().Document;

        (heading.Kind, heading.Reference, heading.Subject).ShouldBe(("Công văn", "77/SNV-CCHC", "Tăng cường tuyên truyền cải cách hành chính năm 2025"));
    }

    [Theory]
    [InlineData("TM. ỦY BAN NHÂN DÂN¶KT. CHỦ TỊCH¶PHÓ CHỦ TỊCH¶(Đã ký)¶Trần Văn Mẫu", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("TL. CHỦ TỊCH¶CHÁNH VĂN PHÒNG¶Trần Văn Mẫu", "TL. CHỦ TỊCH", null, "CHÁNH VĂN PHÒNG")]
    [InlineData("TM. BAN CHỈ ĐẠO¶CẢI CÁCH HÀNH CHÍNH¶TRƯỞNG BAN¶Trần Văn Mẫu", "TM. BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH", null, "TRƯỞNG BAN")]
    [InlineData("TM. BAN CHỈ ĐẠO¶TRƯỞNG BAN¶CHỦ TỊCH UBND TỈNH¶Trần Văn Mẫu", "TM. BAN CHỈ ĐẠO", null, "TRƯỞNG BAN")]
    [InlineData("GIÁM ĐỐC¶Trần Văn Mẫu", null, null, "GIÁM ĐỐC")]
    [InlineData("TM. ỦY BAN NHÂN DÂN¶CHỦ NỊCH¶Trần Văn Mẫu", "TM. ỦY BAN NHÂN DÂN", null, "CHỦ TỊCH")]
    [InlineData("KT.GIÁM ĐỐC¶PHÓ GIÁM ĐỐC¶Trần Văn Mẫu", null, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")]
    public void Signature_InItsVariants_IsTakenApart(string cell, string? authority, string? capacity, string title)
    {
        var signer = DocumentBuilder.Plan().Lines("I. NỘI DUNG", "Tuyên truyền rộng rãi.", "Trên đây là Kế hoạch./.")
            .Layout("Nơi nhận:¶- Các sở, ban, ngành;¶- Lưu: VT.", cell).Read().Document.Signer;

        signer.ShouldBe(new Signer(authority, capacity, title, "Trần Văn Mẫu"));
    }

    [Fact]
    public void Decision_WithItsPlan_KeepsItsOwnHeadingAndReadsThePlan()
    {
        var plan = new DocumentBuilder().Layout("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số: 47/QĐ-UBND", Motto + "Thanh Giang, ngày 14 tháng 01 năm 2025")
            .Centered("QUYẾT ĐỊNH").Centered("Về việc ban hành Kế hoạch tuyên truyền năm 2025").Centered("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH GIANG")
            .Lines("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;", "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 18/TTr-SNV ngày 08/01/2025,").Centered("QUYẾT ĐỊNH:")
            .Lines("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tuyên truyền năm 2025.", "Điều 2. Chánh Văn phòng UBND tỉnh chịu trách nhiệm thi hành Quyết định này./.")
            .Layout("Nơi nhận:¶- Như Điều 2;¶- Lưu: VT.", "CHỦ TỊCH¶Trần Văn Mẫu")
            .Centered("KẾ HOẠCH").Centered("Tuyên truyền năm 2025").Lines("(Ban hành kèm theo Quyết định số 47/QĐ-UBND ngày 14/01/2025", "của Chủ tịch UBND tỉnh Thanh Giang)")
            .Lines("I. MỤC ĐÍCH", "- Nâng cao nhận thức.", "II. TỔ CHỨC THỰC HIỆN", "1. Sở Nội vụ", "- Theo dõi việc thực hiện.").Read();

        (plan.Document.Kind, plan.Document.Promulgates, plan.Document.Subject).ShouldBe(("Quyết định", "Kế hoạch", "Ban hành Kế hoạch tuyên truyền năm 2025"));
        plan.Sections.Select(s => s.Title).ShouldBe(["MỤC ĐÍCH", "TỔ CHỨC THỰC HIỆN"]);
        plan.Document.Recipients.ShouldBe(["Như Điều 2"]);
        plan.Document.Signer.ShouldBe(new Signer(null, null, "CHỦ TỊCH", "Trần Văn Mẫu"));
    }

    [Fact]
    public void Scheme_BehindItsDecision_IsFoundByItsShortTitle()
    {
        var plan = new DocumentBuilder().Layout("ỦY BAN NHÂN DÂN¶TỈNH THANH GIANG¶Số: 47/QĐ-UBND", Motto + "Thanh Giang, ngày 14 tháng 01 năm 2025")
            .Centered("QUYẾT ĐỊNH").Centered("Phê duyệt Đề án truyền thông năm 2025")
            .Lines("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;").Centered("QUYẾT ĐỊNH:").Lines("Điều 1. Phê duyệt Đề án truyền thông năm 2025.", "Điều 2. Quyết định này có hiệu lực từ ngày ký./.")
            .Lines("Nơi nhận:", "- Như Điều 2;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Mẫu")
            .Lines("ĐỀ ÁN", "Truyền thông năm 2025", "(Kèm theo Quyết định số 47/QĐ-UBND ngày 14/01/2025 của UBND tỉnh Thanh Giang)", "I. MỤC TIÊU", "- Nâng cao nhận thức.").Read();

        plan.Document.Recipients.ShouldBe(["Như Điều 2"]);
        plan.Purposes.ShouldBe(["Nâng cao nhận thức."]);
    }

    [Fact]
    public void Recipients_CutByAPage_AreAllRead() => DocumentBuilder.Plan().Lines("I. NỘI DUNG", "Tuyên truyền rộng rãi.", "Trên đây là Kế hoạch./.")
        .Layout("Nơi nhận:¶- UBND tỉnh;", "GIÁM ĐỐC").Lines("- Các sở, ban, ngành tỉnh:").Layout("+ Sở Y tế;¶- Lưu: VT.", "Trần Văn Mẫu").Read()
        .Document.Recipients.ShouldBe(["UBND tỉnh", "Các sở, ban, ngành tỉnh", "Sở Y tế"]);

    [Theory]
    [InlineData("Once upon a time there was a plan. It was a good plan, with many tasks and a date.", DocumentFailure.NotVietnamese)]
    [InlineData("Hôm ấy trời mưa rất to, con đường làng lầy lội, lão Hạc ngồi bên hiên nhà nhìn ra ngõ.", DocumentFailure.NotAPlan)]
    public void Text_ThatIsNoDocument_IsRefused(string text, DocumentFailure failure) =>
        Should.Throw<DocumentException>(() => new DocumentBuilder().Lines(text, text).Read()).Failure.ShouldBe(failure);

    private static PlanHeading Heading(string left, string right) =>
        Ended(new DocumentBuilder().Layout(left, Motto + right).Centered("KẾ HOẠCH").Centered("Tuyên truyền cải cách hành chính năm 2025")).Read().Document;

    private static DocumentBuilder Ended(DocumentBuilder document) => document
        .Lines("Căn cứ Kế hoạch số 1/KH-UBND ngày 02/01/2025 của UBND tỉnh Thanh Giang về cải cách hành chính,", "Cơ quan ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "Nâng cao nhận thức.").Signed();
}
