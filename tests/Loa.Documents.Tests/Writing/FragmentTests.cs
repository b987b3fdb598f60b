using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Loa.Documents.Blocks;
using Loa.Documents.Writing;

namespace Loa.Documents.Tests.Writing;

public sealed class FragmentTests
{
    private static DocumentFragment Section(string title = "Công tác tuyên truyền cải cách hành chính", int annexes = 2) => new()
    {
        Title = title,
        Label = "III.2.",
        Body = [new SectionTitle(SectionLevel.Arabic, "Công tác chỉ đạo") { Label = "III.2.1." }, new TextParagraph("Đã ban hành 05 văn bản."), new DashItem(new RichText(new TextRun("12") { Link = new Uri("https://loa.example/so") }))],
        Annexes = [.. Enumerable.Range(1, annexes).Select(i => new Annex { Title = $"Số liệu {i}", Landscape = i == 2, Content = [new TextTable { Columns = [new("TT", 1), new("Cơ quan", 5)], Rows = [new CellRow("1", "Sở Nội vụ")] }] })],
    };

    [Fact]
    public void WriteFragment_IsValidByTheSchema()
    {
        foreach (var fragment in new[] { Section(), Section(annexes: 0), Section() with { Body = [], Label = null } })
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(Bytes(fragment)), false);
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void WriteFragment_HasTheSectionAndNothingOfTheWhole()
    {
        var paragraphs = SourceReader.Read(new MemoryStream(Bytes(Section()))).Paragraphs.Select(paragraph => paragraph.Text.Trim()).Where(text => text.Length > 0).ToList();

        paragraphs.Take(4).ShouldBe(["III.2. Công tác tuyên truyền cải cách hành chính", "III.2.1. Công tác chỉ đạo", "Đã ban hành 05 văn bản.", "- 12"]);
        paragraphs.ShouldContain("Phụ lục II");
        paragraphs.ShouldNotContain(text => text.Contains("CỘNG HÒA", StringComparison.Ordinal) || text.Contains("Nơi nhận", StringComparison.Ordinal) || text.Contains("Kèm theo", StringComparison.Ordinal));
    }

    [Fact]
    public void WriteFragment_HasTheStylesOfADocument()
    {
        var document = new MemoryStream();
        DocumentWriter.Write(WrittenDocuments.Plan(), document);

        Part(Bytes(Section()), "word/styles.xml").ShouldBe(Part(document.ToArray(), "word/styles.xml"));
    }

    [Fact]
    public void WriteFragment_BlankTitle_IsRefused() => Should.Throw<ArgumentException>(() => Bytes(Section(" "))).Message.ShouldContain("Title");

    private static byte[] Bytes(DocumentFragment fragment)
    {
        var stream = new MemoryStream();
        DocumentWriter.WriteFragment(fragment, stream);
        return stream.ToArray();
    }

    private static string Part(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
