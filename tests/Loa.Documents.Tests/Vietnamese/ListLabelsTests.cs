using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class ListLabelsTests
{
    [Theory]
    [InlineData("I. MỤC ĐÍCH", LabelKind.Roman, "I", 1, "MỤC ĐÍCH")]
    [InlineData("IV. TỔ CHỨC", LabelKind.Roman, "IV", 4, "TỔ CHỨC")]
    [InlineData("II/ Nội dung", LabelKind.Roman, "II", 2, "Nội dung")]
    [InlineData("I - MỤC ĐÍCH", LabelKind.Roman, "I", 1, "MỤC ĐÍCH")]
    [InlineData("II- NHIỆM VỤ", LabelKind.Roman, "II", 2, "NHIỆM VỤ")]
    [InlineData("2- Yêu cầu", LabelKind.Arabic, "2", 2, "Yêu cầu")]
    [InlineData("V.", LabelKind.Roman, "V", 5, "")]
    [InlineData("1. Mục đích", LabelKind.Arabic, "1", 1, "Mục đích")]
    [InlineData("1.Mục đích", LabelKind.Arabic, "1", 1, "Mục đích")]
    [InlineData("1.2. Yêu cầu", LabelKind.Arabic, "1.2", 2, "Yêu cầu")]
    [InlineData("1.2 Yêu cầu", LabelKind.Arabic, "1.2", 2, "Yêu cầu")]
    [InlineData("10) Yêu cầu", LabelKind.Arabic, "10", 10, "Yêu cầu")]
    [InlineData("(3) Yêu cầu", LabelKind.Arabic, "3", 3, "Yêu cầu")]
    [InlineData("a) Tuyên truyền", LabelKind.Letter, "a", 1, "Tuyên truyền")]
    [InlineData("đ) Tuyên truyền", LabelKind.Letter, "đ", 5, "Tuyên truyền")]
    [InlineData("(b) Tuyên truyền", LabelKind.Letter, "b", 2, "Tuyên truyền")]
    [InlineData("i) Tuyên truyền", LabelKind.Letter, "i", 9, "Tuyên truyền")]
    [InlineData("c. Tuyên truyền", LabelKind.Letter, "c", 3, "Tuyên truyền")]
    [InlineData("A. PHẦN CHUNG", LabelKind.CapitalLetter, "A", 1, "PHẦN CHUNG")]
    [InlineData("- Thường xuyên", LabelKind.Bullet, "-", 0, "Thường xuyên")]
    [InlineData("-Thường xuyên", LabelKind.Bullet, "-", 0, "Thường xuyên")]
    [InlineData("– Thường xuyên", LabelKind.Bullet, "–", 0, "Thường xuyên")]
    [InlineData("+ Thường xuyên", LabelKind.Bullet, "+", 0, "Thường xuyên")]
    [InlineData("• Thường xuyên", LabelKind.Bullet, "•", 0, "Thường xuyên")]
    [InlineData("* Thường xuyên", LabelKind.Bullet, "*", 0, "Thường xuyên")]
    [InlineData("Điều 1. Ban hành", LabelKind.Article, "1", 1, "Ban hành")]
    [InlineData("Phần thứ nhất", LabelKind.Part, "thứ nhất", 1, "")]
    [InlineData("PHẦN II: NHIỆM VỤ", LabelKind.Part, "II", 2, "NHIỆM VỤ")]
    [InlineData("Chương I", LabelKind.Chapter, "I", 1, "")]
    [InlineData("Mục 1. Nhiệm vụ", LabelKind.Section, "1", 1, "Nhiệm vụ")]
    [InlineData("PHỤ LỤC", LabelKind.Annex, "", 0, "")]
    [InlineData("Phụ lục II", LabelKind.Annex, "II", 2, "")]
    [InlineData("PHỤ LỤC 01: DANH MỤC", LabelKind.Annex, "01", 1, "DANH MỤC")]
    public void Read_ReadsLabel(string paragraph, LabelKind kind, string number, int value, string rest)
    {
        var label = ListLabels.Read(paragraph).ShouldNotBeNull();
        label.Kind.ShouldBe(kind);
        label.Number.ShouldBe(number);
        label.Value.ShouldBe(value == 0 ? label.Value : value);
        paragraph[label.Length..].ShouldBe(rest);
    }

    [Theory]
    [InlineData("100% thủ tục hành chính")]
    [InlineData("2024 là năm")]
    [InlineData("Sở Nội vụ")]
    [InlineData("Mục đích của kế hoạch")]
    [InlineData("Phần lớn người dân")]
    [InlineData("1.000 tờ rơi")]
    [InlineData("10.000 người")]
    [InlineData("12/3/2024 là ngày")]
    [InlineData("V/v tăng cường tuyên truyền")]
    [InlineData("**Đậm**")]
    [InlineData("điều 1 nêu")]
    [InlineData("")]
    [InlineData("o")]
    public void Read_NoLabel_IsNull(string paragraph) => ListLabels.Read(paragraph).ShouldBeNull();

    [Theory]
    [InlineData("I", 1)]
    [InlineData("IX", 9)]
    [InlineData("XIV", 14)]
    [InlineData("XL", 40)]
    [InlineData("IIII", null)]
    [InlineData("VX", null)]
    [InlineData("i", null)]
    public void Roman_ReadsCapitalsOnly(string text, int? value) => Numerals.Roman(text).ShouldBe(value);

    [Theory]
    [InlineData("02", 2)]
    [InlineData("hai", 2)]
    [InlineData("mười lăm", 15)]
    [InlineData("hai mươi", 20)]
    [InlineData("Ba mươi mốt", 31)]
    [InlineData("10.000", 10000)]
    [InlineData("hai tuần", null)]
    public void ReadNumber_ReadsWordsAndFigures(string text, int? value) => Numerals.ReadNumber(text).ShouldBe(value);
}
