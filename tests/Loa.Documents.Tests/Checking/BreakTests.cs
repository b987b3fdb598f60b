using Loa.Documents.Checking;
using Loa.Documents.Tests.Writing;

namespace Loa.Documents.Tests.Checking;

/// <summary>Each rule of the checker: exactly one thing is broken in a written document, exactly that is found.</summary>
public sealed class BreakTests
{
    private const string Main = "word/document.xml";

    /// <summary>In a style: name, what stands there, what is put there; the letter unless the name of the case says plan.</summary>
    [Theory]
    [InlineData("QuocHieu", "w:val=\"24\"", "w:val=\"28\"", FormatElement.StateName, FormatProperty.Size)]
    [InlineData("QuocHieu", "<w:b />", "", FormatElement.StateName, FormatProperty.Bold)]
    [InlineData("QuocHieu", "\"center\"", "\"right\"", FormatElement.StateName, FormatProperty.Alignment)]
    [InlineData("TieuNgu", "w:val=\"26\"", "w:val=\"24\"", FormatElement.Motto, FormatProperty.Size)]
    [InlineData("TieuNgu", "<w:b />", "<w:b /><w:i />", FormatElement.Motto, FormatProperty.Italic)]
    [InlineData("CoQuanChuQuan", "<w:sz ", "<w:b /><w:sz ", FormatElement.Superior, FormatProperty.Bold)]
    [InlineData("CoQuanBanHanh", "<w:b />", "", FormatElement.Issuer, FormatProperty.Bold)]
    [InlineData("SoKyHieu", "w:val=\"26\"", "w:val=\"28\"", FormatElement.Number, FormatProperty.Size)]
    [InlineData("DiaDanhNgayThang", "<w:i />", "", FormatElement.PlaceAndDate, FormatProperty.Italic)]
    [InlineData("TenLoai", "<w:b />", "", FormatElement.Kind, FormatProperty.Bold)]
    [InlineData("TenLoai", "w:val=\"28\"", "w:val=\"32\"", FormatElement.Kind, FormatProperty.Size)]
    [InlineData("TrichYeu", "<w:b />", "", FormatElement.Subject, FormatProperty.Bold)]
    [InlineData("TrichYeu", "\"center\"", "\"left\"", FormatElement.Subject, FormatProperty.Alignment)]
    [InlineData("CanCu", "<w:i />", "", FormatElement.LegalBasis, FormatProperty.Italic)]
    [InlineData("CanCu", "w:firstLine=\"720\"", "w:firstLine=\"0\"", FormatElement.LegalBasis, FormatProperty.FirstLineIndent)]
    [InlineData("MucLaMa", "<w:b />", "", FormatElement.Section, FormatProperty.Bold)]
    [InlineData("NoiDung", "w:val=\"28\"", "w:val=\"24\"", FormatElement.Text, FormatProperty.Size)]
    [InlineData("NoiDung", "\"both\"", "\"left\"", FormatElement.Text, FormatProperty.Alignment)]
    [InlineData("NoiDung", "w:firstLine=\"720\"", "w:firstLine=\"400\"", FormatElement.Text, FormatProperty.FirstLineIndent)]
    [InlineData("NoiDung", "w:line=\"259\"", "w:line=\"480\"", FormatElement.Text, FormatProperty.LineSpacing)]
    [InlineData("NoiDung", "w:after=\"120\"", "w:after=\"60\"", FormatElement.Text, FormatProperty.ParagraphSpacing)]
    [InlineData("ThamQuyenKy", "<w:b />", "", FormatElement.Authority, FormatProperty.Bold)]
    [InlineData("HoTenNguoiKy", "<w:b />", "", FormatElement.SignerName, FormatProperty.Bold)]
    [InlineData("NoiNhan", "<w:i />", "", FormatElement.RecipientsTitle, FormatProperty.Italic)]
    [InlineData("NoiNhan", "\"left\"", "\"center\"", FormatElement.RecipientsTitle, FormatProperty.Alignment)]
    [InlineData("DanhSachNoiNhan", "w:val=\"22\"", "w:val=\"24\"", FormatElement.Recipients, FormatProperty.Size)]
    [InlineData("PhuLuc", "w:val=\"28\"", "w:val=\"26\"", FormatElement.AnnexLabel, FormatProperty.Size)]
    [InlineData("TenPhuLuc", "<w:b />", "", FormatElement.AnnexTitle, FormatProperty.Bold)]
    [InlineData("DanPhuLuc", "<w:i />", "", FormatElement.AnnexReference, FormatProperty.Italic)]
    [InlineData("SoTrang", "w:val=\"28\"", "w:val=\"22\"", FormatElement.PageNumber, FormatProperty.Size)]
    [InlineData("SoTrang", "\"center\"", "\"right\"", FormatElement.PageNumber, FormatProperty.Alignment)]
    public void Check_StyleBroken_FindsExactlyThat(string style, string from, string to, FormatElement element, FormatProperty property) =>
        Finds(new WrittenFile(WrittenDocuments.Plan()).BreakStyle(style, from, to), element, property);

    [Theory]
    [InlineData("TrichYeuCongVan", "w:val=\"24\"", "w:val=\"28\"", FormatElement.LetterSubject, FormatProperty.Size)]
    [InlineData("KinhGuiNhieuNoi", "<w:sz ", "<w:b /><w:sz ", FormatElement.Addressees, FormatProperty.Bold)]
    public void Check_StyleOfALetterBroken_FindsExactlyThat(string style, string from, string to, FormatElement element, FormatProperty property) =>
        Finds(new WrittenFile(WrittenDocuments.Letter()).BreakStyle(style, from, to), element, property);

    /// <summary>In a part of the plan.</summary>
    [Theory]
    [InlineData(Main, "w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"", FormatElement.Page, FormatProperty.PaperSize)]
    [InlineData(Main, "w:top=\"1134\"", "w:top=\"567\"", FormatElement.Page, FormatProperty.TopMargin)]
    [InlineData(Main, "w:bottom=\"1134\"", "w:bottom=\"1701\"", FormatElement.Page, FormatProperty.BottomMargin)]
    [InlineData(Main, "w:right=\"851\"", "w:right=\"1417\"", FormatElement.Page, FormatProperty.RightMargin)]
    [InlineData(Main, "<w:titlePg />", "", FormatElement.PageNumber, FormatProperty.HiddenOnFirstPage)]
    [InlineData("word/header1.xml", " PAGE ", " DATE ", FormatElement.PageNumber, FormatProperty.Presence)]
    [InlineData("word/styles.xml", "w:hAnsi=\"Times New Roman\"", "w:hAnsi=\"Arial\"", FormatElement.Letters, FormatProperty.Font)]
    [InlineData("word/styles.xml", "<w:color w:val=\"000000\" />", "<w:color w:val=\"FF0000\" />", FormatElement.Letters, FormatProperty.Colour)]
    [InlineData(Main, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cộng hòa xã hội chủ nghĩa Việt Nam", FormatElement.StateName, FormatProperty.Capitals)]
    [InlineData(Main, "Độc lập - Tự do - Hạnh phúc", "", FormatElement.Motto, FormatProperty.Presence)]
    [InlineData(Main, "ngày \u00A0\u00A0\u00A0 tháng", "tháng", FormatElement.PlaceAndDate, FormatProperty.Presence)]
    [InlineData(Main, "Độc lập - Tự do - Hạnh phúc", "Độc lập-Tự do-Hạnh phúc", FormatElement.Motto, FormatProperty.Wording)]
    [InlineData(Main, "SỞ NỘI VỤ", "Sở Nội vụ", FormatElement.Issuer, FormatProperty.Capitals)]
    [InlineData(Main, "/KH-SNV", " /KH- SNV", FormatElement.Number, FormatProperty.Wording)]
    [InlineData(Main, "Số: \u00A0\u00A0\u00A0\u00A0\u00A0/KH-SNV", "Số: 5/KH-SNV", FormatElement.Number, FormatProperty.LeadingZero)]
    [InlineData(Main, "/KH-SNV", "/kh-snv", FormatElement.Number, FormatProperty.Capitals)]
    [InlineData(Main, "ngày \u00A0\u00A0\u00A0 tháng \u00A0\u00A0\u00A0 năm", "ngày 5 tháng 12 năm", FormatElement.PlaceAndDate, FormatProperty.LeadingZero)]
    [InlineData(Main, "ngày \u00A0\u00A0\u00A0 tháng \u00A0\u00A0\u00A0 năm", "ngày 15 tháng 2 năm", FormatElement.PlaceAndDate, FormatProperty.LeadingZero)]
    [InlineData(Main, "Thanh Giang, ngày", "Thanh Giang ngày", FormatElement.PlaceAndDate, FormatProperty.Wording)]
    [InlineData(Main, ">KẾ HOẠCH<", ">Kế hoạch<", FormatElement.Kind, FormatProperty.Capitals)]
    [InlineData(Main, ">Tuyên truyền công tác cải cách hành chính năm 2026<", ">TUYÊN TRUYỀN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2026<", FormatElement.Subject, FormatProperty.Capitals)]
    [InlineData(Main, "giai đoạn 2021 - 2030;", "giai đoạn 2021 - 2030,", FormatElement.LegalBasis, FormatProperty.EndMark)]
    [InlineData(Main, "KT. GIÁM ĐỐC", "KT. Giám đốc", FormatElement.Authority, FormatProperty.Capitals)]
    [InlineData(Main, "Lê Quang Vinh", "TS. Lê Quang Vinh", FormatElement.SignerName, FormatProperty.Wording)]
    [InlineData(Main, "- Các phòng, đơn vị thuộc Sở;", "- Các phòng, đơn vị thuộc Sở", FormatElement.Recipients, FormatProperty.EndMark)]
    [InlineData(Main, "- Các phòng, đơn vị thuộc Sở;", "Các phòng, đơn vị thuộc Sở;", FormatElement.Recipients, FormatProperty.Wording)]
    [InlineData(Main, "- Lưu: VT, CCHC.", "- Văn thư.", FormatElement.Recipients, FormatProperty.Wording)]
    [InlineData(Main, "Nơi nhận:", "", FormatElement.RecipientsTitle, FormatProperty.Presence)]
    [InlineData(Main, "Phụ lục I<", "PHỤ LỤC I<", FormatElement.AnnexLabel, FormatProperty.Capitals)]
    [InlineData(Main, "Phụ lục II<", "Phụ lục 2<", FormatElement.AnnexLabel, FormatProperty.Wording)]
    [InlineData(Main, "CHỈ TIÊU TIN, BÀI THEO ĐƠN VỊ", "Chỉ tiêu tin, bài theo đơn vị", FormatElement.AnnexTitle, FormatProperty.Capitals)]
    public void Check_PartBroken_FindsExactlyThat(string part, string from, string to, FormatElement element, FormatProperty property) =>
        Finds(new WrittenFile(WrittenDocuments.Plan()).Break(part, from, to), element, property);

    [Theory]
    [InlineData("Độc lập - Tự do - Hạnh phúc", FormatElement.Motto)]
    [InlineData("SỞ NỘI VỤ", FormatElement.Issuer)]
    [InlineData(">Tuyên truyền công tác cải cách hành chính năm 2026", FormatElement.Subject)]
    public void Check_RuleTakenAwayOrTooLong_FindsExactlyThat(string line, FormatElement element)
    {
        var file = new WrittenFile(WrittenDocuments.Plan());
        var text = file[Main];
        var start = text.IndexOf("<w:ind ", text.IndexOf(line, StringComparison.Ordinal), StringComparison.Ordinal);
        var indent = text[start..(text.IndexOf("/>", start, StringComparison.Ordinal) + 2)];

        Finds(new WrittenFile(WrittenDocuments.Plan()).Break(Main, indent, "<w:ind w:left=\"0\" w:right=\"0\" />"), element, FormatProperty.RuleLength);
        Finds(new WrittenFile(WrittenDocuments.Plan()).Break(Main, indent, "<w:pBdr><w:top w:val=\"nil\" /></w:pBdr>" + indent), element, FormatProperty.Rule);
    }

    [Fact]
    public void Check_AnnexGoesOnWithTheNumbers_FindsExactlyThat()
    {
        var file = new WrittenFile(WrittenDocuments.Plan());
        var second = file[Main].LastIndexOf("<w:pgNumType w:start=\"1\" />", StringComparison.Ordinal);
        var tail = file[Main][second..];

        Finds(file.Break(Main, tail, tail.Replace(" w:start=\"1\"", "", StringComparison.Ordinal)), FormatElement.PageNumber, FormatProperty.OwnPageNumbers);
    }

    [Fact]
    public void Check_NumberAndDateChangedPlaces_FindsBoth()
    {
        const string number = "Số: 05/UBND-VX", date = "Thanh Giang, ngày 03 tháng 02 năm 2026";

        var found = new WrittenFile(WrittenDocuments.Letter()).Break(Main, number, "×").Break(Main, date, number).Break(Main, "×", date).Check().Deviations;

        found.Where(d => d.Property == FormatProperty.Position).Select(d => d.Element).ShouldBe([FormatElement.Number, FormatElement.PlaceAndDate]);
    }

    [Fact]
    public void Check_SubjectOfALetterOnTheRight_FindsItsPlace()
    {
        const string date = "Thanh Giang, ngày 03 tháng 02 năm 2026", subject = "V/v đôn đốc thực hiện kế hoạch tuyên truyền cải cách hành chính năm 2026";

        var found = new WrittenFile(WrittenDocuments.Letter()).Break(Main, subject, "").Break(Main, date + "</w:t></w:r></w:p>", date + $"</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"TrichYeuCongVan\" /></w:pPr><w:r><w:t>{subject}</w:t></w:r></w:p>").Check().Deviations;

        found.ShouldHaveSingleItem().Property.ShouldBe(FormatProperty.Position);
    }

    private static void Finds(WrittenFile file, FormatElement element, FormatProperty property)
    {
        var found = file.Check().Deviations;

        found.Select(d => (d.Element, d.Property)).ShouldBe([(element, property)], string.Join('\n', found.Select(d => d.Vietnamese)));
    }
}
