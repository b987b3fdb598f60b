using System.Text;
using Loa.Benchmarks.Fuzz;
using Loa.Documents.Checking;
using Loa.Documents.Tests.Support;
using Loa.Documents.Tests.Writing;
using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Checking;

public sealed class FormatCheckerTests
{
    [Fact]
    public void Check_WrittenLetter_FindsNothing() => FormatReportWriter.Text(WrittenFile.Check(WrittenDocuments.Letter())).ShouldStartWith("Không thấy sai lệch");

    [Fact]
    public void Check_WrittenPlan_FindsNothing() => WrittenFile.Check(WrittenDocuments.Plan()).Deviations.Select(d => d.Vietnamese).ShouldBeEmpty();

    [Fact]
    public void Check_PlanWithOneAnnexPartsAndOneAddressee_FindsNothing() => WrittenFile.Check(WrittenDocuments.Plan() with
    {
        Annexes = [new Annex { Title = "Mẫu báo cáo", Content = [new TextParagraph("Nội dung.")] }],
        Addressees = ["Ủy ban nhân dân tỉnh Thanh Giang"],
        Body = [new SectionTitle(SectionLevel.Part, "Tình hình"), new TextParagraph("Nội dung."), new SectionTitle(SectionLevel.Part, "Kết quả"), new TextParagraph("Nội dung./.")],
    }).Deviations.Select(d => d.Vietnamese).ShouldBeEmpty();

    [Fact]
    public void Check_SubjectThatOpensLikeABasis_FindsNothing() =>
        WrittenFile.Check(WrittenDocuments.Plan() with { Subject = "Thực hiện Kế hoạch số 15/KH-UBND về tuyên truyền cải cách hành chính năm 2026" }).Deviations.Select(d => d.Vietnamese).ShouldBeEmpty();

    [Fact]
    public void Check_DraftWithoutNumberDateAndName_FindsNothing()
    {
        var letter = WrittenDocuments.Letter();
        WrittenFile.Check(letter with
        {
            Heading = letter.Heading with { Number = null, Date = null, Year = 2026 },
            Signature = letter.Signature with { Name = "" },
        }).Deviations.Select(d => d.Vietnamese).ShouldBeEmpty();
    }

    [Fact]
    public void Check_GeneratedPlans_FindsNothing()
    {
        foreach (var plan in PlanModel.Plans(80))
            WrittenFile.Check(PlanModel.Of(plan)).Deviations.Select(d => $"{d.Vietnamese} «{d.Excerpt}»").ShouldBeEmpty($"seed {plan.Seed}");
    }

    [Fact]
    public void Check_SentenceSaysWhatIsMeasuredAndWanted()
    {
        var report = new WrittenFile(WrittenDocuments.Letter()).Break("word/document.xml", "w:left=\"1701\"", "w:left=\"1134\"").Check();

        report.Deviations.ShouldHaveSingleItem().Vietnamese.ShouldBe("Trang giấy: lề trái 20 mm; quy định 30–35 mm.");
        report.Deviations[0].English.ShouldBe("Page: left margin 20 mm; wanted 30–35 mm.");
        FormatReportWriter.Json(report).ShouldContain("\"property\": \"left-margin\"");
    }

    [Fact]
    public void Check_SameDeviationOfManyParagraphs_IsCounted() =>
        new WrittenFile(WrittenDocuments.Letter()).BreakStyle("NoiDung", "<w:jc w:val=\"both\" />", "<w:jc w:val=\"left\" />").Check()
            .Deviations.ShouldHaveSingleItem().Count.ShouldBe(4);

    [Fact]
    public void Check_TextOnly_SaysWhatWasNotFound()
    {
        var report = FormatChecker.Check(new MemoryStream(new DocxFile(DocxFile.P("Không có gì ở đây.")).ToBytes()));

        var missing = report.Deviations.Where(d => d.Property == FormatProperty.Presence).Select(d => d.Element);
        missing.ShouldBe([FormatElement.PageNumber, FormatElement.StateName, FormatElement.Motto, FormatElement.Issuer, FormatElement.Number, FormatElement.PlaceAndDate, FormatElement.Kind, FormatElement.Authority, FormatElement.RecipientsTitle]);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", DocumentFailure.NotDocx)]
    [InlineData("Số: 15/KH-UBND", DocumentFailure.NotDocx)]
    [InlineData("", DocumentFailure.Empty)]
    [InlineData("PK\u0003\u0004 cut off", DocumentFailure.Damaged)]
    public void Check_OtherFile_IsRefused(string content, DocumentFailure failure) =>
        Should.Throw<DocumentException>(() => FormatChecker.Check(new MemoryStream(Encoding.UTF8.GetBytes(content)))).Failure.ShouldBe(failure);

    [SharedPlanTheory]
    [InlineData("hatinh-songoaivu-2022.docx", "cỡ chữ 14; quy định 11")]
    [InlineData("nghean-tinh-2024.docx", "“Số: 122 /KH-UBND”")]
    [InlineData("camau-tinh-2014.docx", "Cơ quan ban hành: kiểu chữ không đậm")]
    [InlineData("laichau-tp-2020.docx", "dấu cuối dòng “,”; quy định “.”")]
    [InlineData("hatinh-soyte-2023.docx", "vị trí không ở khối bên phải")]
    public void Check_RealPlan_FindsWhatIsSeenInIt(string file, string sentence) =>
        FormatReportWriter.Text(FormatChecker.Check(SharedPlans.PathOf(file))).ShouldContain(sentence);

    [Fact]
    public void Check_DamagedCopies_AreCheckedOrRefused()
    {
        var (mutator, checkedFiles) = (new FileMutator(WrittenFile.Bytes(WrittenDocuments.Plan(taskRows: 5))), 0);
        for (var seed = 0; seed < 400; seed++)
        {
            try
            {
                FormatReportWriter.Json(FormatChecker.Check(new MemoryStream(mutator.Mutate(seed))));
                checkedFiles++;
            }
            catch (DocumentException)
            {
                // Refused with a sentence: as good as checked.
            }
        }

        checkedFiles.ShouldBeGreaterThan(50);
    }
}
