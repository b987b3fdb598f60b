using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("Một câu. Hai câu.", "Một câu.|Hai câu.")]
    [InlineData("Theo Nghị định số 63/2010/NĐ-CP ngày 08.6.2010. Câu sau.", "Theo Nghị định số 63/2010/NĐ-CP ngày 08.6.2010.|Câu sau.")]
    [InlineData("UBND Tp. Thanh Giang tổ chức. Sau đó báo cáo.", "UBND Tp. Thanh Giang tổ chức.|Sau đó báo cáo.")]
    [InlineData("1. Nội dung. Hình thức.", "1. Nội dung.|Hình thức.")]
    [InlineData("Có 10.000 tờ rơi, áp phích... phát tới dân.", "Có 10.000 tờ rơi, áp phích... phát tới dân.")]
    [InlineData("Thực hiện nghiêm túc./.", "Thực hiện nghiêm túc./.")]
    [InlineData("Thời lượng 15 phút. 100% xã tham gia.", "Thời lượng 15 phút.|100% xã tham gia.")]
    [InlineData("Không có dấu chấm", "Không có dấu chấm")]
    [InlineData("", "")]
    public void Split_EndsAtFullStopsOnly(string text, string sentences) =>
        Sentences.Split(text).Select(r => text[r.Start..r.End]).ShouldBe(sentences.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("Tuyên truyền cải cách hành chính năm 2024", 2024, 2024)]
    [InlineData("Truyền thông giai đoạn 2026 - 2030", 2026, 2030)]
    [InlineData("Truyền thông giai đoạn 2026-2030, định hướng đến năm 2035", 2026, 2030)]
    [InlineData("Kế hoạch hai năm 2024 và 2025", 2024, 2025)]
    [InlineData("Kế hoạch năm 2025 thực hiện Chương trình giai đoạn 2021 - 2030", 2025, 2025)]
    [InlineData("Kế hoạch thực hiện Nghị định số 61/2018/NĐ-CP năm 2026", 2026, 2026)]
    [InlineData("Kế hoạch đến năm 2030", 2030, 2030)]
    public void Years_AreTheProgrammes(string subject, int from, int to) => ProgrammeYearsGrammar.Find(subject).ShouldBe(new ProgrammeYears(from, to));

    [Theory]
    [InlineData("Kiểm soát thủ tục hành chính")]
    [InlineData("Thực hiện Nghị định số 61/2018/NĐ-CP")]
    [InlineData("")]
    public void Years_NoneNamed_IsNull(string subject) => ProgrammeYearsGrammar.Find(subject).ShouldBeNull();
}
