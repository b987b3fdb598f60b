using Loa.Documents.Plans;
using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

/// <summary>Bases are written "kind;reference;date;issuer", joined by '|'; '_' stands for null.</summary>
public sealed class LegalBasesTests
{
    [Theory]
    [InlineData("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục hành chính;", "Nghị định;63/2010/NĐ-CP;2010-06-08;Chính phủ")]
    [InlineData("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ;", "Nghị định;63/2010/NĐ-CP;2010-06-08;Chính phủ")]
    [InlineData("Căn cứ Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn nghiệp vụ;", "Thông tư;02/2017/TT-VPCP;2017-10-31;Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ")]
    [InlineData("Căn cứ Thông tư 167/2012/TT-BTC ngày 10/10/2012 của Bộ trưởng Bộ Tài chính quy định việc lập dự toán", "Thông tư;167/2012/TT-BTC;2012-10-10;Bộ trưởng Bộ Tài chính")]
    [InlineData("Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án dữ liệu dân cư;", "Quyết định;06/QĐ-TTg;2022-01-06;Thủ tướng Chính phủ")]
    [InlineData("Thực hiện Nghị quyết số 12-NQ/TU ngày 26/5/2022 của Ban Chấp hành Đảng bộ tỉnh về đẩy mạnh cải cách hành chính;", "Nghị quyết;12-NQ/TU;2022-05-26;Ban Chấp hành Đảng bộ tỉnh")]
    [InlineData("Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII một số vấn đề về sắp xếp bộ máy;", "Nghị quyết;18-NQ/TW;2017-10-25;Ban Chấp hành Trung ương khóa XII")]
    [InlineData("Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10/12/2023 của HĐND tỉnh khóa XVII, kỳ họp thứ 12 về nhiệm vụ năm 2024;", "Nghị quyết;05/NQ-HĐND;2023-12-10;HĐND tỉnh khóa XVII")]
    [InlineData("Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ ngày 15/7/2021 ban hành Chương trình tổng thể;", "Nghị quyết;76/NQ-CP;2021-07-15;Chính phủ")]
    [InlineData("Thực hiện Công văn số 43/STTTT-TTBCXB ngày 12/01/2022 của Sở Thông tin và Truyền thông về việc tuyên truyền;", "Công văn;43/STTTT-TTBCXB;2022-01-12;Sở Thông tin và Truyền thông")]
    [InlineData("Căn cứ Thông tư liên tịch số 03/2011/TTLT-BNV-BTC ngày 20/01/2011 của Bộ Nội vụ và Bộ Tài chính hướng dẫn kinh phí;", "Thông tư liên tịch;03/2011/TTLT-BNV-BTC;2011-01-20;Bộ Nội vụ và Bộ Tài chính")]
    [InlineData("Thực hiện Kế hoạch số     /KH-UBND ngày    /01/2024 của UBND tỉnh về cải cách hành chính;", "Kế hoạch;/KH-UBND;_;UBND tỉnh")]
    [InlineData("Thực hiện Chỉ thị số 23-CT/TU ngày 05/3/2024 của Ban Thường vụ Tỉnh ủy về chấn chỉnh kỷ cương;", "Chỉ thị;23-CT/TU;2024-03-05;Ban Thường vụ Tỉnh ủy")]
    [InlineData("Thực hiện Kết luận số 45-KL/TW của Bộ Chính trị về công tác dân vận;", "Kết luận;45-KL/TW;_;Bộ Chính trị")]
    [InlineData("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", "Luật;_;2015-06-19;_")]
    [InlineData("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;", "Luật;_;2025-06-16;_")]
    [InlineData("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;", "Luật;_;2019-11-22;_")]
    [InlineData("Thực hiện Nghị quyết của HĐND tỉnh số 15/NQ-HĐND ngày 12/12/2025 về nhiệm vụ năm 2026;", "Nghị quyết;15/NQ-HĐND;2025-12-12;HĐND tỉnh")]
    [InlineData("Căn cứ Kế hoạch số 08/KH-UBND ngày 15/7/2025 của UBND tỉnh cải cách hành chính năm 2025;", "Kế hoạch;08/KH-UBND;2025-07-15;UBND tỉnh")]
    [InlineData("Căn cứ Kế hoạch số 09/KH-BCĐ ngày 15/7/2025 của Ban Chỉ đạo cải cách hành chính tỉnh về tuyên truyền;", "Kế hoạch;09/KH-BCĐ;2025-07-15;Ban Chỉ đạo cải cách hành chính tỉnh")]
    [InlineData("Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019;", "Bộ luật;_;2019-11-20;_")]
    [InlineData("Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;", "Hiến pháp;_;_;_")]
    [InlineData("Thực hiện Chương trình hành động số 15-CTr/TU ngày 01/4/2024 của Tỉnh ủy;", "Chương trình hành động;15-CTr/TU;2024-04-01;Tỉnh ủy")]
    [InlineData("Thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Thông báo số 12/TB-UBND ngày 02/02/2024;", "Thông báo;12/TB-UBND;2024-02-02;_")]
    [InlineData("Căn cứ Kế hoạch cải cách hành chính năm 2024 của tỉnh;", "Kế hoạch;_;_;_")]
    [InlineData("Căn cứ Quyết định số 12/2024/QĐ-UBND ngày 01/02/2024 của UBND tỉnh Thanh Giang;", "Quyết định;12/2024/QĐ-UBND;2024-02-01;UBND tỉnh Thanh Giang")]
    public void Read_OneBasis(string preamble, string basis) => Bases(preamble).ShouldBe([basis]);

    [Theory]
    [InlineData("Căn cứ chức năng, nhiệm vụ được giao;")]
    [InlineData("Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 18/TTr-SNV ngày 08/01/2024.")]
    [InlineData("Xét đề nghị của Chánh Văn phòng tại Công văn số 18/VP-NC ngày 08/01/2024,")]
    [InlineData("UBND thành phố xây dựng Kế hoạch thực hiện Nghị quyết số 76/NQ-CP như sau:")]
    [InlineData("QUYẾT ĐỊNH:")]
    [InlineData("Điều 2. Thi hành. Quyết định này có hiệu lực kể từ ngày ký./.")]
    [InlineData("")]
    public void Read_NoBasis(string preamble) => Bases(preamble).ShouldBeEmpty();

    [Fact]
    public void Read_OneALine_SplitsAtLines() => Bases("""
        Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
        Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa;
        Căn cứ Nghị định số 48/2013/NĐ-CP ngày 14/5/2013 của Chính phủ sửa đổi, bổ sung một số điều của các Nghị định liên quan đến kiểm soát thủ tục hành chính;
        Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 18/TTr-SNV ngày 08/01/2026.
        """).ShouldBe(
        [
            "Luật;_;2025-06-16;_",
            "Nghị định;118/2025/NĐ-CP;2025-06-09;Chính phủ",
            "Nghị định;48/2013/NĐ-CP;2013-05-14;Chính phủ",
        ]);

    [Fact]
    public void Read_OneLongSentence_SplitsAtCommasAndLeavesTitlesWhole()
    {
        const string Preamble = "Thực hiện Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 của Chính phủ về kiểm soát thủ tục, "
            + "Nghị định số 48/2013/NĐ-CP ngày 14/5/2013 của Chính phủ sửa đổi, bổ sung một số điều Nghị định số 63/2010/NĐ-CP ngày 08/6/2010 về kiểm soát thủ tục, "
            + "Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 của Chính phủ sửa đổi một số Nghị định, "
            + "Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn thi hành Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ "
            + "và để nâng cao chất lượng phục vụ, Ủy ban nhân dân tỉnh Thanh Giang ban hành Kế hoạch như sau:";
        Bases(Preamble).ShouldBe(
        [
            "Nghị định;63/2010/NĐ-CP;2010-06-08;Chính phủ",
            "Nghị định;48/2013/NĐ-CP;2013-05-14;Chính phủ",
            "Nghị định;92/2017/NĐ-CP;2017-08-07;Chính phủ",
            "Thông tư;01/2018/TT-VPCP;2018-11-23;Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        ]);
        var last = LegalBases.Read(Preamble)[^1];
        last.Basis.Text.ShouldEndWith("ngày 23/4/2018 của Chính phủ");
        Preamble[last.Range.Start..last.Range.End].ShouldBe(last.Basis.Text);
    }

    [Fact]
    public void Read_SentenceThatNamesTheIssuer_EndsBeforeIt()
    {
        var bases = LegalBases.Read("Thực hiện Kế hoạch số 514/KH-UBND ngày 26/12/2022 của UBND tỉnh về tuyên truyền năm 2023, Sở Y tế xây dựng Kế hoạch tuyên truyền với các nội dung sau:");
        bases.Select(b => b.Basis.Text).ShouldBe(["Kế hoạch số 514/KH-UBND ngày 26/12/2022 của UBND tỉnh về tuyên truyền năm 2023"]);
    }

    [Fact]
    public void Read_IssuerBehindSemicolon_EndsBeforeIt()
    {
        var bases = LegalBases.Read("Thực hiện Kế hoạch số 523/KH-UBND ngày 28/12/2021 của UBND tỉnh về cải cách, Công văn số 43/STTTT-TTBCXB ngày 12/01/2022 của Sở Thông tin và Truyền thông về tuyên truyền năm 2022; Sở Ngoại vụ xây dựng Kế hoạch năm 2022, cụ thể như sau:");
        bases.Select(b => b.Basis.Reference).ShouldBe(["523/KH-UBND", "43/STTTT-TTBCXB"]);
        bases[1].Basis.Text.ShouldEndWith("năm 2022");
    }

    [Theory]
    [InlineData("Căn cứ các Nghị định số 61/2018/NĐ-CP ngày 23/4/2018, số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ;", "Nghị định;61/2018/NĐ-CP;2018-04-23;Chính phủ|Nghị định;45/2020/NĐ-CP;2020-04-08;Chính phủ")]
    [InlineData("Căn cứ các Nghị định của Chính phủ: số 61/2018/NĐ-CP ngày 23/4/2018; số 45/2020/NĐ-CP ngày 08/4/2020;", "Nghị định;61/2018/NĐ-CP;2018-04-23;Chính phủ|Nghị định;45/2020/NĐ-CP;2020-04-08;Chính phủ")]
    [InlineData("Căn cứ các Nghị định của Chính phủ số 61/2018/NĐ-CP ngày 23/4/2018, số 45/2020/NĐ-CP ngày 08/4/2020;", "Nghị định;61/2018/NĐ-CP;2018-04-23;Chính phủ|Nghị định;45/2020/NĐ-CP;2020-04-08;Chính phủ")]
    [InlineData("Căn cứ Luật Ban hành văn bản ngày 22/6/2015 và Luật Tiếp cận thông tin ngày 06/4/2016;", "Luật;_;2015-06-22;_|Luật;_;2016-04-06;_")]
    [InlineData("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ;", "Nghị quyết;76/NQ-CP;2021-07-15;Chính phủ|Quyết định;468/QĐ-TTg;2021-03-27;Thủ tướng Chính phủ")]
    [InlineData("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ,", "Nghị quyết;76/NQ-CP;2021-07-15;Chính phủ|Quyết định;468/QĐ-TTg;2021-03-27;Thủ tướng Chính phủ")]
    [InlineData("Căn cứ Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP và Nghị định số 45/2020/NĐ-CP;", "Nghị định;107/2021/NĐ-CP;2021-12-06;Chính phủ")]
    [InlineData("Căn cứ Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi Nghị định số 61/2018/NĐ-CP, Nghị định số 45/2020/NĐ-CP;", "Nghị định;107/2021/NĐ-CP;2021-12-06;Chính phủ")]
    [InlineData("Căn cứ Kế hoạch số 33/KH-UBND ngày 08/01/2020 của UBND tỉnh, căn cứ Công văn số 12/SNV-CCHC ngày 10/01/2020 của Sở Nội vụ;", "Kế hoạch;33/KH-UBND;2020-01-08;UBND tỉnh|Công văn;12/SNV-CCHC;2020-01-10;Sở Nội vụ")]
    [InlineData("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Nghị định số 45/2020/NĐ-CP ngày 08/4/2020 của Chính phủ sửa đổi một số điều;", "Nghị định;61/2018/NĐ-CP;2018-04-23;Chính phủ|Nghị định;45/2020/NĐ-CP;2020-04-08;Chính phủ")]
    [InlineData("Căn cứ Quyết định số 45/QĐ-UBND ngày 08/01/2026 và Kế hoạch số 06/KH-UBND ngày 12/01/2026 của UBND tỉnh về tuyên truyền;", "Quyết định;45/QĐ-UBND;2026-01-08;UBND tỉnh|Kế hoạch;06/KH-UBND;2026-01-12;UBND tỉnh")]
    [InlineData("Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 và Thông tư số 01/2018/TT-VPCP ngày 23/11/2018 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ;", "Nghị định;61/2018/NĐ-CP;2018-04-23;_|Thông tư;01/2018/TT-VPCP;2018-11-23;Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ")]
    [InlineData("Căn cứ Thông tư liên tịch số 14/2014/TTLT-BTC-BTP ngày 27/01/2014 của Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Tư pháp quy định việc lập dự toán;", "Thông tư liên tịch;14/2014/TTLT-BTC-BTP;2014-01-27;Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Tư pháp")]
    public void Read_SeveralInOneClause(string preamble, string bases) => Bases(preamble).ShouldBe(bases.Split('|'));

    [Fact]
    public void Read_DropsOpenerAndFinalMark() =>
        LegalBases.Read("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể;")[0].Basis.Text
            .ShouldBe("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể");

    [Fact]
    public void Read_TitleInQuotes_StaysInTheText() =>
        LegalBases.Read("Căn cứ Quyết định số 1332/QĐ-BNV ngày 24/12/2012 của Bộ Nội vụ phê duyệt Đề án “Tăng cường truyền thông, phổ biến giai đoạn 2013 - 2015”;")[0].Basis
            .ShouldBe(new LegalBasis("Quyết định số 1332/QĐ-BNV ngày 24/12/2012 của Bộ Nội vụ phê duyệt Đề án “Tăng cường truyền thông, phổ biến giai đoạn 2013 - 2015”", "Quyết định", "1332/QĐ-BNV", new DateOnly(2012, 12, 24), "Bộ Nội vụ"));

    private static IEnumerable<string> Bases(string preamble) =>
        LegalBases.Read(preamble).Select(b => string.Join(';', b.Basis.Kind ?? "_", b.Basis.Reference ?? "_", b.Basis.Date?.ToString("O", null) ?? "_", b.Basis.Issuer ?? "_"));
}
