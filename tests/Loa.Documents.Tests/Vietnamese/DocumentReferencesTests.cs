using Loa.Documents.Vietnamese;

namespace Loa.Documents.Tests.Vietnamese;

public sealed class DocumentReferencesTests
{
    [Theory]
    [InlineData("Số: 122 /KH-UBND", "122/KH-UBND", 122, "KH-UBND")]
    [InlineData("Số: 122/KH - UBND", "122/KH-UBND", 122, "KH-UBND")]
    [InlineData("Số: 05/QĐ-UBND", "05/QĐ-UBND", 5, "QĐ-UBND")]
    [InlineData("Số:      /KH-SYT", "/KH-SYT", null, "KH-SYT")]
    [InlineData("Số: /KH-SYT", "/KH-SYT", null, "KH-SYT")]
    [InlineData("Số: ......./KH-SNV", "/KH-SNV", null, "KH-SNV")]
    [InlineData("Số: …/QĐ-BNV", "/QĐ-BNV", null, "QĐ-BNV")]
    [InlineData("Số 12-KH/TU", "12-KH/TU", 12, "KH/TU")]
    [InlineData("Số: 2018/QĐ-TTg", "2018/QĐ-TTg", 2018, "QĐ-TTg")]
    [InlineData("Số: 12/2024/QĐ-UBND", "12/2024/QĐ-UBND", 12, "QĐ-UBND")]
    [InlineData("Số: 1234/UBND-VX", "1234/UBND-VX", 1234, "UBND-VX")]
    public void ReadHeading_ReadsNumberAndSymbol(string line, string reference, int? number, string symbol)
    {
        var read = DocumentReferences.ReadHeading(line).ShouldNotBeNull();
        read.Reference.ShouldBe(reference);
        read.Number.ShouldBe(number);
        read.Symbol.ShouldBe(symbol);
    }

    [Theory]
    [InlineData("Nghị định số 20/2008/NĐ-CP ngày 14/02/2008", "20/2008/NĐ-CP")]
    [InlineData("Nghị quyết số 12-NQ/TU ngày 26/5/2022", "12-NQ/TU")]
    [InlineData("Nghị quyết số 18-NQ/TW, ngày 25/10/2017", "18-NQ/TW")]
    [InlineData("Nghị quyết 76/NQ-CP", "76/NQ-CP")]
    [InlineData("Quyết định số 06/QĐ-TTg ngày", "06/QĐ-TTg")]
    [InlineData("Công văn số 43/STTTT-TTBCXB ngày", "43/STTTT-TTBCXB")]
    [InlineData("Nghị quyết số 30a/2008/NQ-CP của", "30a/2008/NQ-CP")]
    [InlineData("Kế hoạch số 93 /KH-UBND ngày", "93/KH-UBND")]
    [InlineData("Luật số 63/2025/QH15", "63/2025/QH15")]
    [InlineData("Thông tư 167/2012/TT-BTC ngày", "167/2012/TT-BTC")]
    [InlineData("Nghị quyết số 12 - NQ/TU ngày", "12-NQ/TU")]
    [InlineData("số 03/2011/TTLT-BNV-BTC ngày", "03/2011/TTLT-BNV-BTC")]
    [InlineData("số 1084/QĐ–BNV ngày", "1084/QĐ-BNV")]
    [InlineData("Hướng dẫn số 01-HD/BTGTU ngày", "01-HD/BTGTU")]
    public void FindAll_ReadsReference(string text, string reference) =>
        DocumentReferences.FindAll(text).Select(r => r.Reference).ShouldBe([reference]);

    [Theory]
    [InlineData("ngày 14/02/2008 của Chính phủ")]
    [InlineData("giai đoạn 2021-2030")]
    [InlineData("mức độ 3 - Sở Nội vụ")]
    [InlineData("24/7")]
    [InlineData("")]
    public void FindAll_NoReference_IsEmpty(string text) => DocumentReferences.FindAll(text).ShouldBeEmpty();
}
