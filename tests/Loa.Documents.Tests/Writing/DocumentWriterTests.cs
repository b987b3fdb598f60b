using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Loa.Documents.Blocks;
using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Writing;

public sealed class DocumentWriterTests
{
    [Fact]
    public void Write_Letter_IsValidByTheSchema() => Errors(WrittenDocuments.Letter()).ShouldBeEmpty();

    [Fact]
    public void Write_PlanWithAnnexes_IsValidByTheSchema() => Errors(WrittenDocuments.Plan()).ShouldBeEmpty();

    [Fact]
    public void Write_PlanWithContact_IsValidByTheSchema() =>
        Errors(WrittenDocuments.Plan() with { Contact = WrittenDocuments.Letter().Contact, Addressees = ["Sở Nội vụ"] }).ShouldBeEmpty();

    [Fact]
    public void Write_GeneratedPlans_AreValidByTheSchema()
    {
        foreach (var plan in PlanModel.Plans(12))
            Errors(PlanModel.Of(plan)).ShouldBeEmpty($"seed {plan.Seed}");
    }

    [Fact]
    public void Write_Parts_IsValidByTheSchema() => Errors(WrittenDocuments.Plan() with { Body = [new SectionTitle(SectionLevel.Part, "Tình hình"), new TextParagraph("Nội dung.")] }).ShouldBeEmpty();

    [Fact]
    public void Write_SameDocumentTwice_GivesTheSameFile() => WrittenFile.Bytes(WrittenDocuments.Plan()).ShouldBe(WrittenFile.Bytes(WrittenDocuments.Plan()));

    [Fact]
    public void Write_TextThatIsNoXml_IsCleaned()
    {
        var hostile = "A\u0001<b>&\uD800\uFFFF\u0000" + "Cải cách".Normalize(System.Text.NormalizationForm.FormD) + "\uD83D\uDE00 ]]>";
        var document = WrittenDocuments.Plan() with { Subject = hostile, Body = [new TextParagraph(hostile)], Recipients = [hostile], Annexes = [new Annex { Title = hostile }] };

        Errors(document).ShouldBeEmpty();
        new WrittenFile(document)["word/document.xml"].ShouldContain("A&lt;b&gt;&amp;Cải cách😀 ]]&gt;");
    }

    [Theory]
    [InlineData(5, "Số: 05/KH-UBND")]
    [InlineData(15, "Số: 15/KH-UBND")]
    [InlineData(1024, "Số: 1024/KH-UBND")]
    public void NumberLine_TakesALeadingZeroBelowTen(int number, string printed) => DocumentSymbol.NumberLine(number, "KH-UBND").ShouldBe(printed);

    [Theory]
    [InlineData(2026, 1, 5, "ngày 05 tháng 01 năm 2026")]
    [InlineData(2026, 2, 15, "ngày 15 tháng 02 năm 2026")]
    [InlineData(2026, 3, 9, "ngày 09 tháng 3 năm 2026")]
    [InlineData(2026, 12, 31, "ngày 31 tháng 12 năm 2026")]
    public void Date_TakesLeadingZerosAsTheDecreeSays(int year, int month, int day, string printed) =>
        DocumentSymbol.DateInWords(new DateOnly(year, month, day), null).ShouldBe(printed);

    [Fact]
    public void Symbol_OfALetterNamesTheUnitAndOfOthersTheKind()
    {
        DocumentSymbol.Of(DocumentKind.Letter, "UBND", "VX").ShouldBe("UBND-VX");
        DocumentSymbol.Of(DocumentKind.Programme, "UBND").ShouldBe("CTr-UBND");
    }

    [Fact]
    public void Sections_AreNumberedByTheirPlace()
    {
        var document = WrittenDocuments.Plan() with
        {
            Annexes = [],
            Body =
            [
                new SectionTitle(SectionLevel.Roman, "MỘT"), .. Enumerable.Range(0, 6).Select(i => new TextParagraph($"điểm {i}") { Level = SectionLevel.Letter }),
                new SectionTitle(SectionLevel.Roman, "HAI"), new SectionTitle(SectionLevel.Arabic, "Ba"), new TextParagraph("điểm") { Level = SectionLevel.Letter },
            ],
        };

        var text = SourceReader.Read(new MemoryStream(WrittenFile.Bytes(document))).Paragraphs.Select(p => p.Text).ToList();

        text.ShouldContain("I. MỘT");
        text.ShouldContain("đ) điểm 4");
        text.ShouldContain("e) điểm 5");
        text.ShouldContain("II. HAI");
        text.ShouldContain("1. Ba");
        text.ShouldContain("a) điểm");
    }

    [Fact]
    public void Write_ManyRows_WritesThemAsTheyCome()
    {
        using var target = new CountingStream();
        long atRow = 0;
        var document = WrittenDocuments.Plan() with { Annexes = [new Annex { Title = "Danh mục", Content = [new TextTable { Columns = [new("TT", 1), new("Nội dung", 9)], Rows = Rows() }] }] };

        DocumentWriter.Write(document, target);

        atRow.ShouldBeGreaterThan(100_000);

        IEnumerable<TextRow> Rows()
        {
            var random = new Random(3);
            for (var i = 0; i < 20_000; i++)
            {
                atRow = target.Written;
                yield return new CellRow($"{i}", $"{random.NextInt64()}");
            }
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void Write_LinkToSomethingElse_IsRefused(string link) =>
        Should.Throw<ArgumentException>(() => WrittenFile.Bytes(WrittenDocuments.Letter() with { Body = [new TextParagraph(new RichText(new TextRun("x") { Link = new Uri(link) }))] }));

    [Fact]
    public void Write_RowLongerThanItsHeading_IsRefused() =>
        Should.Throw<ArgumentException>(() => WrittenFile.Bytes(WrittenDocuments.Letter() with { Body = [new TextTable { Columns = [new("TT", 1)], Rows = [new CellRow("1", "2")] }] }));

    [Fact]
    public void Write_NumberBelowOne_IsRefused() =>
        Should.Throw<ArgumentException>(() => WrittenFile.Bytes(WrittenDocuments.Letter() with { Heading = WrittenDocuments.Letter().Heading with { Number = 0 } }));

    private static List<string> Errors(AdministrativeDocument document)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(WrittenFile.Bytes(document)), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Written { get; private set; }

        public override bool CanSeek => false;

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override void WriteByte(byte value) => Written++;
    }
}
